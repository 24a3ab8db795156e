import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsFromEnv } from '#marketplace/config.ts';
import { VARIABLES } from '#marketplace/console/figures/settings.tsx';
import { safeCell } from '#marketplace/figures/cells.ts';
import { lastMonths, sumOf, villageMonths } from '#marketplace/figures/months.ts';
import { csvOf, xlsxOf } from '#marketplace/figures/table.ts';
import { FIGURES } from '#marketplace/words/index.ts';
import { signedIn } from '#tests/marketplace/console/operator.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, villageSide } from '#tests/marketplace/inquiries/fixture.ts';

describe('a cell that others open', () => {
  const RUN = [
    '=1+1',
    '+62',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u200b=1',
    '＝1',
    '\u00a0+1',
    '−1',
    '\n=1',
    '\tx',
  ];
  it.each(RUN)('is never a formula: %j', (text) => expect(safeCell(text)).toBe(`'${text}`));
  it.each(['Desa Dagan', 'a=b', '', "'=1", '1+1', 'Gula (+ jahe)'])('stays as it is: %j', (text) =>
    expect(safeCell(text)).toBe(text),
  );

  it('comes back from both files as it went in, numbers as numbers', async () => {
    const table = {
      columns: ['a', '=b'],
      rows: [
        ['=1;"x"\ny', 5],
        ['Desa “Ö”', null],
      ] as (string | number | null)[][],
    };
    expect(csvOf(table)).toBe(`\uFEFF"a";"'=b"\r\n"'=1;""x""\ny";5\r\n"Desa “Ö”";\r\n`);
    const read = await readXlsxFile(Buffer.from(await xlsxOf(table)));
    const rows = 'data' in (read[0] ?? {}) ? (read as unknown as { data: unknown[] }[])[0]?.data : read;
    expect(rows).toEqual([
      ['a', "'=b"],
      [`'=1;"x"\ny`, 5],
      ['Desa “Ö”', null],
    ]);
  });
});

describe.each(backends)('figures on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    const { slug } = await addListing(market, dagan, { price: 25_000 });
    const side = villageSide(market, dagan);
    await buyerIn(market).thread(slug, { text: 'Masih ada?', name: 'Sari' });
    await buyerIn(market).thread(slug, { text: 'Boleh kurang?', name: 'Joko', price: '20000', quantity: '10' });
    for (const { id, state } of (await side.list()).inquiries) {
      if (state === 'offered') expect((await side.send(id, { kind: 'accept', text: '', seen: 1 })).ok).toBe(true);
    }
  });
  afterAll(() => market.stop());

  it('count what happened in a month of Java, with what may still be answered in time apart', async () => {
    const months = lastMonths(market.deps.now(), 12);
    expect([months[0], months.at(-1)]).toEqual(['2025-04', '2026-03']);
    const { rows } = await villageMonths(market.deps, months);
    expect(rows).toMatchObject([
      {
        month: '2026-03',
        slug: dagan.slug,
        listings: 1,
        inquiries: 2,
        answerable: 2,
        answeredInTime: 1,
        open: 1,
        deals: 1,
        value: 200_000,
      },
    ]);
    market.clock.advance(49 * 3_600_000);
    expect((await villageMonths(market.deps, months)).rows).toMatchObject([{ answeredInTime: 1, open: 0 }]);
  });

  it('does not take a month of which views are unknown for one without views', async () => {
    const months = lastMonths(market.deps.now(), 2);
    const { rows, viewsFrom } = await villageMonths(market.deps, months);
    expect([rows[0]?.views, viewsFrom]).toEqual([null, null]);
    expect(sumOf([], false).views).toBeNull();
    expect(sumOf([], true).views).toBe(0);
  });

  it('counts a quiet month after the first view as one without views, and what a buyer took back as no miss', async () => {
    const other = await startMarketplace({ backend });
    const village = await other.village('Desa Sepi');
    const { slug } = await addListing(other, village, { price: 25_000 });
    const buyer = buyerIn(other);
    const path = await buyer.thread(slug, { text: 'Boleh?', name: 'Joko', price: '20000', quantity: '10' });
    await other.deps.db.updateTable('inquiries').set({ state: 'withdrawn' }).execute();
    expect(path).toContain('/tanya/');
    const view = { village_id: village.id, listing_id: 'l'.repeat(16), views: 7 };
    await other.deps.db
      .insertInto('listing_views')
      .values({ ...view, month: '2026-01' })
      .execute();
    other.clock.advance(3 * 24 * 3_600_000);
    const { rows } = await villageMonths(other.deps, lastMonths(other.deps.now(), 12));
    expect(rows).toMatchObject([
      { month: '2026-01', views: 7 },
      { month: '2026-03', views: 0, inquiries: 1, answerable: 0, answeredInTime: 0, open: 0 },
    ]);
    const page = await (await (await signedIn(other)).get('/pengelola/angka')).text();
    expect(page).toContain('Februari 2026: 0');
    expect(page).toContain('Desember 2025: –');
    await other.stop();
  });

  it('stand on a page for everybody who came in, and leave it only with a proof and a line in the log', async () => {
    const rina = await signedIn(market);
    const viewer = await signedIn(market, 'viewer', 'Pak Lihat');
    for (const who of [rina, viewer]) {
      const page = await (await who.get('/pengelola/angka')).text();
      expect(page).toContain('Rp200.000');
      expect(page).not.toMatch(/Sari|Joko/);
    }
    const file = await rina.post('/pengelola/angka/unduh', { jenis: 'csv' });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toContain(
      `"2026-03";"Desa Dagan";"https://pasar.example/desa/${dagan.slug}";1;;2;2;1;0;1;200000`,
    );
    expect((await viewer.post('/pengelola/angka/unduh', { jenis: 'csv' })).status).toBe(403);
    expect(await (await rina.get('/pengelola/catatan')).text()).toContain('mengunduh angka');
    expect((await rina.get('/pengelola/angka?desa=tidak-ada')).status).toBe(404);
    expect((await rina.post('/pengelola/angka/unduh', { jenis: 'csv', desa: '0812 3456 7890' })).status).toBe(404);
  });

  it('settings say every one of them, and no secret', async () => {
    const joko = await signedIn(market, 'operator', 'Pak Joko');
    const { port: _port, host: _host, ...settings } = settingsFromEnv({});
    expect(Object.keys(VARIABLES).sort()).toEqual(Object.keys(settings).sort());
    for (const key of Object.keys(VARIABLES))
      for (const word of [`set_${key}`, `why_${key}`]) expect(FIGURES.id(word as 'title'), word).not.toBe(word);
    const page = await (await joko.get('/pengelola/pengaturan')).text();
    expect(page).toContain('https://pasar.example');
    for (const { variables } of Object.values(VARIABLES)) expect(page).toContain(variables);
  });
});

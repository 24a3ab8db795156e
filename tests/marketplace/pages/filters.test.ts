import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#marketplace/app.ts';
import { SORTS } from '#marketplace/listings/service.ts';
import { membersOf, readAsk, STOCKS } from '#marketplace/pages/find/ask.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { PERMITS } from './fixtures.ts';
import { read } from './read.ts';

const HTML = { accept: 'text/html' };

describe.each(backends)('lists with filters on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    const serang = await market.village('Desa Serang');
    const place = async ({ id }: TestVillage, district: string) =>
      void (await market.deps.db
        .updateTable('villages')
        .set({ district, regency: 'Purbalingga' })
        .where('id', '=', id)
        .execute());
    await place(dagan, 'Kec. Bobotsari');
    await place(serang, 'Karangreja');
    const sell = async (village: TestVillage, name: string, changes: Parameters<typeof sentListing>[2]) => {
      market.clock.advance(60_000);
      return sentListing(market, village, { name, ...changes });
    };
    await sell(dagan, 'Gula semut halal', { price: 30_000, permits: PERMITS, flagship: true });
    await sell(dagan, 'Gula semut murni', { price: 20_000, availability: 'habis' });
    const { id } = await sell(serang, 'Gula semut jahe', { price: 40_000, availability: 'terbatas' });
    await sell(serang, 'Kopi robusta', {
      price: 25_000,
      category: 'minuman',
      permits: { halal: { number: PERMITS.halal.number, until: '2026-01-31' } },
    });
    await market.deps.db.updateTable('listings').set({ backlink_state: 'verified' }).where('id', '=', id).execute();
  });
  afterAll(() => market.stop());

  const get = (path: string) => market.call('GET', path, { headers: HTML });
  const page = async (path: string) => {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    return read(await response.text());
  };
  const names = async (path: string) =>
    [...(await page(path)).querySelectorAll('.listing-name')].map((name) => name.textContent?.trim());

  it.each([
    ['/cari?q=gula+semut&di=purbalingga.bobotsari', ['Gula semut halal', 'Gula semut murni']],
    ['/cari?q=gula+semut&di=purbalingga.karangreja', ['Gula semut jahe']],
    ['/cari?di=purbalingga&urut=murah', ['Kopi robusta', 'Gula semut halal', 'Gula semut jahe', 'Gula semut murni']],
    ['/cari?min=25000&maks=30000&urut=mahal', ['Gula semut halal', 'Kopi robusta']],
    ['/cari?stok=siap&urut=baru', ['Kopi robusta', 'Gula semut jahe', 'Gula semut halal']],
    ['/cari?stok=habis', ['Gula semut murni']],
    ['/cari?unggulan=1', ['Gula semut halal']],
    ['/cari?resmi=1', ['Gula semut jahe']],
    ['/kategori/minuman?urut=murah', ['Kopi robusta']],
    ['/cari?q=gula&jenis=minuman', []],
  ])('%s', async (path, expected) => {
    expect(await names(path)).toEqual(expected);
  });

  it('counts a permit only while it is good', async () => {
    expect(await names('/cari?izin=halal')).toEqual(['Gula semut halal']);
    market.clock.set('2026-01-15T00:00:00Z');
    expect(await names('/cari?izin=halal&urut=murah')).toEqual(['Kopi robusta', 'Gula semut halal']);
    market.clock.set('2026-03-01T04:00:00Z');
  });

  it.each([
    ['/cari?urut=murah&q=gula', '/cari?q=gula&urut=murah'],
    ['/cari?q=gula&di=&jenis=&min=&maks=30rb&stok=', '/cari?q=gula&maks=30000'],
    ['/cari?q=&jenis=minuman&urut=murah&lang=en', '/kategori/minuman?urut=murah&lang=en'],
    ['/cari?min=30000&maks=20000', '/cari?min=20000&maks=30000'],
    ['/cari?q=', '/cari'],
  ])('%s is %s', async (path, canonical) => {
    const response = await get(path);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(canonical);
    expect((await get(canonical)).status).toBe(200);
  });

  it('leaves out what means nothing, and says so; foreign members do not count', async () => {
    const found = await page('/cari?q=gula+semut&di=bulan&min=x&urut=constructor&utm_source=wa');
    expect(found.querySelectorAll('.listing-name')).toHaveLength(3);
    expect(found.querySelector('.notice-warn')?.textContent).toContain('tempat, harga dari, urutan');
    expect((await get('/cari?q=gula&fbclid=x')).status).toBe(200);
  });

  it('shows each filter as a link that takes it off, and every place with how many', async () => {
    const found = await page('/cari?q=gula&di=purbalingga.bobotsari&stok=siap');
    const chips = [...found.querySelectorAll('.find-chips a')].map((chip) => chip.getAttribute('href'));
    expect(chips).toEqual(['/cari?q=gula&stok=siap', '/cari?q=gula&di=purbalingga.bobotsari', '/cari?q=gula']);
    const all = await page('/cari');
    const places = [...all.querySelectorAll('select[name=di] option')].map((option) => option.textContent);
    expect(places).toEqual([
      'Semua tempat',
      'Seluruh Kab. Purbalingga (4)',
      'Kec. Bobotsari (2)',
      'Kec. Karangreja (2)',
    ]);
    expect([...all.querySelectorAll('select[name=jenis] option')].map((option) => option.textContent)).toEqual([
      'Semua jenis',
      'Makanan (3)',
      'Minuman (1)',
    ]);
  });

  it('leads on from an empty list: the one filter that hides all, or none at all', async () => {
    const one = await page('/cari?q=kopi&di=purbalingga.bobotsari');
    expect([...one.querySelectorAll('.find-ways a')].map((way) => way.getAttribute('href'))).toEqual(['/cari?q=kopi']);
    const two = await page('/cari?q=kopi&di=purbalingga.bobotsari&stok=habis');
    expect([...two.querySelectorAll('.find-ways a')].map((way) => way.getAttribute('href'))).toEqual(['/cari?q=kopi']);
    const none = await page('/cari?q=zzqqxx&stok=habis');
    expect(none.querySelectorAll('.find-ways a')).toHaveLength(0);
    expect(none.querySelectorAll('.categories a').length).toBeGreaterThan(0);
  });

  it('names the village and the place that the words name', async () => {
    const found = await page('/cari?q=kopi+serang+bobotsari');
    expect([...found.querySelectorAll('.villages a')].map((link) => link.getAttribute('href'))).toEqual([
      '/desa/serang',
      '/cari?di=purbalingga.bobotsari',
    ]);
  });

  it.each([
    '',
    ...SORTS.filter((sort) => sort !== 'best').map(
      (sort) => ({ newest: 'baru', cheapest: 'murah', dearest: 'mahal' })[sort],
    ),
  ])(
    'gives each listing once over pages in the order %j, also where many cost the same',
    async (sort) => {
      for (let n = 0; n < 45; n++) {
        const id = `${sort || 'best'}${n}`.padStart(16, '0');
        if (sort === '')
          await sentListing(market, dagan, { name: `Tikar pandan ${id}`, price: 10_000 + (n % 3) * 1000, floor: null });
      }
      const seen: (string | null)[] = [];
      let path: string | null = `/cari?q=tikar+pandan${sort ? `&urut=${sort}` : ''}`;
      for (let pages = 0; path !== null && pages < 9; pages++) {
        const found: Document = await page(path);
        seen.push(
          ...[...found.querySelectorAll('.listing-name a, a.listing-link')].map((link) => link.getAttribute('href')),
        );
        path = found.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
      }
      expect(seen).toHaveLength(45);
      expect(new Set(seen).size).toBe(45);
    },
    120_000,
  );

  it('answers every address with a page, and the database hears no nonsense', async () => {
    const logged: string[] = [];
    const app = createApp({ ...market.deps, log: (level, event) => void logged.push(`${level} ${event}`) });
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        ...[
          "'; drop table listings; --",
          '<script>alert(1)</script>',
          'x'.repeat(300),
          'a\u202eb\u200bc',
          '\u0000',
          ':*',
          '%',
          '\\',
        ],
        ...[
          'gula',
          'purbalingga',
          '-1',
          '1e9',
          '99999999999999999999',
          'NaN',
          'murah',
          'siap',
          '1',
          'halal',
          'makanan',
        ],
        ...[
          '0.1.aaaaaaaaaaaaaaaa',
          '7.2147483648.aaaaaaaaaaaaaaaa',
          '4.999999999999999.aaaaaaaaaaaaaaaa',
          `${'9'.repeat(5000)}`,
        ],
      ),
    );
    const members = [
      ...['q', 'di', 'jenis', 'min', 'maks', 'stok', 'unggulan', 'resmi', 'izin', 'urut', 'sesudah', 'lang'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...members), nasty), { maxLength: 6 }),
        fc.boolean(),
        async (asked, isKind) => {
          const path = `${isKind ? '/kategori/makanan' : '/cari'}?${new URLSearchParams(asked)}`;
          const response = await app.request(path, { headers: HTML });
          expect([200, 302], path).toContain(response.status);
          if (response.status === 302) {
            const next = await app.request(response.headers.get('location') ?? '', { headers: HTML });
            expect(next.status, path).toBe(200);
          } else {
            const found = read(await response.text());
            expect(found.querySelectorAll('h1')).toHaveLength(1);
            expect(found.querySelectorAll('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0);
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  }, 120_000);
});

it('an ask is read as it was written', () => {
  const place = { key: 'a.b', district: 'B', regency: 'A', within: [], villageIds: [], goods: 1 };
  const written = fc.record({
    q: fc.constantFrom('', 'gula', 'kopi & teh'),
    di: fc.constantFrom('', 'a.b'),
    min: fc.constantFrom('', '1000'),
    maks: fc.constantFrom('', '2000'),
    stok: fc.constantFrom('', ...STOCKS),
    unggulan: fc.constantFrom('', '1'),
    izin: fc.constantFrom('', 'halal'),
    urut: fc.constantFrom('', 'murah'),
  });
  fc.assert(
    fc.property(written, (values) => {
      const { ask, unread } = readAsk(
        (name) => (values as Record<string, string>)[name] ?? '',
        new Map([['a.b', place]]),
      );
      expect(unread).toEqual([]);
      expect(Object.fromEntries(membersOf(ask))).toEqual(
        Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
      );
    }),
  );
});

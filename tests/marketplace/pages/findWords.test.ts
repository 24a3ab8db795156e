import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { PERMITS } from './fixtures.ts';
import { read } from './read.ts';

describe.each(backends)('words of price, permit and nearness on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const dagan = await market.village('Desa Dagan');
    await market.deps.db
      .updateTable('villages')
      .set({ district: 'Bobotsari', regency: 'Purbalingga' })
      .where('id', '=', dagan.id)
      .execute();
    const sell = async (name: string, changes: Parameters<typeof sentListing>[2]) => {
      market.clock.advance(60_000);
      return sentListing(market, dagan, { name, ...changes });
    };
    await sell('Kopi robusta', { price: 30_000, permits: { halal: PERMITS.halal } });
    await sell('Kopi arabika', { price: 90_000 });
    await sell('Gula semut halal', { price: 40_000 });
    await sell('Gula semut murni', { price: 45_000, permits: { halal: PERMITS.halal } });
    for (let n = 0; n < 22; n++) await sell(`Keripik pisang ${n}`, { price: 25_000 + n });
  });
  afterAll(() => market.stop());

  const get = (path: string) => market.call('GET', path, { headers: { accept: 'text/html' } });
  const page = async (path: string) => {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    return read(await response.text());
  };
  const names = (of: Document) => [...of.querySelectorAll('.listing-name')].map((name) => name.textContent?.trim());
  const chips = (of: Document) => [...of.querySelectorAll('.find-chips a')].map((chip) => chip.getAttribute('href'));

  it.each([
    ['kopi di bawah 50 ribu', '/cari?q=kopi&maks=50000'],
    ['kopi di atas 50rb', '/cari?q=kopi&min=50000'],
    ['kopi 20-30 ribu', '/cari?q=kopi&min=20000&maks=30000'],
    ['kopi halal', '/cari?q=kopi&izin=halal'],
    ['halal kopi murah', '/cari?q=kopi&izin=halal&urut=murah'],
    ['bpom', '/cari?izin=bpom'],
    ['murah', '/cari?urut=murah'],
    ['kopi termurah', '/cari?q=kopi&urut=murah'],
  ])('“%s” is %s', async (typed, address) => {
    const response = await get(`/cari?${new URLSearchParams({ q: typed })}`);
    expect([response.status, response.headers.get('location')]).toEqual([302, address]);
    await page(address);
  });

  it('shows each as a chip that takes it off', async () => {
    const found = await page('/cari?q=kopi&maks=50000&izin=halal&urut=murah');
    expect(names(found)).toEqual(['Kopi robusta']);
    expect(chips(found)).toEqual([
      '/cari?q=kopi&izin=halal&urut=murah',
      '/cari?q=kopi&maks=50000&urut=murah',
      '/cari?q=kopi&maks=50000&izin=halal',
      '/cari?q=kopi',
    ]);
  });

  it('still finds a good whose name says the word, and leads to the filter', async () => {
    const found = await page('/cari?q=gula+semut+halal');
    expect(names(found)[0]).toBe('Gula semut halal');
    const line = found.querySelector('.find-line a');
    expect(line?.getAttribute('href')).toBe('/cari?q=gula+semut&izin=halal');
    expect(names(await page(line?.getAttribute('href') ?? ''))).toEqual(['Gula semut murni']);
  });

  it.each([
    ['terdekat', '/dekat'],
    ['gula semut dekat saya', '/dekat'],
    ['kopi dekat bobotsari', '/dekat?kab=purbalingga&kec=bobotsari'],
  ])('“%s” leads to %s, and to a page there', async (typed, address) => {
    const found = await page(`/cari?${new URLSearchParams({ q: typed })}`);
    expect(found.querySelector('.find-line a')?.getAttribute('href')).toBe(address);
    expect(found.querySelectorAll('.notice:not(.group-line)').length).toBeLessThanOrEqual(1);
    await page(address);
  });

  it('says one thing at a time', async () => {
    for (const path of [
      '/cari?q=keripik+pisng&di=bulan',
      '/cari?q=kopi+mewah&min=x',
      '/cari?q=kopi+dekat+saya&urut=x',
    ]) {
      expect((await page(path)).querySelectorAll('.notice:not(.group-line)'), path).toHaveLength(1);
    }
  });

  it('leads back to the start from where a list goes on', async () => {
    const first = await page('/cari?q=keripik+pisang&urut=murah');
    expect(first.querySelector('.find-start')).toBeNull();
    const next = await page(first.querySelector('a[rel=next]')?.getAttribute('href') ?? '');
    expect(next.querySelector('.find-start a')?.getAttribute('href')).toBe('/cari?q=keripik+pisang&urut=murah');
  });

  it('keeps what was typed apart from the words around it', async () => {
    const typed = '\u202ekopi\u202c\u2069 x';
    for (const [path, where] of [
      [`/cari?${new URLSearchParams({ q: typed })}`, 'h1 bdi'],
      [`/cari?${new URLSearchParams({ q: '\u202ezzqqxx' })}`, '.notice bdi'],
      [`/cari?${new URLSearchParams({ q: '\u202ezzqqxx', stok: 'habis' })}`, '.notice bdi'],
    ] as const)
      expect((await page(path)).querySelector(where)?.textContent, path).toContain(typed.slice(0, 1));
    expect((await page('/cari?q=kopi')).querySelector('h1')?.textContent).toBe('Hasil untuk “kopi”');
    const empty = await get('/cari?q=%00');
    expect(empty.headers.get('location')).toBe('/cari');
  });
});

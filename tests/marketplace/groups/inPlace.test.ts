import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListingInput } from '#contract';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from '#tests/marketplace/pages/read.ts';

describe.each(backends)('one product of the villages of a place on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const add = async (village: string, district: string, listing: Partial<ListingInput>) => {
      const own = await market.village(village);
      await market.deps.db
        .updateTable('villages')
        .set({ district, regency: 'Purbalingga' })
        .where('id', '=', own.id)
        .execute();
      await addListing(market, own, listing);
    };
    const kg = { unit: 'kg', packSize: null } as const;
    await add('Desa Dagan', 'Bobotsari', { ...kg, price: 70_000 });
    await add('Desa Gandasuli', 'Bobotsari', { ...kg, price: 90_000 });
    await add('Desa Talagening', 'Bobotsari', { ...kg, price: 10_000, availability: 'habis' });
    await add('Desa Serang', 'Karangreja', { ...kg, price: 30_000 });
  });
  afterAll(() => market.stop());

  const open = async (path: string) => (await buyerIn(market).open(path)).html;

  it.each(['/cari?q=gula+semut&di=purbalingga.bobotsari', '/cari?q=gula+semut+bobotsari'])(
    'is linked from %s with its place, and leads to as many villages as it says',
    async (path) => {
      const line = read(await open(path)).querySelector('.group-line');
      expect(line?.textContent).toContain('3 desa di Kec. Bobotsari menjual gula semut');
      expect(line?.getAttribute('href')).toBe('/produk/gula-semut?di=purbalingga.bobotsari');
      const page = read(await open(line?.getAttribute('href') ?? ''));
      expect(page.querySelector('h1')?.textContent).toBe('Gula semut: 3 desa di Kec. Bobotsari');
      expect(page.querySelectorAll('.offers > li')).toHaveLength(3);
    },
  );

  it('has the prices of that place alone, a chip to take it off, and a form that keeps it', async () => {
    const page = read(await open('/produk/gula-semut?di=purbalingga.bobotsari'));
    expect(page.querySelector('.group-prices')?.textContent).toContain('Termurah Rp70.000/kg');
    expect(page.querySelector('.group-chips a')?.getAttribute('href')).toBe('/produk/gula-semut');
    expect(page.querySelector('.group-form')?.getAttribute('action')).toBe(
      '/produk/gula-semut/tanya?di=purbalingga.bobotsari#tanya',
    );
    const back = await buyerIn(market).post('/produk/gula-semut/tanya?di=purbalingga.bobotsari', { text: 'x' });
    const html = await back.text();
    expect(read(html).querySelectorAll('.offers > li')).toHaveLength(3);
  });

  it('says why the prices are of fewer villages', async () => {
    const text = textOf(await open('/produk/gula-semut'));
    expect(text).toContain('Gula semut: 4 desa');
    expect(text).toContain('dari 3 desa');
    expect(text).toContain('Tidak ikut dihitung: 1 desa yang sedang habis.');
  });

  it('says that a place has none, and that a place was not understood', async () => {
    const none = await buyerIn(market).open('/produk/keripik-pisang?di=purbalingga.bobotsari');
    expect(none.status).toBe(404);
    expect(textOf(none.html)).toContain('Belum ada yang menjual keripik pisang di Kec. Bobotsari');
    expect(textOf(await open('/produk/gula-semut?di=bulan'))).toContain('Ini tidak kami mengerti');
  });

  it('promises nothing in a place where one village sells it', async () => {
    expect(await open('/cari?q=gula+semut&di=purbalingga.karangreja')).not.toContain('group-line"');
  });
});

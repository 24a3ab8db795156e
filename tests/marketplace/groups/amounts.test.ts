import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { pressForm, type Typed } from './pressForm.ts';

describe.each(backends)('an amount typed for several villages on %s', (backend) => {
  let market: Marketplace;
  const packs: (TestVillage & { listing: string })[] = [];
  const kilos: (TestVillage & { listing: string })[] = [];
  let address = 0;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    for (const name of ['Dagan', 'Serang', 'Kutabawa']) {
      const village = await market.village(`Desa ${name}`);
      packs.push({ ...village, listing: (await addListing(market, village)).id });
    }
    for (const name of ['Siwarak', 'Panusupan']) {
      const village = await market.village(`Desa ${name}`);
      const { id } = await addListing(market, village, { unit: 'kg', packSize: null, price: 100_000 });
      kilos.push({ ...village, listing: id });
    }
  });
  afterAll(() => market.stop());

  async function press(typed: Typed) {
    const ip = `198.51.100.${++address}`;
    return pressForm(market, await buyerIn(market, ip).open('/produk/gula-semut'), typed, ip);
  }
  const threadsOf = async (village: TestVillage) => (await villageSide(market, village).list()).inquiries;

  it('is refused where the ticked villages sell in another unit than stood beside the price', async () => {
    const refused = await press({ desa: kilos.map(({ listing }) => listing), price: '22rb', quantity: '10' });
    expect([refused.status, textOf(refused.html)]).toEqual([422, expect.stringContaining('Harga ini untuk satuan')]);
    const page = read(refused.html);
    expect(page.querySelector<HTMLInputElement>('[name=price]')?.value).toBe('22rb');
    expect(page.querySelectorAll('input[name=desa]:checked').length).toBe(2);
    for (const village of kilos) expect(await threadsOf(village)).toEqual([]);
  });

  it.each(['10 kg', '1 lusin', '2 ton'])(
    '%j is no number of packs: the field says how they are sold',
    async (quantity) => {
      const refused = await press({ desa: packs.map(({ listing }) => listing), price: '22rb', quantity });
      expect([refused.status, textOf(refused.html)]).toEqual([
        422,
        expect.stringContaining('Barang ini dijual per bungkus (250 g), jadi tulis misalnya 10 bungkus.'),
      ]);
      for (const village of packs) expect(await threadsOf(village)).toEqual([]);
    },
  );

  it('goes out in the unit that was typed and stood there', async () => {
    expect(
      (await press({ desa: packs.map(({ listing }) => listing), price: '22rb', quantity: '10 bungkus' })).status,
    ).toBe(303);
    for (const village of packs) {
      expect((await threadsOf(village)).at(-1).terms).toEqual({ price: 22_000, quantity: 10 });
    }
  });
});

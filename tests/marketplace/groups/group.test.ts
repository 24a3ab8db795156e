import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListingInput } from '#contract';
import { countGroups } from '#marketplace/groups/count.ts';
import { groupNameOf, groupNameOfSlug } from '#marketplace/groups/name.ts';
import { readGroup } from '#marketplace/groups/read.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';
import { jsonLd, read } from '#tests/marketplace/pages/read.ts';

describe('the name of a group', () => {
  it.each([
    ['Gula semut organik Bu Siti 250 gr', 'gula-semut'],
    ['Gula kristal asli', 'gula-semut'],
    ['Palm sugar', 'gula-semut'],
    ['Keripik pisang manis', 'keripik-pisang'],
    ['Kripik pisang', 'keripik-pisang'],
    ['Batik', 'batik'],
  ])('%s is of %s', (name, slug) => {
    expect(groupNameOf(name)?.slug).toBe(slug);
    expect(groupNameOfSlug(slug)?.slug).toBe(slug);
  });
  it.each(['', '   ', '250 gr', '!!!', '\u202e\u200b'])('%j is of none', (name) => {
    expect(groupNameOf(name)).toBeNull();
  });
  it.each(['', '-', 'Gula-Semut', 'gula--semut', '../etc', 'a'.repeat(300), 'gula semut', '%00'])(
    'the address %j is of none',
    (slug) => expect(groupNameOfSlug(slug)).toBeNull(),
  );
});

describe.each(backends)('one product of many villages on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const add = async (village: string, ...listings: Partial<ListingInput>[]) => {
      const own = await market.village(village);
      for (const listing of listings) await addListing(market, own, listing);
    };
    await add('Desa Dagan', { price: 25_000 }, { name: 'Gula semut jahe', price: 20_000 });
    await add('Desa Karangreja', { price: 90_000, unit: 'kg', packSize: null });
    await add('Desa Serang', { name: 'Gula kristal', price: 60_000, packSize: { amount: 500, measure: 'gram' } });
    await add('Desa Kutabawa', { price: 15_000, packSize: null });
    await add('Desa Siwarak', { price: 10_000, availability: 'habis' });
    await add('Desa Lain', { name: 'Keripik pisang' });
  });
  afterAll(() => market.stop());

  it('stands with one listing of each village: the cheapest it has, comparable ones first, sold out last', async () => {
    const name = groupNameOf('gula semut');
    if (name === null) throw new Error('no group');
    const { offers, prices, hasMore } = await readGroup(market.deps, name);
    expect(offers.map(({ listing, compared }) => [listing.village.name, compared])).toEqual([
      ['Desa Dagan', 80_000],
      ['Desa Karangreja', 90_000],
      ['Desa Serang', 120_000],
      ['Desa Kutabawa', null],
      ['Desa Siwarak', 40_000],
    ]);
    expect(prices).toEqual({ per: 'kg', lowest: 80_000, median: 90_000, villages: 3 });
    expect(hasMore).toBe(false);
  });

  it('is a page that says so, and tells search engines', async () => {
    const { status, html, headers } = await buyerIn(market).open('/produk/gula-semut');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('private');
    const text = textOf(html);
    expect(text).toContain('Gula semut: 5 desa');
    expect(text).toContain('Termurah Rp80.000/kg');
    expect(text).toContain('Harga tengah Rp90.000/kg, dari 3 desa');
    const page = read(html);
    expect(page.querySelectorAll('input[name=desa]').length).toBe(4);
    expect(jsonLd(page)[0]).toMatchObject({
      '@type': 'Product',
      name: 'Gula semut',
      offers: { '@type': 'AggregateOffer', lowPrice: 15_000, highPrice: 90_000, offerCount: 5, priceCurrency: 'IDR' },
    });
  });

  it('has one address, however the goods are called', async () => {
    const { status, headers } = await buyerIn(market).open('/produk/palm-sugar?lang=en');
    expect([status, headers.get('location')]).toEqual([301, '/produk/gula-semut?lang=en']);
  });

  it('leads to the search where nobody sells it, and is no page where the address names no goods', async () => {
    const none = await buyerIn(market).open('/produk/durian-montong');
    expect([none.status, none.html]).toEqual([404, expect.stringContaining('/cari?q=durian+montong')]);
    expect((await buyerIn(market).open('/produk/a%00b')).status).toBe(404);
  });

  it('is linked from the product, from a search for it and, once counted, from the start page and the sitemap', async () => {
    const buyer = buyerIn(market);
    const link = 'href="/produk/gula-semut"';
    const search = await buyer.open('/cari?q=gula+semut');
    expect(search.html).toContain(link);
    expect(textOf(search.html)).toContain('5 desa menjual gula semut');
    expect((await buyer.open('/cari?q=keripik+pisang')).html).not.toContain('/produk/');
    expect((await buyer.open('/')).html).not.toContain(link);
    await countGroups(market.deps);
    expect((await buyer.open('/')).html).toContain(link);
    expect((await buyer.open('/sitemap.xml')).html).toContain('/produk/gula-semut</loc>');
    const groups = await market.deps.db.selectFrom('product_groups').select(['slug', 'villages']).execute();
    expect(groups).toEqual([{ slug: 'gula-semut', villages: 5 }]);
    const { slug } = await addListing(market, await market.village('Desa Baru'), { price: 30_000 });
    expect(textOf((await buyer.open(`/p/${slug}`)).html)).toContain('desa menjual gula semut');
  });
});

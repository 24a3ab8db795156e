import type { Market } from '#stack/market.ts';
import type { Held, Listed } from './tally.ts';

/** Every product of the village in the marketplace's database, hidden ones too. */
export async function listedBy(market: Market, slug: string): Promise<Listed[]> {
  const rows = await market
    .deps()
    .db.selectFrom('listings')
    .innerJoin('villages', 'villages.id', 'listings.village_id')
    .select(['listings.id', 'listings.name'])
    .where('villages.slug', '=', slug)
    .execute();
  return rows.map(({ id, name }) => ({ id, name }));
}

/** Every conversation with the village in the marketplace's database. */
export async function heldBy(market: Market, slug: string): Promise<Held[]> {
  const rows = await market
    .deps()
    .db.selectFrom('inquiries')
    .innerJoin('villages', 'villages.id', 'inquiries.village_id')
    .select(({ selectFrom }) => [
      'inquiries.listing_id',
      'inquiries.state',
      selectFrom('inquiry_events')
        .whereRef('inquiry_events.village_id', '=', 'inquiries.village_id')
        .whereRef('inquiry_events.inquiry_id', '=', 'inquiries.id')
        .where('inquiry_events.by', '=', 'village')
        .select(({ fn }) => fn.countAll<string>().as('said'))
        .as('said'),
    ])
    .where('villages.slug', '=', slug)
    .execute();
  return rows.map(({ listing_id: listingId, state, said }) => ({
    listingId,
    saidByVillage: Number(said),
    isSold: state === 'fulfilled',
  }));
}

/** What any visitor sees on the village's page: its products' names with their addresses. */
export async function shownBy(market: Market, slug: string): Promise<[name: string, url: string][]> {
  const html = await (await fetch(`${market.url}/desa/${slug}`)).text();
  const links = html.matchAll(/class="listing-link" href="([^"]*)">([^<]*)</g);
  return [...links].map(([, href = '', name = '']) => [name, new URL(href, market.url).href]);
}

/** How many of these product pages say that the village's own site leads to them. */
export async function verifiedAmong(urls: Iterable<string>): Promise<number> {
  const pages = await Promise.all([...urls].map(async (url) => (await fetch(url)).text()));
  return pages.filter((html) => html.includes('Produk ini ditautkan dari situs resmi desa')).length;
}

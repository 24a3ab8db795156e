import type { Deps } from '#marketplace/deps.ts';
import { largestGroups } from '#marketplace/groups/counted.ts';
import { listedInFull, listedSlugs, newestInFull } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { approvedVillages, findBySlug } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import type { View } from '#marketplace/web/view.ts';
import { atomFeed } from './feeds/atom.ts';
import { MERCHANT_END, merchantHead, merchantItem } from './feeds/merchant.ts';
import { FIXED_PLACES, type Place, robots, sitemap, sitemapIndex } from './feeds/sitemap.ts';
import { streamOf, xmlResponse } from './feeds/xml.ts';

const FEED = 30;
const HOUR_SECONDS = 3600;

export const feed: PageHandler = async ({ deps, view }) => {
  const listings = await newestInFull(deps, { limit: FEED });
  const title = `${view.t('brand')}: ${view.t('newest')}`;
  return xmlResponse(atomFeed(view, { title, path: '/feed.xml', page: '/', listings }), 'application/atom+xml', 300);
};

export const villageFeed: PageHandler = async ({ deps, view, param }) => {
  const village = await findBySlug(deps, param('slug'));
  if (village === null) throw new ProblemError('not_found');
  const listings = await newestInFull(deps, { villageId: village.id, limit: FEED });
  const page = `/desa/${village.slug}`;
  const body = atomFeed(view, { title: village.name, path: `${page}/feed.xml`, page, listings });
  return xmlResponse(body, 'application/atom+xml', 300);
};

const BATCH = 200;

/** The feed is streamed in batches, so that a catalogue of 100,000 products is never in memory at once. */
export const merchantFeed: PageHandler = ({ deps, view }) =>
  xmlResponse(streamOf(merchantParts(deps, view)), 'application/xml', HOUR_SECONDS);

async function* merchantParts(deps: Deps, view: View): AsyncGenerator<string, void> {
  yield merchantHead(view);
  let afterId: string | undefined = '';
  while (afterId !== undefined) {
    const batch = await listedInFull(deps, { afterId, limit: BATCH });
    yield batch.map((listing) => merchantItem(view, listing)).join('');
    afterId = batch.length === BATCH ? batch.at(-1)?.id : undefined;
  }
  yield MERCHANT_END;
}

/**
 * With more products than this, the sitemap becomes an index of parts, one for each first character of an id; ids are
 * random, so the parts are of like size.
 */
const ONE_SITEMAP = 10_000;
const PART_MAX = 50_000;
const FIRST_SIGNS = [...'0123456789abcdefghijklmnopqrstuvwxyz'];

const productPlace = ({ slug, updatedAt }: { slug: string; updatedAt: Date }): Place => ({
  path: `/p/${slug}`,
  updatedAt,
});

async function villagePlaces(deps: Deps): Promise<Place[]> {
  const [villages, groups] = await Promise.all([
    approvedVillages(deps, { limit: ONE_SITEMAP }),
    largestGroups(deps, { least: 2, limit: ONE_SITEMAP }),
  ]);
  return [
    ...villages.map(({ slug }) => ({ path: `/desa/${slug}` })),
    ...groups.map(({ slug }) => ({ path: `/produk/${slug}` })),
  ];
}

export const siteMap: PageHandler = async ({ deps, view }) => {
  const products = await listedSlugs(deps, { limit: ONE_SITEMAP + 1 });
  if (products.length > ONE_SITEMAP) {
    const parts = ['desa', ...FIRST_SIGNS].map((part) => `/sitemap/${part}.xml`);
    return xmlResponse(sitemapIndex(view.baseUrl, parts), 'application/xml', HOUR_SECONDS);
  }
  const places = [...FIXED_PLACES, ...(await villagePlaces(deps)), ...products.map(productPlace)];
  return xmlResponse(sitemap(view.baseUrl, places), 'application/xml', HOUR_SECONDS);
};

export const siteMapPart: PageHandler = async ({ deps, view, param }) => {
  const part = param('part').replace(/\.xml$/, '');
  if (part === 'desa') {
    const places = [...FIXED_PLACES, ...(await villagePlaces(deps))];
    return xmlResponse(sitemap(view.baseUrl, places), 'application/xml', HOUR_SECONDS);
  }
  if (!FIRST_SIGNS.includes(part)) throw new ProblemError('not_found');
  const rows = await listedSlugs(deps, { afterId: part, limit: PART_MAX });
  const places = rows.filter((row) => row.id.startsWith(part)).map(productPlace);
  return xmlResponse(sitemap(view.baseUrl, places), 'application/xml', HOUR_SECONDS);
};

export const robotsTxt: PageHandler = ({ view }) =>
  new Response(robots(view.baseUrl), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': `public, max-age=${HOUR_SECONDS}` },
  });

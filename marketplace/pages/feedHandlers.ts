import { CATEGORIES, CATEGORY_LABELS, Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { largestGroups } from '#marketplace/groups/counted.ts';
import { listedSlugs, newestInFull, placesOf } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { approvedVillages, findBySlug } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { atomFeed } from './feeds/atom.ts';
import type { CatalogueName } from './feeds/catalogue.ts';
import { openCatalogue } from './feeds/files.ts';
import { fixedPlaces, type Place, robots, sitemap, sitemapIndex } from './feeds/sitemap.ts';
import { xmlResponse } from './feeds/xml.ts';

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

export const categoryFeed: PageHandler = async ({ deps, view, param }) => {
  const known = Category.safeParse(param('category'));
  if (!known.success) throw new ProblemError('not_found');
  const listings = await newestInFull(deps, { category: known.data, limit: FEED });
  const page = `/kategori/${known.data}`;
  const title = CATEGORY_LABELS[view.locale][known.data];
  const body = atomFeed(view, { title, path: `${page}/feed.xml`, page, listings });
  return xmlResponse(body, 'application/atom+xml', 300);
};

/** As long as a catalogue stands before it is written anew. */
const CATALOGUE_SECONDS = 1800;

/** A catalogue comes from a file that a job writes: however many ask for it, the database is asked nothing. */
const catalogue =
  (name: CatalogueName): PageHandler =>
  async ({ deps, c }) => {
    const { body, tag } = await openCatalogue(deps, name);
    const answer = xmlResponse(body, 'application/xml', CATALOGUE_SECONDS);
    answer.headers.set('etag', tag);
    if (!c.req.header('if-none-match')?.includes(tag)) return answer;
    await body.cancel();
    return new Response(null, { status: 304, headers: answer.headers });
  };

export const googleFeed = catalogue('google');
export const metaFeed = catalogue('meta');

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
  const [villages, groups, { kinds }] = await Promise.all([
    approvedVillages(deps, { limit: ONE_SITEMAP }),
    largestGroups(deps, { least: 2, limit: ONE_SITEMAP }),
    placesOf(deps),
  ]);
  return [
    ...fixedPlaces(CATEGORIES.filter((kind) => kinds.has(kind))),
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
  const places = [...(await villagePlaces(deps)), ...products.map(productPlace)];
  return xmlResponse(sitemap(view.baseUrl, places), 'application/xml', HOUR_SECONDS);
};

export const siteMapPart: PageHandler = async ({ deps, view, param }) => {
  const part = param('part').replace(/\.xml$/, '');
  if (part === 'desa') {
    const places = [...(await villagePlaces(deps))];
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

import { Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { medianAnswerMinutes } from '#marketplace/inquiries/quality.ts';
import { newestListings, sameProduct, villageListings } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { approvedVillages, findBySlug, type PublicVillage } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { listPage } from './find/handle.ts';
import { renderHome } from './Home.tsx';
import type { ListedProduct } from './models.ts';
import { renderVillage } from './Village.tsx';
import { renderVillages } from './Villages.tsx';

/** How many products a page lists: full rows, both of two on a phone and of five on a desk. */
const LIST = 20;
const HOME_PRODUCTS = 12;
const HOME_VILLAGES = 12;

export const home: PageHandler = async ({ deps, view }) => {
  const [{ listings }, villages] = await Promise.all([
    newestListings(deps, { limit: HOME_PRODUCTS }),
    approvedVillages(deps, { limit: HOME_VILLAGES + 1 }),
  ]);
  const shown = villages.slice(0, HOME_VILLAGES);
  return htmlPage(
    renderHome(view, { newest: listings, villages: shown, moreVillages: villages.length > shown.length }),
    { hasScript: true },
  );
};

export const search: PageHandler = (request) => listPage(request, request.query('jenis'));

export const category: PageHandler = async (request) => {
  const known = Category.safeParse(request.param('category'));
  if (!known.success) throw new ProblemError('not_found');
  return listPage(request, known.data);
};

export const villages: PageHandler = async ({ deps, view, query }) => {
  const afterSlug = query('sesudah');
  const found = await approvedVillages(deps, { afterSlug, limit: LIST * 4 + 1 });
  const shown = found.slice(0, LIST * 4);
  const next = found.length > shown.length ? (shown.at(-1)?.slug ?? null) : null;
  return htmlPage(renderVillages(view, { villages: shown, next, continued: afterSlug !== '' }));
};

export const village: PageHandler = async ({ deps, view, param, query }) => {
  const found = await findBySlug(deps, param('slug'));
  if (found === null) throw new ProblemError('not_found');
  const after = query('sesudah') || undefined;
  const [page, minutes] = await Promise.all([
    villageListings(deps, found.id, { after, limit: LIST }),
    medianAnswerMinutes(deps, found.id),
  ]);
  const elsewhere = after === undefined ? await neighboursGoods(deps, found, page.listings) : [];
  const profile = {
    ...found,
    siteUrl: found.sites[0] ?? null,
    medianAnswer: minutes === null ? null : minutes * 60_000,
  };
  return htmlPage(renderVillage(view, { ...page, village: profile, elsewhere, continued: after !== undefined }));
};

const NEIGHBOURS = 4;

/** The same products of other villages, for the first two listings of this page; flagships come first. */
async function neighboursGoods(deps: Deps, own: PublicVillage, listings: ListedProduct[]): Promise<ListedProduct[]> {
  const asked = [...listings].sort((a, b) => Number(b.flagship) - Number(a.flagship)).slice(0, 2);
  const found = await Promise.all(asked.map((listing) => sameProduct(deps, listing, NEIGHBOURS)));
  const byId = new Map(found.flat().map((listing) => [listing.id, listing]));
  return [...byId.values()].filter((listing) => listing.village.id !== own.id).slice(0, NEIGHBOURS);
}

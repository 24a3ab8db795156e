import { Category } from '#contract';
import { cut } from '#contract/cut.ts';
import { largestGroups, linkedGroup } from '#marketplace/groups/counted.ts';
import { kindsOnSale } from '#marketplace/listings/kinds.ts';
import { newestListings, searchListings } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { approvedVillages } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { renderHome } from './Home.tsx';
import { renderCategory, renderSearch } from './Results.tsx';

/** How many products a page lists: full rows, both of two on a phone and of five on a desk. */
const LIST = 20;
const HOME_PRODUCTS = 12;
const HOME_VILLAGES = 12;
const HOME_GROUPS = { least: 3, limit: 8 };
const QUERY_MAX = 100;

export const home: PageHandler = async ({ deps, view }) => {
  const [{ listings }, kinds, villages, groups] = await Promise.all([
    newestListings(deps, { limit: HOME_PRODUCTS }),
    kindsOnSale(deps),
    approvedVillages(deps, { limit: HOME_VILLAGES }),
    largestGroups(deps, HOME_GROUPS),
  ]);
  return htmlPage(renderHome(view, { newest: listings, kinds, groups, villages }));
};

export const search: PageHandler = async ({ deps, view, query }) => {
  const typed = cut(query('q').trim(), QUERY_MAX);
  const after = query('sesudah') || undefined;
  const page = await searchListings(deps, { query: typed, after, limit: LIST });
  const group = after === undefined ? await linkedGroup(deps, typed, page.listings) : null;
  return htmlPage(renderSearch(view, { ...page, query: typed, continued: after !== undefined, group }));
};

export const category: PageHandler = async ({ deps, view, param, query }) => {
  const known = Category.safeParse(param('category'));
  if (!known.success) throw new ProblemError('not_found');
  const after = query('sesudah') || undefined;
  const page = await newestListings(deps, { category: known.data, after, limit: LIST });
  return htmlPage(renderCategory(view, { ...page, category: known.data, continued: after !== undefined }));
};

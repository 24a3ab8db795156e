import { Category } from '#contract';
import { largestGroups } from '#marketplace/groups/counted.ts';
import { kindsOnSale } from '#marketplace/listings/kinds.ts';
import { newestListings } from '#marketplace/listings/service.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { approvedVillages } from '#marketplace/villages/service.ts';
import type { PageHandler } from '#marketplace/web/page.ts';
import { htmlPage } from '#marketplace/web/respond.ts';
import { listPage } from './find/handle.ts';
import { renderHome } from './Home.tsx';

const HOME_PRODUCTS = 12;
const HOME_VILLAGES = 12;
const HOME_GROUPS = { least: 3, limit: 8 };

export const home: PageHandler = async ({ deps, view }) => {
  const [{ listings }, kinds, villages, groups] = await Promise.all([
    newestListings(deps, { limit: HOME_PRODUCTS }),
    kindsOnSale(deps),
    approvedVillages(deps, { limit: HOME_VILLAGES }),
    largestGroups(deps, HOME_GROUPS),
  ]);
  return htmlPage(renderHome(view, { newest: listings, kinds, groups, villages }), { hasScript: true });
};

export const search: PageHandler = (request) => listPage(request, request.query('jenis'));

export const category: PageHandler = async (request) => {
  const known = Category.safeParse(request.param('category'));
  if (!known.success) throw new ProblemError('not_found');
  return listPage(request, known.data);
};

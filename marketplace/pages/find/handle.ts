import { wibDay } from '#contract/wib.ts';
import type { Deps } from '#marketplace/deps.ts';
import { linkedGroup, linkedGroupIn } from '#marketplace/groups/counted.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import {
  type Filters,
  type ListingCard,
  type Place,
  placesNamed,
  placesOf,
  searchListings,
} from '#marketplace/listings/service.ts';
import { type ListData, renderList } from '#marketplace/pages/Results.tsx';
import { ProblemError } from '#marketplace/problem.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, SHARED } from '#marketplace/web/respond.ts';
import { isWrittenOtherwise, listLink } from './address.ts';
import { type Ask, filtersOf, MEMBERS, NOTHING, readAsk } from './ask.ts';
import type { Way } from './Nothing.tsx';
import { isInName, saysNear, withoutPermitWord, withoutPriceWords } from './saidInWords.ts';

/** How many products a page lists: full rows, both of two on a phone and of five on a desk. */
const LIST = 20;

/** A list of products as its address asks for it; `category` is that of the address, typed by whoever wrote it. */
export async function listPage(request: PageRequest, category: string): Promise<Awaited<ReturnType<PageHandler>>> {
  const { deps, c, view, query } = request;
  const places = await placesOf(deps);
  const { ask: typed, unread } = readAsk((name) => (name === 'jenis' ? category : query(name)), places.byKey);
  const { ask, permitted } = await saidIn(deps, typed);
  const isSaid = ask !== typed;
  // Where a list goes on is told for the list as it was asked for.
  const after = (isSaid ? '' : query('sesudah')) || undefined;
  const { pathname, searchParams } = new URL(c.req.url);
  if (unread.length === 0 && (isSaid || isWrittenOtherwise(searchParams, pathname, ask, MEMBERS))) {
    const headers = { location: listLink(view, ask, after ?? null), 'cache-control': SHARED };
    return new Response(null, { status: 302, headers });
  }
  const page = await find(deps, ask, { after, limit: LIST });
  const isEmpty = page.listings.length === 0 && after === undefined;
  const named = ask.query === '' ? { villages: [], places: [] } : placesNamed(places, ask.query);
  const group = after === undefined && ask.query !== '' ? await groupOf(deps, ask, named.places, page.listings) : null;
  return htmlPage(
    renderList(view, {
      ...page,
      group,
      ask,
      unread,
      places,
      named,
      permitted,
      near: saysNear(ask.query) ? { from: ask.place ?? named.places[0] ?? null } : null,
      continued: after !== undefined,
      ...(isEmpty ? await waysOn(request, ask) : { ways: [], unfiltered: null }),
    }),
    { hasScript: true },
  );
}

/**
 * What is asked for where the words say a price, an order or a permit, which then is a filter. `permitted`: the filter that a word
 * may mean which also stands in names ("Gula semut halal"), so that both ways are open.
 */
async function saidIn(
  deps: Deps,
  typed: Ask,
): Promise<{ ask: Ask; permitted: NonNullable<ListData['permitted']> | null }> {
  const ask = withoutPriceWords(typed) ?? typed;
  const permitted = withoutPermitWord(ask);
  if (permitted === null) return { ask, permitted };
  const { listings, matching, mentioned } = await find(deps, ask, { limit: LIST });
  const names = mentioned ? [] : listings.slice(0, matching).map(({ name }) => name);
  return isInName(permitted.permit, names) ? { ask, permitted } : { ask: permitted, permitted: null };
}

/** The group that the words name, within the place that was chosen, or else typed. */
function groupOf(deps: Deps, ask: Ask, typed: Place[], seen: ListingCard[]) {
  const place = ask.place ?? typed.find(({ district }) => district !== null) ?? typed[0] ?? null;
  return place === null ? linkedGroup(deps, ask.query, seen) : linkedGroupIn(deps, ask.query, place);
}

/** The products that an ask finds. */
function find(deps: Deps, ask: Ask, { after, limit }: { after?: string | undefined; limit: number }) {
  const filters: Filters = {
    category: ask.category ?? undefined,
    within: ask.place?.within,
    priceMin: ask.priceMin ?? undefined,
    priceMax: ask.priceMax ?? undefined,
    availability: ask.stock === 'siap' ? ['ada', 'terbatas'] : ask.stock === null ? undefined : [ask.stock],
    flagship: ask.flagship,
    verified: ask.verified,
    permit: ask.permit === null ? undefined : { kind: ask.permit, today: wibDay(deps.now()) },
  };
  return searchListings(deps, { ...filters, query: ask.query, sort: ask.sort, after, limit });
}

/** Each way on is a search of its own, and no page that is kept: who asks for many such lists gets the plain way on. */
const WAYS_PER_SENDER = { name: 'ways', max: 120, seconds: 600 };
const mayLookOn = (deps: Deps, c: PageRequest['c']) =>
  limitSender(deps, WAYS_PER_SENDER, c).then(
    () => true,
    (error) => {
      if (error instanceof ProblemError && error.code === 'too_many') return false;
      throw error;
    },
  );

/** Nothing was found: which one filter hides all, else whether there is anything without filters. */
async function waysOn({ deps, c }: PageRequest, ask: Ask): Promise<{ ways: Way[]; unfiltered: Ask | null }> {
  const ways: Way[] = [];
  const filters = filtersOf(ask);
  if (filters.length > 0 && !(await mayLookOn(deps, c))) return { ways, unfiltered: { ...NOTHING, query: ask.query } };
  for (const way of filters) {
    const { listings } = await find(deps, way.without, { limit: 1 });
    if (listings.length > 0) ways.push(way);
  }
  if (ways.length > 0 || filters.length < 2) return { ways, unfiltered: null };
  const unfiltered = { ...NOTHING, query: ask.query };
  const { listings } = await find(deps, unfiltered, { limit: 1 });
  return { ways, unfiltered: listings.length > 0 ? unfiltered : null };
}

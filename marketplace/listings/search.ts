import type { Deps } from '#marketplace/deps.ts';
import { readQuery } from '#marketplace/search/query.ts';
import { type CardPage, readCursor, writeCursor } from './cursor.ts';
import { type Filters, isNarrowed, narrow } from './filters.ts';
import { newestListings } from './lists.ts';
import { type CardRow, selectCards, toCard } from './public.ts';
import { searchByName } from './searchByName.ts';
import { keyOf, type Sort, sorted } from './sort.ts';
import { LOOSE, MENTIONED, type Tier, tiersOf } from './tiers.ts';

export interface SearchOptions extends Filters {
  query: string;
  sort?: Sort | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

export interface SearchPage extends CardPage {
  /** What was searched instead of the typed words, when a typo was corrected. */
  corrected: string | null;
  /** True when no listing had all the words, so that these are the thing itself, or some of the things. */
  loose: boolean;
  /** True when the words stand in no name, and these only speak of them. */
  mentioned: boolean;
}

/** Public listings for a buyer's words: the better match first (see `tiersOf`), and in each tier as `sort` says. */
export async function searchListings(deps: Deps, options: SearchOptions): Promise<SearchPage> {
  const { limit, sort = 'best' } = options;
  const query = await readQuery(deps.db, options.query);
  if (query === null) {
    return { ...(await newestListings(deps, options)), corrected: null, loose: false, mentioned: false };
  }
  const cursor = readCursor(options.after, sort);
  const found: { tier: number; row: CardRow }[] = [];
  for (const tier of tiersOf(query)) {
    if (found.length > limit || tier.tier < (cursor?.tier ?? 0)) continue;
    // What has some of the words is only for a search that nothing has all the words of.
    if (tier.tier === LOOSE ? found.length > 0 || (cursor !== null && cursor.tier !== LOOSE) : cursor?.tier === LOOSE)
      continue;
    const after = cursor?.tier === tier.tier ? cursor : null;
    const rows = await inTier(deps, tier, { ...options, sort, after, limit: limit + 1 - found.length });
    found.push(...rows.map((row) => ({ tier: tier.tier, row })));
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    listings: shown.map(({ row }) => toCard(row)),
    next: last ? writeCursor({ tier: last.tier, key: keyOf(last.row, sort), id: last.row.id }) : null,
    corrected: query.corrected,
    loose: shown.some(({ tier }) => tier === LOOSE),
    mentioned: cursor === null && shown[0]?.tier === MENTIONED,
  };
}

type Rest = Omit<SearchOptions, 'after' | 'sort'> & { sort: Sort; after: ReturnType<typeof readCursor> };

function inTier(deps: Deps, tier: Tier, options: Rest): Promise<CardRow[]> {
  const { sort, after, limit } = options;
  if (tier.walk && sort === 'best' && !isNarrowed(options)) {
    const { lexemes, without } = tier.walk;
    return searchByName(deps.db, lexemes, { category: options.category, without, after, limit });
  }
  const cards = narrow(selectCards(deps.db), options).where('l.listed', '=', true).where(tier.where);
  return sorted(cards, sort, after).limit(limit).execute();
}

import { sql } from 'kysely';
import type { Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { allOf, readQuery } from '#marketplace/search/query.ts';
import { beyond, type CardPage, type Cursor, readCursor, writeCursor } from './cursor.ts';
import { newestListings } from './lists.ts';
import { type CardRow, selectCards, toCard } from './public.ts';
import { searchByName } from './searchByName.ts';

export interface SearchOptions {
  query: string;
  category?: Category | undefined;
  villageId?: string | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

export interface SearchPage extends CardPage {
  /** What was searched instead of the typed words, when a typo was corrected. */
  corrected: string | null;
  /** True when no listing had all the words, so that these have some of them. */
  loose: boolean;
}

/** Tiers of a result: all words in the name, all words anywhere, some words anywhere. */
const NAMED = 0;
const ANYWHERE = 1;
const LOOSE = 2;

/** Public listings for a buyer's words: first those with the words in their name, then the rest, each best rank first. */
export async function searchListings(deps: Deps, options: SearchOptions): Promise<SearchPage> {
  const query = await readQuery(deps.db, options.query);
  if (query === null) return { ...(await newestListings(deps, options)), corrected: null, loose: false };
  const cursor = readCursor(options.after);
  const wanted = options.limit + 1;
  const found: { tier: number; row: CardRow }[] = [];
  const add = (tier: number, rows: CardRow[]) => found.push(...rows.map((row) => ({ tier, row })));
  const rest = (tier: number) => ({
    ...options,
    after: cursor?.tier === tier ? cursor : null,
    limit: wanted - found.length,
  });

  if (cursor === null || cursor.tier === NAMED) {
    add(NAMED, await searchByName(deps.db, query.lexemes, rest(NAMED)));
  }
  if (found.length < wanted && cursor?.tier !== LOOSE) {
    add(ANYWHERE, await matching(deps, query.all, allOf(query.lexemes), rest(ANYWHERE)));
  }
  const hopeless = cursor === null ? found.length === 0 : cursor.tier === LOOSE;
  if (hopeless && query.any !== query.all) add(LOOSE, await matching(deps, query.any, null, rest(LOOSE)));

  const shown = found.slice(0, options.limit);
  const last = found.length > options.limit ? shown.at(-1) : undefined;
  return {
    listings: shown.map(({ row }) => toCard(row)),
    next: last ? writeCursor({ tier: last.tier, rank: last.row.rank, id: last.row.id }) : null,
    corrected: query.corrected,
    loose: hopeless && shown.length > 0,
  };
}

interface Rest extends Omit<SearchOptions, 'after'> {
  after: Cursor | null;
}

/** Listings that match anywhere, without those whose name matches `unlessNamed`, because the tier before held them. */
function matching(deps: Deps, query: string, unlessNamed: string | null, options: Rest): Promise<CardRow[]> {
  let rows = selectCards(deps.db).where('l.listed', '=', true).where(sql<boolean>`l.all_words @@ ${query}::tsquery`);
  if (unlessNamed !== null) rows = rows.where(sql<boolean>`not l.name_words @@ ${unlessNamed}::tsquery`);
  if (options.category) rows = rows.where('l.category', '=', options.category);
  if (options.villageId) rows = rows.where('l.village_id', '=', options.villageId);
  if (options.after) rows = rows.where(beyond(options.after));
  return rows.orderBy('l.rank', 'desc').orderBy('l.id', 'desc').limit(options.limit).execute();
}

import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../contract/index.ts';
import type { Deps } from '../deps.ts';
import { readQuery } from '../search/query.ts';
import { beyond, type CardPage, readCursor, writeCursor } from './cursor.ts';
import { newestListings } from './lists.ts';
import { type CardRow, selectCards, toCard } from './public.ts';

export interface SearchOptions {
  query: string;
  category?: Category | undefined;
  villageId?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

export interface SearchPage extends CardPage {
  /** What was searched instead of the typed words, when a typo was corrected. */
  corrected: string | null;
  /** Nothing had all the words, so these have some of them. */
  loose: boolean;
}

const matches = (column: 'name_words' | 'all_words', query: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`l.${column}`)} @@ to_tsquery('indonesian', ${query})`;

/**
 * Public listings for a buyer's words. First those that have the words in their name, then the rest, each in the order
 * of `rank`: the index gives either the few matches of a rare word or walks the best ones of a common word, so no
 * search sorts thousands of rows.
 */
export async function searchListings(deps: Deps, options: SearchOptions): Promise<SearchPage> {
  const query = await readQuery(deps.db, options.query);
  if (query === null) return { ...(await newestListings(deps, options)), corrected: null, loose: false };
  const all = await searchTiers(deps, options, query.all);
  if (all.listings.length > 0 || query.all === query.any) return { ...all, corrected: query.corrected, loose: false };
  return { ...(await searchTiers(deps, options, query.any)), corrected: query.corrected, loose: true };
}

async function searchTiers(deps: Deps, options: SearchOptions, query: string): Promise<CardPage> {
  const cursor = readCursor(options.after);
  const wanted = options.limit + 1;
  const found: { tier: number; row: CardRow }[] = [];
  for (let tier = cursor?.tier ?? 0; tier < 2 && found.length < wanted; tier++) {
    let rows = selectCards(deps.db)
      .where('l.listed', '=', true)
      .where(matches(tier === 0 ? 'name_words' : 'all_words', query));
    if (tier === 1) rows = rows.where(sql<boolean>`not ${matches('name_words', query)}`);
    if (options.category) rows = rows.where('l.category', '=', options.category);
    if (options.villageId) rows = rows.where('l.village_id', '=', options.villageId);
    if (cursor?.tier === tier) rows = rows.where(beyond(cursor));
    const ordered = rows.orderBy('l.rank', 'desc').orderBy('l.id', 'desc');
    const part = await ordered.limit(wanted - found.length).execute();
    found.push(...part.map((row) => ({ tier, row })));
  }
  const shown = found.slice(0, options.limit);
  const last = shown.at(-1);
  const more = found.length > options.limit && last !== undefined;
  return {
    listings: shown.map(({ row }) => toCard(row)),
    next: more ? writeCursor({ tier: last.tier, rank: last.row.rank, id: last.row.id }) : null,
  };
}

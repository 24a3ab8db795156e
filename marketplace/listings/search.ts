import type { Deps } from '#marketplace/deps.ts';
import { readQuery } from '#marketplace/search/query.ts';
import { sought } from '#marketplace/search/sought.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import { type CardPage, type Cursor, readCursor, writeCursor } from './cursor.ts';
import { type Filters, isNarrowed, narrow } from './filters.ts';
import { kindIn } from './kindInWords.ts';
import { newestListings } from './lists.ts';
import { villagesNamed } from './namedPlaces.ts';
import { placesOf } from './places.ts';
import { type CardRow, selectCards, toCard } from './public.ts';
import { searchByName } from './searchByName.ts';
import { keyOf, type Sort, sorted } from './sort.ts';
import { isNear, MENTIONED, NAMES, NEAR, type Tier } from './tiers.ts';
import { tiersOf } from './tiersOf.ts';

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
  /** True when nothing has all the words, so that these are the thing itself, or one of the things. */
  loose: boolean;
  /** How many of these, at the beginning, have all the words as names; what follows is the `tail`. */
  matching: number;
  /** What the rest is: only near to what was asked for, or only speaking of it; null without a rest. */
  tail: Tail;
  /** How many of these, at the beginning, are the thing itself with every other word. */
  being: number;
  /** True when the words stand in no name, and these only speak of them. */
  mentioned: boolean;
}

/** Public listings for a buyer's words: the better match first (see `tiersOf`), and in each tier as `sort` says. */
export async function searchListings(deps: Deps, options: SearchOptions): Promise<SearchPage> {
  const { limit, sort = 'best' } = options;
  if (isWordless(options.query)) return { listings: [], next: null, ...PLAIN, matching: 0, being: 0 };
  const { category, words } = await kindIn(deps.db, sought(options.query), options.category);
  if (words.length === 0) {
    const page = await newestListings(deps, { ...options, category });
    return { ...page, ...PLAIN, matching: page.listings.length, being: 0 };
  }
  const places = await placesOf(deps);
  const query = await readQuery(deps.db, words, places.words);
  const villageIds = query.isPlaceOnly ? villagesNamed(places, options.query) : [];
  const cursor = readCursor(options.after, sort);
  const found: { tier: number; row: CardRow }[] = [];
  for (const tier of tiersOf(query, villageIds)) {
    if (found.length > limit || tier.tier < (cursor?.tier ?? 0)) continue;
    if (tier.only && tier.only !== came(found, cursor)) continue;
    const after = cursor?.tier === tier.tier ? cursor : null;
    const rows = await inTier(deps, tier, { ...options, category, sort, after, limit: limit + 1 - found.length });
    found.push(...rows.map((row) => ({ tier: tier.tier, row })));
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    listings: shown.map(({ row }) => toCard(row)),
    next: last ? writeCursor({ tier: last.tier, key: keyOf(last.row, sort), id: last.row.id }) : null,
    corrected: query.corrected,
    loose: shown.some(({ tier }) => tier !== NEAR && isNear(tier)),
    ...matchingOf(shown),
    being: shown.filter(({ tier }) => tier < NAMES).length,
    mentioned: cursor === null && category === options.category && shown[0]?.tier === MENTIONED,
  };
}

type Tail = 'near' | 'mentioned' | null;

/** Where nothing matches, what is left is told of by one notice above it, so there is no tail on a first page. */
function matchingOf(shown: readonly { tier: number }[]): { matching: number; tail: Tail } {
  const rest = shown.findIndex(({ tier }) => tier >= NEAR);
  if (rest < 0) return { matching: shown.length, tail: null };
  return { matching: rest, tail: shown[rest]?.tier === MENTIONED ? 'mentioned' : 'near' };
}

const PLAIN = { corrected: null, loose: false, mentioned: false, tail: null };

/** Something was typed, and no word of it is one that is looked for: emoji, a single letter, another script. */
const isWordless = (typed: string): boolean => typed.trim() !== '' && wordsOf(typed).length === 0;

/** Whether anything had all the words, on this page or one before. */
function came(found: readonly { tier: number }[], cursor: Cursor | null): Tier['only'] {
  if (cursor !== null && cursor.tier >= NEAR) return cursor.tier === NEAR ? 'after some' : 'after none';
  return cursor !== null || found.some(({ tier }) => tier < NEAR) ? 'after some' : 'after none';
}

type Rest = Omit<SearchOptions, 'after' | 'sort'> & { sort: Sort; after: Cursor | null };

function inTier(deps: Deps, tier: Tier, options: Rest): Promise<CardRow[]> {
  const { sort, after, limit } = options;
  if (tier.walk && sort === 'best' && !isNarrowed(options)) {
    const { lexemes, without } = tier.walk;
    return searchByName(deps.db, lexemes, { category: options.category, without, after, limit });
  }
  const cards = narrow(selectCards(deps.db), options).where('l.listed', '=', true).where(tier.where);
  return sorted(cards, sort, after).limit(limit).execute();
}

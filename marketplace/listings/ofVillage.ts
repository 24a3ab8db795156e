import { sql } from 'kysely';
import { CATEGORIES, type Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { CardPage } from './cursor.ts';
import { type ListingCard, selectCards, toCard } from './public.ts';

/** How a village's products may be ordered; the first is what is shown unasked. */
export const VILLAGE_SORTS = ['unggulan', 'terbaru', 'termurah', 'termahal'] as const;
export type VillageSort = (typeof VILLAGE_SORTS)[number];

/** Two numbers, the larger first, and then the id: so one cursor goes through every order. */
const KEYS: Record<VillageSort, [first: string, second: string]> = {
  unggulan: ['l.flagship::int', 'l.rank'],
  terbaru: ['floor(extract(epoch from l.created_at) / 60)::int', '0'],
  termurah: ['-l.price', '0'],
  termahal: ['l.price', '0'],
};

interface Options {
  sort: VillageSort;
  category?: Category | undefined;
  /** The `next` of the page before, in the same order; another one begins anew. */
  after?: string | undefined;
  limit: number;
}

/** What a village offers, of one kind or of all, in parts. */
export async function villageGoods(
  deps: Deps,
  villageId: string,
  { sort, category, after, limit }: Options,
): Promise<CardPage> {
  const [first, second] = KEYS[sort].map((key) => sql.raw<number>(key));
  const cursor = readCursor(sort, after);
  let query = selectCards(deps.db)
    .select([sql<number>`${first}`.as('first'), sql<number>`${second}`.as('second')])
    .where('l.village_id', '=', villageId)
    .where('l.listed', '=', true);
  if (category) query = query.where('l.category', '=', category);
  if (cursor) {
    const [one, two, id] = cursor;
    query = query.where(sql<boolean>`(${first}, ${second}, l.id) < (${one}::int, ${two}::int, ${id})`);
  }
  const rows = await query
    .orderBy('first', 'desc')
    .orderBy('second', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? `${sort}.${last.first}.${last.second}.${last.id}` : null;
  return { listings: shown.map(toCard), next };
}

const INT_MAX = 2 ** 31 - 1;

function readCursor(sort: VillageSort, text = ''): [number, number, string] | null {
  const parts = /^([a-z]+)\.(-?\d{1,10})\.(-?\d{1,10})\.([0-9a-z]{16})$/.exec(text);
  const [one, two] = [Number(parts?.[2]), Number(parts?.[3])];
  const isOurs = parts?.[1] === sort && Math.abs(one) <= INT_MAX && Math.abs(two) <= INT_MAX;
  return isOurs ? [one, two, String(parts[4])] : null;
}

/** The kinds of which a village offers something, in the order of the market. */
export async function kindsOf(deps: Deps, villageId: string): Promise<Category[]> {
  const rows = await deps.db
    .selectFrom('listings')
    .select('category')
    .distinct()
    .where('village_id', '=', villageId)
    .where('listed', '=', true)
    .execute();
  const found = new Set<string>(rows.map(({ category }) => category));
  return CATEGORIES.filter((category) => found.has(category));
}

/** For each of these villages the product that stands for it: a flagship, else the one that stands highest. */
export async function flagshipsOf(deps: Deps, villageIds: string[]): Promise<Map<string, ListingCard>> {
  if (villageIds.length === 0) return new Map();
  const rows = await selectCards(deps.db)
    .where(
      sql<boolean>`l.id in (select best.id from unnest(${villageIds}::text[]) as wanted(id)
        cross join lateral (select one.id from listings as one where one.village_id = wanted.id and one.listed
          order by one.flagship desc, one.rank desc, one.id desc limit 1) as best)`,
    )
    .execute();
  return new Map(rows.map((row) => [row.v_id, toCard(row)]));
}

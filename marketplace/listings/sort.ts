import { sql } from 'kysely';
import type { Cursor } from './cursor.ts';
import type { CardRow, selectCards } from './public.ts';

export const SORTS = ['best', 'newest', 'cheapest', 'dearest'] as const;
/** `best` is the rank of every list; in a search, the better match comes before it. */
export type Sort = (typeof SORTS)[number];

type Cards = ReturnType<typeof selectCards>;

/** A list in its order, still to be cut to a page. */
interface Ordered {
  limit(limit: number): { execute(): Promise<CardRow[]> };
}

/** The rows of a list after the cursor, in the order of `sort`; ids tell apart what is the same. */
export function sorted(cards: Cards, sort: Sort, cursor: Cursor | null): Ordered {
  if (sort === 'newest') {
    const at = sql`${new Date(cursor?.key ?? 0)}::timestamptz`;
    const rows = cursor ? cards.where(sql<boolean>`(l.created_at, l.id) < (${at}, ${cursor.id})`) : cards;
    return rows.orderBy('l.created_at', 'desc').orderBy('l.id', 'desc');
  }
  if (sort === 'cheapest' || sort === 'dearest') {
    return { limit: (limit) => ({ execute: () => byPrice(cards, sort, cursor, limit) }) };
  }
  // Compared as rows, so that PostgreSQL enters the index on (rank desc, id desc) at the right place.
  const rows = cursor ? cards.where(sql<boolean>`(l.rank, l.id) < (${cursor.key}::int, ${cursor.id})`) : cards;
  return rows.orderBy('l.rank', 'desc').orderBy('l.id', 'desc');
}

type ByPrice = Extract<Sort, 'cheapest' | 'dearest'>;

/** No price is as high: a key that is moved by it is that of something sold out, and stands behind all that can be had. */
const SOLD_OUT = 2 ** 30;
const moved = (sort: ByPrice) => (sort === 'cheapest' ? SOLD_OUT : -SOLD_OUT);
const isOut = ({ key }: Cursor, sort: ByPrice) => (sort === 'cheapest' ? key >= SOLD_OUT : key < 0);

/**
 * What can be had by its price, and then what is sold out. The two are read one after the other, so that each is a walk along
 * the index on (price, id); the second is only read where the first has ended.
 */
async function byPrice(cards: Cards, sort: ByPrice, cursor: Cursor | null, limit: number): Promise<CardRow[]> {
  const isBehind = cursor !== null && isOut(cursor, sort);
  const there = isBehind ? [] : await half(cards.where('l.availability', '!=', 'habis'), sort, cursor, limit);
  if (there.length === limit) return there;
  const behind = isBehind ? { ...cursor, key: cursor.key - moved(sort) } : null;
  const rest = limit - there.length;
  return [...there, ...(await half(cards.where('l.availability', '=', 'habis'), sort, behind, rest))];
}

function half(cards: Cards, sort: ByPrice, cursor: Cursor | null, limit: number): Promise<CardRow[]> {
  const [direction, side] = sort === 'cheapest' ? (['asc', sql`>`] as const) : (['desc', sql`<`] as const);
  const at = cursor && sql<boolean>`(l.price, l.id) ${side} (${cursor.key}::int, ${cursor.id})`;
  const rows = at ? cards.where(at) : cards;
  return rows.orderBy('l.price', direction).orderBy('l.id', direction).limit(limit).execute();
}

/** What the list is ordered by, of its last row. */
export function keyOf(row: CardRow, sort: Sort): number {
  if (sort === 'newest') return row.created_at.getTime();
  if (sort === 'best') return row.rank;
  return row.availability === 'habis' ? row.price + moved(sort) : row.price;
}

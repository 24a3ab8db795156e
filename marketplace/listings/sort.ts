import { sql } from 'kysely';
import type { Cursor } from './cursor.ts';
import type { CardRow, selectCards } from './public.ts';

export const SORTS = ['best', 'newest', 'cheapest', 'dearest'] as const;
/** `best` is the rank of every list; in a search, the better match comes before it. */
export type Sort = (typeof SORTS)[number];

type Cards = ReturnType<typeof selectCards>;

/** The rows of a list after the cursor, in the order of `sort`; ids tell apart what is the same. */
export function sorted(cards: Cards, sort: Sort, cursor: Cursor | null): Cards {
  if (sort === 'newest') {
    const at = sql`${new Date(cursor?.key ?? 0)}::timestamptz`;
    const rows = cursor ? cards.where(sql<boolean>`(l.created_at, l.id) < (${at}, ${cursor.id})`) : cards;
    return rows.orderBy('l.created_at', 'desc').orderBy('l.id', 'desc');
  }
  if (sort === 'cheapest') {
    const rows = cursor ? cards.where(sql<boolean>`(l.price, l.id) > (${cursor.key}::int, ${cursor.id})`) : cards;
    return rows.orderBy('l.price', 'asc').orderBy('l.id', 'asc');
  }
  if (sort === 'dearest') {
    const rows = cursor ? cards.where(sql<boolean>`(l.price, l.id) < (${cursor.key}::int, ${cursor.id})`) : cards;
    return rows.orderBy('l.price', 'desc').orderBy('l.id', 'desc');
  }
  // Compared as rows, so that PostgreSQL enters the index on (rank desc, id desc) at the right place.
  const rows = cursor ? cards.where(sql<boolean>`(l.rank, l.id) < (${cursor.key}::int, ${cursor.id})`) : cards;
  return rows.orderBy('l.rank', 'desc').orderBy('l.id', 'desc');
}

/** What the list is ordered by, of its last row. */
export function keyOf(row: CardRow, sort: Sort): number {
  if (sort === 'newest') return row.created_at.getTime();
  return sort === 'best' ? row.rank : row.price;
}

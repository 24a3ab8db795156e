import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { ListingCard } from './public.ts';

/** A page of cards; `next` is opaque and null at the end. There is no total: counting costs more than it tells. */
export interface CardPage {
  listings: ListingCard[];
  next: string | null;
}

/** Where a list goes on: after this rank and id (keyset) and, in a search, in which tier of matches. */
export interface Cursor {
  tier: number;
  rank: number;
  id: string;
}

export function writeCursor({ tier, rank, id }: Cursor): string {
  return `${tier}.${rank}.${id}`;
}

/** What PostgreSQL's `int` holds. */
const RANK_MAX = 2 ** 31 - 1;

/** Null for no cursor and for a malformed one: with a broken address the list starts again. */
export function readCursor(text: string | undefined): Cursor | null {
  const parts = /^([012])\.(-?\d{1,10})\.([0-9a-z]{16})$/.exec(text ?? '');
  const rank = Number(parts?.[2]);
  return parts && Math.abs(rank) <= RANK_MAX ? { tier: Number(parts[1]), rank, id: String(parts[3]) } : null;
}

/** Compares rows, so that PostgreSQL enters the index on (rank desc, id desc) at the right place. */
export function beyond(cursor: Cursor): RawBuilder<boolean> {
  return sql<boolean>`(l.rank, l.id) < (${cursor.rank}::int, ${cursor.id})`;
}

import type { ListingCard } from './public.ts';
import type { Sort } from './sort.ts';

/** A page of cards; `next` is opaque and null at the end. There is no total: counting costs more than it tells. */
export interface CardPage {
  listings: ListingCard[];
  next: string | null;
}

/** Where a list goes on: after this key (rank, price or time, as the list is ordered) and id, and in which tier of matches. */
export interface Cursor {
  tier: number;
  key: number;
  id: string;
}

export function writeCursor({ tier, key, id }: Cursor): string {
  return `${tier}.${key}.${id}`;
}

/** What PostgreSQL's `int` holds, and the last millisecond of the year 9999. */
const INT_MAX = 2 ** 31 - 1;
const TIME_MAX = 253_402_300_799_999;

/** Null for no cursor and for a malformed one: with a broken address the list starts again. */
export function readCursor(text: string | undefined, sort: Sort = 'best'): Cursor | null {
  const parts = /^(\d|10)\.(-?\d{1,15})\.([0-9a-z]{16})$/.exec(text ?? '');
  const key = Number(parts?.[2]);
  const isKey = Math.abs(key) <= (sort === 'newest' ? TIME_MAX : INT_MAX);
  return parts && isKey ? { tier: Number(parts[1]), key, id: String(parts[3]) } : null;
}

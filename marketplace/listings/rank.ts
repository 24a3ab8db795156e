import type { Availability } from '#contract';

const DAY_MINUTES = 24 * 60;
const VERIFIED_BONUS = 30 * DAY_MINUTES;
const FLAGSHIP_BONUS = 14 * DAY_MINUTES;
const SOLD_OUT_MALUS = 180 * DAY_MINUTES;
const STALE_MALUS = 90 * DAY_MINUTES;

export interface Ranked {
  createdAt: Date;
  verified: boolean;
  flagship: boolean;
  availability: Availability;
  /** Nobody has said for long that it is still there. */
  stale: boolean;
}

/**
 * The place of a listing in every public list: the minutes from 1970 to its creation, plus a bonus for what counts as
 * newer (a verified link back counts as 30 days younger, and so on). It never has to be computed again as time passes,
 * and an index can hold it.
 */
export function rankOf({ createdAt, verified, flagship, availability, stale }: Ranked): number {
  return (
    Math.floor(createdAt.getTime() / 60_000) +
    (verified ? VERIFIED_BONUS : 0) +
    (flagship ? FLAGSHIP_BONUS : 0) -
    (availability === 'habis' ? SOLD_OUT_MALUS : 0) -
    (stale ? STALE_MALUS : 0)
  );
}

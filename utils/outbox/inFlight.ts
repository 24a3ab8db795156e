import type { MayStand } from '#utils/model/stored.ts';

/** How long a write that nobody answered for may still be going on in the CMS (ms). */
const WRITE_GRACE = 15_000;

/**
 * Until when (ms) a write that was begun and never answered for may still be going on; null when none is. It is null
 * for the same writer too, because that one queues its writes.
 */
export function inFlightUntil(
  writing: { writer: string; at: number } | null,
  writer: string,
  now: number,
): number | null {
  if (writing === null || writing.writer === writer) return null;
  return stillUntil(writing.at, now);
}

/** Until when (ms) a site whose gateway gave up may still be saving; null when it is certainly done. */
export function settlesAt(mayStand: MayStand | undefined, now: number): number | null {
  return stillUntil(mayStand?.at ?? 0, now);
}

/** A time in the future was written by a clock that was wrong then: what began at it is long over. */
function stillUntil(at: number, now: number): number | null {
  const until = at + WRITE_GRACE;
  return now < until && at <= now ? until : null;
}

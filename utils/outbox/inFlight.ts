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
  const until = writing.at + WRITE_GRACE;
  return now < until ? until : null;
}

/** Until when (ms) a site whose gateway gave up may still be saving; null when it is certainly done. */
export function settlesAt(mayStand: MayStand | undefined, now: number): number | null {
  const until = (mayStand?.at ?? 0) + WRITE_GRACE;
  return now < until ? until : null;
}

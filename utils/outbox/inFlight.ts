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

import type { ListingInput } from './listing.ts';

/**
 * What is said of a listing now, over what was said before: an optional member that is absent keeps what was there, so that
 * a device (or a marketplace) that has never heard of it takes nothing away.
 */
export function saidOver(before: ListingInput, now: ListingInput): ListingInput {
  const said = { ...before, ...present(now) };
  if (before.permits === undefined || now.permits === undefined) return said;
  return { ...said, permits: { ...before.permits, ...present(now.permits) } };
}

/** Without the members that are undefined. */
function present<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}

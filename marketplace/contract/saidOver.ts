import { exchangesOf } from './choices.ts';
import { isProducersPhone, type ListingInput } from './listing.ts';
import { PERMIT_KINDS } from './permits.ts';

/**
 * What is said of a listing now, over what was said before: an optional member that is absent keeps what was there, so that
 * a device (or a marketplace) that has never heard of it takes nothing away. Two exceptions: a permit that is kept and
 * is the producer's phone number by now is taken away, because permits are public; and the word for a unit goes with that unit.
 */
export function saidOver(before: ListingInput, now: ListingInput): ListingInput {
  const said = { ...before, ...present(now) };
  if (now.unitWord === undefined && now.unit !== before.unit && before.unitWord) said.unitWord = null;
  if (said.exchange !== undefined) said.exchange = { ...before.exchange, ...present(now.exchange ?? {}) };
  if (said.permits === undefined) return said;
  const permits = { ...before.permits, ...present(now.permits ?? {}) };
  for (const kind of PERMIT_KINDS) {
    const isKept = now.permits?.[kind] === undefined;
    if (isKept && isProducersPhone({ ...said, permits }, kind)) permits[kind] = null;
  }
  return { ...said, permits };
}

/**
 * True when `heard` does not speak of a permit, a unit's word or a way to hand over or pay that `said` holds: a
 * marketplace of an older version drops it.
 */
export function hasUnheard(said: ListingInput, heard: ListingInput): boolean {
  if (said.unitWord && heard.unitWord === undefined) return true;
  if (exchangesOf(said.exchange).some((kind) => heard.exchange?.[kind] === undefined)) return true;
  return PERMIT_KINDS.some((kind) => said.permits?.[kind] && !heard.permits?.[kind]);
}

/** Without the members that are undefined. */
function present<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}

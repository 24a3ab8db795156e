import { type ListingInput, saidOver } from '#contract';

/** True when `now` says nothing else of the product than was said before; the revision is not part of what is said. */
export function isSameListing(before: ListingInput, now: ListingInput): boolean {
  return stable({ ...before, rev: 0 }) === stable({ ...saidOver(before, now), rev: 0 });
}

/**
 * JSON with the members of every object in one order, because rows come back from the wire and from disk in another.
 */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

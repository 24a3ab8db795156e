import type { Listing } from '#contract';
import type { OutboxRow } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';

type Sides = Pick<StoredListing, 'agreed' | 'theirs'>;

/** True while the marketplace has not heard the listing's newest words. */
export function isUnsaid(row: OutboxRow | undefined): boolean {
  return row?.kind === 'listing' && row.owed.includes('listing');
}

/** What newer words than the listing's are said over: another device's where they were seen, else what was agreed. */
export function saidUpon({ input, serverRev, agreed, theirs }: StoredListing, row: OutboxRow | undefined): Sides {
  if (theirs !== undefined) return { agreed: theirs, theirs: undefined };
  if (isUnsaid(row)) return { agreed, theirs };
  return { agreed: serverRev > 0 ? input : undefined, theirs: undefined };
}

/** After the marketplace has heard a revision: nothing is open, unless newer words were said here meanwhile. */
export function heard({ input }: StoredListing, answer: Listing): Sides {
  return { agreed: input.rev > answer.input.rev ? answer.input : undefined, theirs: undefined };
}

/** The marketplace's revision that the newest words were said over; undefined where an older version did not keep it. */
export function baseOf({ agreed, serverRev }: StoredListing): number | undefined {
  return agreed?.rev ?? (serverRev === 0 ? 0 : undefined);
}

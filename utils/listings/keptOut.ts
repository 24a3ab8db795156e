import type { StoredListing } from '#utils/model/stored.ts';

/** Why the marketplace could not read the page at all: it says nothing of the link on it. */
const UNREAD: ReadonlySet<string | null> = new Set(['status', 'unreachable', 'timeout', 'kept_out']);

export function isUnread(reason: string | null): boolean {
  return UNREAD.has(reason);
}

/** True when this browser saw the link on the public page that the marketplace's checker is still not let into. */
export function isKeptOut({ keptOut, verification }: Pick<StoredListing, 'keptOut' | 'verification'>): boolean {
  return (
    keptOut === true && verification !== null && verification.state !== 'verified' && isUnread(verification.reason)
  );
}

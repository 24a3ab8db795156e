import type { Db } from '#utils/db/db.ts';
import type { DrivenTab } from '#utils/model/driven.ts';
import { updateListing } from './steps/types.ts';
import { OUTBOX_STORES } from './store.ts';

/**
 * Notes in the listing that the button of a driven page is pressed now: whatever happens from here on, it is not pressed
 * again by itself. False, and nothing is noted, where the product was said otherwise meanwhile.
 */
export function pressBegins(db: Db, { listingId, tabId, rev }: DrivenTab, now: number): Promise<boolean> {
  return db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', listingId);
    const listing = await tx.get('listings', listingId);
    const isOwed = row?.kind === 'listing' && row.rev === rev && row.owed[0] === 'linkback';
    if (!isOwed || listing === undefined || listing.input.state === 'withdrawn') return false;
    const writing = { writer: `driven-${tabId}`, at: now };
    // Asked twice of one tab: only the first may press.
    if (listing.writing?.writer === writing.writer) return false;
    await updateListing(tx, listingId, (stored) => ({ ...stored, writing, untried: undefined, overwriteEdits: false }));
    return true;
  });
}

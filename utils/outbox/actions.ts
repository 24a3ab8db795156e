import type { Db } from '#utils/db/db.ts';
import { saidUpon } from '#utils/listings/agreed.ts';
import { updateListing } from './steps/types.ts';
import { apply, enqueue, OUTBOX_STORES } from './store.ts';
import type { Clock } from './transition.ts';

/**
 * Tries a row again now, because the person said so. `overwriteEdits` is the person's answer where one was asked for:
 * yes to writing over a post that was edited by hand, or over a listing that another device changed (ours then becomes
 * the newest revision).
 */
export async function retry(db: Db, id: string, overwriteEdits: boolean, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', id);
    const listing = await tx.get('listings', id);
    if (row === undefined) return;
    if (overwriteEdits && listing !== undefined && row.reason === 'conflict') {
      const input = { ...listing.input, rev: Math.max(listing.serverRev, listing.input.rev) + 1 };
      const newer = { ...listing, ...saidUpon(listing, row), input, updatedAt: clock.now };
      await tx.put('listings', newer);
      await enqueue(tx, newer, clock);
      return;
    }
    if (overwriteEdits) await updateListing(tx, id, (stored) => ({ ...stored, overwriteEdits: true }));
    await apply(tx, row, { type: 'retry' }, clock);
  });
}

/** Gives up the link back of a listing: it stays on the marketplace, and no later revision owes one until it is published again. */
export async function skipLinkback(db: Db, id: string, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    await updateListing(tx, id, (stored) => ({ ...stored, linkbackSkipped: true }));
    const row = await tx.get('outbox', id);
    if (row !== undefined) await apply(tx, row, { type: 'skipLinkback' }, clock);
  });
}

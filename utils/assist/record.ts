import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import { isByHand, postByHand } from '#utils/listings/byHand.ts';
import { CARD_GONE, CARD_STALE } from '#utils/model/cardTask.ts';
import type { OutboxListing, OutboxRow } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { wait } from '#utils/outbox/problems.ts';
import { updateListing } from '#utils/outbox/steps/types.ts';
import { apply, OUTBOX_STORES } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';

/** Whether the listing waits for a person to say where its card stands (or to say it better than last time). */
export function awaitsAddress(row: OutboxRow | undefined, { post }: Pick<StoredListing, 'post'>): row is OutboxListing {
  if (row?.kind !== 'listing') return false;
  return row.reason === 'by_hand' || (row.reason === 'proof_failed' && isByHand(post));
}

/**
 * Records where the person put the card (or that they put it right, or took it out of there, where that is awaited); the
 * marketplace is told and looks for the link there. Throws `address_bad`, and
 * `linkback_not_awaited` when nothing is owed by hand.
 */
export async function recordPost(
  db: Db,
  id: string,
  address: string,
  clock: Clock,
  /** The page shows the product's address as words alone. */
  mentioned?: true,
): Promise<void> {
  const url = URL.parse(address.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') throw new AppError('address_bad');
  url.hash = '';
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', id);
    const listing = await tx.get('listings', id);
    if (listing === undefined || !awaitsAddress(row, listing)) throw new AppError('linkback_not_awaited');
    // A person who changes a card on a site without links changes nothing of that.
    const isWords = mentioned ?? (listing.post?.url === url.href ? listing.post.mentioned : undefined);
    await updateListing(tx, id, (stored) => ({
      ...stored,
      post: { ...postByHand(url.href, stored.input), ...(isWords && { mentioned: isWords }) },
      postRev: row.rev,
      postAt: clock.now,
      writing: null,
    }));
    await apply(tx, row, { type: 'retry' }, clock);
  });
}

/**
 * Leaves the link back to a person, until they ask to try again: the adapter does not know the site's pages any more.
 */
export async function goByHand(db: Db, id: string, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', id);
    const listing = await tx.get('listings', id);
    if (row?.kind !== 'listing' || row.owed[0] !== 'linkback') return;
    const stands = listing !== undefined && isByHand(listing.post) && listing.post.state !== 'gone';
    const task = listing?.input.state === 'withdrawn' ? CARD_GONE : CARD_STALE;
    await apply(tx, row, wait('by_hand', stands ? task : row.detail), clock);
  });
}

/** The person wants an article of its own after all: the adapter writes it. Throws `linkback_not_awaited`. */
export async function ownArticle(db: Db, id: string, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    const row = await tx.get('outbox', id);
    const listing = await tx.get('listings', id);
    if (listing === undefined || !awaitsAddress(row, listing)) throw new AppError('linkback_not_awaited');
    await updateListing(tx, id, (stored) => ({ ...stored, inArticle: false, inProduct: false }));
    await apply(tx, row, { type: 'retry' }, clock);
  });
}

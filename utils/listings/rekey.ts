import { listingLink } from '#utils/cms/link.ts';
import type { Tx } from '#utils/db/db.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { isByHand } from './byHand.ts';

/**
 * Gives what stands on the village's site for a listing to the draft that it becomes, under a new id: its article and
 * its place in the CMS's own shop. Publishing the draft changes those instead of making a second of each. `tx` must
 * hold `values`.
 */
export async function rekey(tx: Tx, listing: StoredListing, marketplaceUrl: string, newId: string): Promise<void> {
  const { id, post } = listing;
  // A card that a person put somewhere is the person's to replace.
  if (post !== null && !isByHand(post)) {
    const link = listing.former ?? listingLink({ marketplaceUrl }, listing);
    await tx.setValue('carried', { ...(await tx.value('carried')), [newId]: { post, link } });
  }
  const { [id]: entry, ...shelf } = (await tx.value('shelf')) ?? {};
  if (entry !== undefined)
    await tx.setValue('shelf', { ...shelf, [newId]: { ...entry, rev: 0, wait: null, writing: null } });
  const taken = Object.entries((await tx.value('taken')) ?? {});
  if (taken.some(([, listingId]) => listingId === id)) {
    const moved = taken.map(([product, listingId]) => [product, listingId === id ? newId : listingId]);
    await tx.setValue('taken', Object.fromEntries(moved));
  }
}

/** The post that a rekey gave to a draft, for its first publishing; null when there is none. */
export async function rekeyedPost(tx: Tx, id: string): Promise<Pick<StoredListing, 'post' | 'former'> | null> {
  const carried = (await tx.value('carried'))?.[id];
  return carried === undefined ? null : { post: carried.post, former: carried.link };
}

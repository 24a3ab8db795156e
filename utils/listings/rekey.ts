import { listingLink } from '#utils/cms/link.ts';
import type { Tx } from '#utils/db/db.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { isByHand } from './byHand.ts';
import { mayStandOf } from './mayStand.ts';

/**
 * Gives what stands on the village's site for a listing to the draft that it becomes, under a new id: its article (or
 * what is remembered of one that may stand) and its place in the CMS's own shop. Publishing the draft changes those
 * instead of making a second of each. `tx` must hold `values`.
 */
export async function rekey(tx: Tx, listing: StoredListing, marketplaceUrl: string, newId: string): Promise<void> {
  const { id, post } = listing;
  const link = listing.former ?? listingLink({ marketplaceUrl }, listing);
  // A card that a person put somewhere is the person's to replace.
  if (post !== null && !isByHand(post)) {
    await tx.setValue('carried', { ...(await tx.value('carried')), [newId]: { post, link } });
  }
  const mayStand = mayStandOf(listing);
  if (mayStand !== undefined)
    await tx.setValue('carriedTraces', { ...(await tx.value('carriedTraces')), [newId]: { link, mayStand } });
  const { [id]: entry, ...shelf } = (await tx.value('shelf')) ?? {};
  if (entry !== undefined)
    await tx.setValue('shelf', { ...shelf, [newId]: { ...entry, rev: 0, wait: null, writing: null } });
  const taken = Object.entries((await tx.value('taken')) ?? {});
  if (taken.some(([, listingId]) => listingId === id)) {
    const moved = taken.map(([product, listingId]) => [product, listingId === id ? newId : listingId]);
    await tx.setValue('taken', Object.fromEntries(moved));
  }
}

/** What a rekey gave to a draft, for its first publishing; null when it gave nothing. */
export async function rekeyedPost(
  tx: Tx,
  id: string,
): Promise<Pick<StoredListing, 'post' | 'former' | 'mayStand'> | null> {
  const carried = (await tx.value('carried'))?.[id];
  const traces = (await tx.value('carriedTraces'))?.[id];
  const former = carried?.link ?? traces?.link;
  return former === undefined ? null : { post: carried?.post ?? null, former, mayStand: traces?.mayStand };
}

/** Forgets what a rekey gave to a draft, once the draft is thrown away. */
export async function forgetRekeyed(tx: Tx, id: string): Promise<void> {
  const { [id]: _post, ...carried } = (await tx.value('carried')) ?? {};
  const { [id]: _traces, ...carriedTraces } = (await tx.value('carriedTraces')) ?? {};
  await tx.setValue('carried', carried);
  await tx.setValue('carriedTraces', carriedTraces);
}

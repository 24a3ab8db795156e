import { mayStandOf, stillStands } from '#utils/listings/mayStand.ts';
import type { Step } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';

/** What is owed for a listing's newest revision, in order. A listing without a site owes no link back. */
export function planFor(listing: StoredListing): Step[] {
  if (listing.input.state === 'live') {
    return owesPost(listing) ? ['photos', 'listing', 'linkback', 'proof'] : ['photos', 'listing'];
  }
  // A withdrawn listing's post is taken down where one was written or may have been.
  const mayHavePost = stillStands({ post: listing.post, mayStand: mayStandOf(listing) });
  return mayHavePost && listing.input.siteUrl !== null ? ['listing', 'linkback'] : ['listing'];
}

function owesPost(listing: StoredListing): boolean {
  return listing.input.siteUrl !== null && !listing.linkbackSkipped;
}

import { Id, type PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { type GroupName, groupNameOf } from '#marketplace/groups/name.ts';
import type { BulkThread } from '#marketplace/inquiries/bulk/store.ts';
import { findPublic } from '#marketplace/listings/service.ts';

/** The most ticks that are looked up: twice what one form may ask, so that one tick too many is always noticed. */
const LOOKED_UP = 10;

/**
 * The ticked listings as they are now, one of each village. `gone` is how many are not sold any more, or are no goods of
 * this page.
 */
export async function chosenListings(deps: Deps, { slug }: GroupName, chosen: string[], before: BulkThread[]) {
  const listings: PublicListing[] = [];
  let gone = 0;
  for (const id of chosen.slice(0, LOOKED_UP)) {
    const listing = Id.safeParse(id).success ? await findPublic(deps, id) : null;
    const wasSent = before.some((thread) => thread.listingId === id);
    const isHere = listing?.state === 'live' && !listing.village.practice && groupNameOf(listing.name)?.slug === slug;
    if (listing === null || (!isHere && !wasSent)) gone++;
    else if (!listings.some(({ village }) => village.id === listing.village.id)) listings.push(listing);
  }
  return { listings, gone };
}

/** The ticked ones whose villages this form has not asked yet. */
export const freshOf = (listings: PublicListing[], before: BulkThread[]): PublicListing[] =>
  listings.filter(({ village }) => !before.some((thread) => thread.villageId === village.id));

/** The names of the villages that were asked. */
export async function namesOf(deps: Deps, threads: BulkThread[]): Promise<string[]> {
  const listings = await Promise.all(threads.map(({ listingId }) => findPublic(deps, listingId)));
  return listings.flatMap((listing) => listing?.village.name ?? []);
}

import type { PostRef } from '#utils/cms/types.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { afterSuccess } from '#utils/outbox/mayStand.ts';
import { type StepInput, updateListing } from './types.ts';

/** Keeps where the post stands; null where none was ever there. Whatever was tried before is settled with it. */
export async function recordWritten({ listing, row, deps }: StepInput, ref: PostRef | null): Promise<void> {
  const withdraw = listing.input.state === 'withdrawn';
  await deps.db.change(['listings'], (tx) =>
    updateListing(tx, listing.id, (stored) => ({
      ...stored,
      post: ref,
      postRev: row.rev,
      postAt: deps.clock().now,
      writing: null,
      mayStand: withdraw || ref === null ? undefined : afterSuccess(listing, ref),
      overwriteEdits: false,
      // The post holds today's link from now on.
      former: withdraw ? stored.former : undefined,
    })),
  );
  // The pages are told now, so that the person need not wait while the marketplace goes and checks the post.
  deps.broadcast('listings', listing.id);
}

/** True when no write of the listing's post was ever begun, so that the site need not be asked for one. */
export function isUntried({ untried, post, writing, mayStand }: StoredListing): boolean {
  return untried === true && post === null && writing === null && mayStand === undefined;
}

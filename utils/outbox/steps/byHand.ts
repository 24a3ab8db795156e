import type { PostRef } from '#utils/cms/types.ts';
import { isByHand } from '#utils/listings/byHand.ts';
import { wait } from '#utils/outbox/problems.ts';
import { type StepInput, type StepResult, updateListing } from './types.ts';

/**
 * The link back of a site where a person writes it. What they wrote is left alone: the card's badge shows today's price
 * by itself, and says so when the product is withdrawn. Answers `driver` when an adapter has to write the link back.
 */
export async function byHand({ listing, row, deps }: StepInput): Promise<PostRef | null | StepResult | 'driver'> {
  const { post, input } = listing;
  const isWithdrawn = input.state === 'withdrawn';
  if (isByHand(post)) {
    const ref = { ...post, state: isWithdrawn ? ('gone' as const) : ('published' as const) };
    await deps.db.change(['listings'], (tx) =>
      updateListing(tx, listing.id, (stored) => ({ ...stored, post: ref, postRev: row.rev, postAt: deps.clock().now })),
    );
    return ref;
  }
  const site = await deps.db.read(['sites'], (tx) => tx.get('sites', input.siteUrl ?? ''));
  if (site?.cms !== 'assist') return 'driver';
  // Nothing of ours is known to stand there, so nothing has to come down.
  return isWithdrawn ? null : { event: wait('by_hand', row.detail) };
}

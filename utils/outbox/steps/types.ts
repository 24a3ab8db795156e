import type { Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';
import type { OutboxEvent } from '#utils/outbox/transition.ts';

/** How a step ended: what it means for the row, and what was learnt, stored in the same transaction. */
export interface StepResult {
  event: OutboxEvent;
  /** `current` is false when a newer revision has replaced the row meanwhile; what was learnt holds all the same. */
  facts?: (tx: Tx, current: boolean) => Promise<void>;
}

export interface StepInput {
  row: OutboxListing;
  listing: StoredListing;
  marketplace: Marketplace;
  deps: OutboxDeps;
}

/** Changes the stored listing, if it is still there. */
export async function updateListing(
  tx: Tx,
  id: string,
  change: (listing: StoredListing) => StoredListing,
): Promise<void> {
  const listing = await tx.get('listings', id);
  if (listing !== undefined) await tx.put('listings', change(listing));
}

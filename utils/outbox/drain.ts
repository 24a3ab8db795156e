import type { Marketplace } from '#utils/marketplace/client.ts';
import type { OutboxListing, OutboxRow, Step, WaitReason } from '#utils/model/outbox.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { connectedVillages } from '#utils/villages/villages.ts';
import type { OutboxDeps } from './deps.ts';
import { passingWait, wait } from './problems.ts';
import { linkbackStep } from './steps/linkback.ts';
import { listingStep, rejected } from './steps/listing.ts';
import { messageStep } from './steps/message.ts';
import { photosStep } from './steps/photos.ts';
import { proofStep } from './steps/proof.ts';
import type { StepInput, StepResult } from './steps/types.ts';
import { apply, firstDue, isCurrent, nextMoment, OUTBOX_STORES } from './store.ts';

const STEPS: Record<Step, (input: StepInput) => Promise<StepResult>> = {
  photos: photosStep,
  listing: listingStep,
  linkback: linkbackStep,
  proof: proofStep,
};

/**
 * Works off everything that is due, then says when to come back. Safe to call at any time and any number of times: one
 * drain of a kind runs, the others wait for it and find nothing left. Replies have a lane of their own, so that they do
 * not stand behind photos on a slow line.
 */
export async function drain(deps: OutboxDeps): Promise<void> {
  // The worker may be ended in the middle: the alarm that brings it back is set before anything is begun.
  if ((await nextMoment(deps.db)) !== null) await deps.armAlarm();
  try {
    await Promise.all([lane(deps, 'listing'), lane(deps, 'message')]);
  } finally {
    await deps.schedule(await nextMoment(deps.db));
  }
}

async function lane(deps: OutboxDeps, kind: OutboxRow['kind']): Promise<void> {
  await deps.locks.request(`dodolan-outbox-${kind}`, async () => {
    for (;;) {
      const row = await firstDue(deps.db, kind, deps.clock().now);
      if (row === undefined) return;
      await finish(deps, row, await attempt(deps, row));
    }
  });
}

/**
 * Does one step of one row. Whatever goes wrong becomes a reason to wait: an error must not stop the rows behind it.
 */
async function attempt(deps: OutboxDeps, row: OutboxRow): Promise<StepResult> {
  const { listing, village } = await about(deps, row);
  let marketplace: Marketplace | null = null;
  try {
    marketplace = await deps.marketplace(village);
    if (marketplace === null) return { event: wait(await whyNot(deps, row, village)) };
    if (row.kind === 'message') return await messageStep(row, marketplace);
    const [step] = row.owed;
    if (listing === undefined || step === undefined) return { event: wait('server_down', 'listing_lost') };
    return await STEPS[step]({ row, listing, marketplace, deps });
  } catch (error) {
    const event = passingWait(error);
    if (event?.reason === 'not_connected' && village !== null && marketplace !== null)
      await deps.disconnected(village, marketplace.token);
    if (event !== null) return { event };
    return row.kind === 'listing' ? refusedAt(deps, row, error) : { event: wait('rejected', codeOf(error)) };
  }
}

/** A listing without a site owner waits for the person to choose a village, if any village is connected. */
async function whyNot({ db }: OutboxDeps, row: OutboxRow, village: VillageKey | null): Promise<WaitReason> {
  const isNobodys = row.kind === 'listing' && village === null;
  return isNobodys && (await connectedVillages(db)).length > 0 ? 'village_unknown' : 'not_connected';
}

/** What a row is about, and the village that it belongs to: a row goes only to its own village's marketplace. */
function about({ db }: OutboxDeps, row: OutboxRow): Promise<{ listing?: StoredListing; village: VillageKey | null }> {
  return db.read(['listings', 'inquiries'], async (tx) => {
    if (row.kind === 'message') return { village: (await tx.get('inquiries', row.inquiryId))?.village ?? null };
    const listing = await tx.get('listings', row.id);
    return listing === undefined ? { village: null } : { listing, village: listing.village };
  });
}

/** Brings the form back with a refusal that the step had no special answer for, e.g. of a photo. */
async function refusedAt(deps: OutboxDeps, row: OutboxListing, error: unknown): Promise<StepResult> {
  const listing = await deps.db.read(['listings'], (tx) => tx.get('listings', row.id));
  const [step] = row.owed;
  if (listing === undefined || (step !== 'photos' && step !== 'listing'))
    return { event: wait('server_down', codeOf(error)) };
  return rejected(listing, row.rev, [{ path: step === 'photos' ? 'photos' : '', code: codeOf(error) }]);
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.message : 'internal';
}

async function finish(deps: OutboxDeps, row: OutboxRow, { event, facts }: StepResult): Promise<void> {
  await deps.db.change(OUTBOX_STORES, async (tx) => {
    await facts?.(tx, await isCurrent(tx, row));
    await apply(tx, row, event, deps.clock());
  });
  deps.broadcast('outbox', row.id);
  if (row.kind === 'listing') deps.broadcast('listings', row.id);
  else deps.broadcast('inquiries', row.inquiryId);
  if (event.type === 'wait' && event.reason === 'rejected') deps.broadcast('drafts', row.id);
}

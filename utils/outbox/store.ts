import type { Db, Tx } from '#utils/db/db.ts';
import type { StoreName } from '#utils/db/schema.ts';
import type { OutboxListing, OutboxRow, Step } from '#utils/model/outbox.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { planFor } from './plan.ts';
import { NEVER, type Trigger } from './retryPolicy.ts';
import { type Clock, type OutboxEvent, transition } from './transition.ts';

/** What every change of a row may touch beside it. */
export const OUTBOX_STORES = [
  'outbox',
  'listings',
  'drafts',
  'photos',
  'inquiries',
] as const satisfies readonly StoreName[];

/** Owes a revision from this moment on. An older revision's row is replaced, so that one listing is never two rows. */
export async function enqueue(tx: Tx, listing: StoredListing, clock: Clock): Promise<OutboxListing> {
  const row = newRow(listing, planFor(listing), clock);
  await tx.put('outbox', row);
  return row;
}

/** Owes another check of the post at its revision, unless something is owed already: that row checks the post too. */
export async function requeue(tx: Tx, listing: StoredListing, clock: Clock): Promise<void> {
  if ((await tx.get('outbox', listing.id)) !== undefined) return;
  await tx.put('listings', { ...listing, postRev: 0 });
  await tx.put('outbox', newRow(listing, ['linkback', 'proof'], clock));
}

function newRow({ id, input }: StoredListing, owed: Step[], clock: Clock): OutboxListing {
  return {
    kind: 'listing',
    id,
    rev: input.rev,
    owed,
    photosDone: 0,
    photosAll: input.photos.length,
    attempts: 0,
    nextAt: clock.now,
    reason: null,
    detail: null,
    createdAt: clock.now,
  };
}

/** True while `row` is still what is stored: no newer revision has replaced it and nobody has taken it back. */
export async function isCurrent(tx: Tx, row: OutboxRow): Promise<boolean> {
  const stored = await tx.get('outbox', row.id);
  return stored !== undefined && revOf(stored) === revOf(row);
}

/** Moves the row, unless a newer revision has replaced it meanwhile: then what happened to the old one changes nothing. */
export async function apply(tx: Tx, row: OutboxRow, event: OutboxEvent, clock: Clock): Promise<void> {
  const stored = await tx.get('outbox', row.id);
  if (stored === undefined || revOf(stored) !== revOf(row)) return;
  const after = transition(stored, event, clock);
  if (after === null) await tx.delete('outbox', row.id);
  else await tx.put('outbox', after);
}

function revOf(row: OutboxRow): number {
  return row.kind === 'listing' ? row.rev : 0;
}

/** The first row of a kind whose time has come. */
export async function firstDue(db: Db, kind: OutboxRow['kind'], now: number): Promise<OutboxRow | undefined> {
  return (await movable(db)).find((row) => row.kind === kind && row.nextAt <= now);
}

/** When the clock moves the next row (ms), null when none waits for a clock. */
export async function nextMoment(db: Db): Promise<number | null> {
  const moments = (await movable(db)).map((row) => row.nextAt);
  return moments.length === 0 ? null : Math.min(...moments);
}

/**
 * The rows that a clock moves, oldest first. Of the replies of one thread only the first is among them, because they go
 * out in the order in which they were written.
 */
async function movable(db: Db): Promise<OutboxRow[]> {
  const rows = await db.read(['outbox'], (tx) => tx.all('outbox'));
  const threads = new Set<string>();
  return rows
    .filter((row) => row.nextAt < NEVER)
    .sort((a, b) => a.createdAt - b.createdAt)
    .filter((row) => {
      if (row.kind === 'listing') return true;
      const isFirst = !threads.has(row.inquiryId);
      threads.add(row.inquiryId);
      return isFirst;
    });
}

/** Sets the rows going that wait for this trigger; with a `siteUrl` (for `handshake`), only those of that site. */
export async function trigger(db: Db, by: Trigger, siteUrl: string | null, clock: Clock): Promise<void> {
  await db.change(['outbox', 'listings'], async (tx) => {
    for (const row of await tx.all('outbox')) {
      if (siteUrl !== null && (await tx.get('listings', row.id))?.input.siteUrl !== siteUrl) continue;
      await apply(tx, row, { type: 'trigger', by }, clock);
    }
  });
}

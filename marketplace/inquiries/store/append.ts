import { sql, type Updateable } from 'kysely';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import { floorDelay } from '#marketplace/inquiries/floor.ts';
import { evolve, type Thread } from '#marketplace/inquiries/thread.ts';
import { insertEvents, type Key, type StoredEvent } from './events.ts';
import type { ListingFacts } from './listing.ts';
import { oweNotices } from './owe.ts';
import { type FloorWatch, project } from './projection.ts';

/**
 * The next number of the village's changes. The counter stays locked until the transaction ends, so that numbers are
 * committed in their order; therefore a transaction takes it last.
 */
export async function nextChange(db: Db, villageId: string): Promise<number> {
  const { change } = await db
    .insertInto('inquiry_changes')
    .values({ village_id: villageId, change: 1 })
    .onConflict((oc) => oc.column('village_id').doUpdateSet({ change: sql`inquiry_changes.change + 1` }))
    .returning('change')
    .executeTakeFirstOrThrow();
  return Number(change);
}

/** Appends events and updates the row to what they say. The caller holds the row's lock. */
export async function append(
  db: Db,
  key: Key,
  before: { thread: Thread; floor: FloorWatch | null },
  events: StoredEvent[],
  facts: ListingFacts,
): Promise<Thread> {
  const thread = events.reduce(evolve, before.thread);
  await insertEvents(db, key, events);
  await oweNotices(db, key, events, thread);
  const offer = facts.rules.floor === null ? undefined : events.findLast((event) => event.kind === 'offered');
  const floor = offer ? { at: offer.at + floorDelay(offer.id), offer: offer.seq } : before.floor;
  const isAgreed = events.some((event) => event.kind === 'accepted');
  await touch(db, key, {
    ...project(thread, floor),
    ...(isAgreed && { agreed_listing: JSON.stringify(facts.agreed) }),
  });
  return thread;
}

/** Writes columns under the next change number and notifies the village's popups. */
export async function touch(
  db: Db,
  { villageId, id }: Key,
  columns: Updateable<InquiryTables['inquiries']>,
): Promise<void> {
  await notifyLive(db, villageId, { kind: 'inquiry', id });
  await db
    .updateTable('inquiries')
    .set({ ...columns, change: await nextChange(db, villageId) })
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .execute();
}

import type { Db } from '#marketplace/db/open.ts';
import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import type { ThreadEvent } from '#marketplace/inquiries/thread.ts';

/** The key of a thread; `village_id` leads every key of the database. */
export interface Key {
  villageId: string;
  id: string;
}

export interface StoredEvent extends ThreadEvent {
  id: string;
  deviceId: string | null;
}

type EventRow = InquiryTables['inquiry_events'];

function fromRow(row: EventRow): StoredEvent {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at.getTime(),
    by: row.by,
    kind: row.kind,
    text: row.text,
    terms: row.price !== null && row.quantity !== null ? { price: row.price, quantity: row.quantity } : null,
    deviceId: row.device_id,
  };
}

function toRow({ villageId, id }: Key, event: StoredEvent): EventRow {
  return {
    village_id: villageId,
    inquiry_id: id,
    seq: event.seq,
    id: event.id,
    at: new Date(event.at),
    by: event.by,
    kind: event.kind,
    text: event.text,
    price: event.terms?.price ?? null,
    quantity: event.terms?.quantity ?? null,
    device_id: event.deviceId,
  };
}

/** The whole history of one thread, oldest first. */
export async function loadEvents(db: Db, key: Key): Promise<StoredEvent[]> {
  return (await eventsOf(db, key.villageId, [key.id])).get(key.id) ?? [];
}

/** The histories of several threads in one query. */
export async function eventsOf(db: Db, villageId: string, ids: string[]): Promise<Map<string, StoredEvent[]>> {
  const rows = await db
    .selectFrom('inquiry_events')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('inquiry_id', 'in', ids)
    .orderBy('inquiry_id')
    .orderBy('seq')
    .execute();
  const histories = new Map<string, StoredEvent[]>();
  for (const row of rows) histories.set(row.inquiry_id, [...(histories.get(row.inquiry_id) ?? []), fromRow(row)]);
  return histories;
}

export async function insertEvents(db: Db, key: Key, events: StoredEvent[]): Promise<void> {
  await db
    .insertInto('inquiry_events')
    .values(events.map((event) => toRow(key, event)))
    .execute();
}

/** Deletes the texts of both sides (a village's answer may name the buyer); that something was written stays. */
export async function forgetTexts(db: Db, { villageId, id }: Key): Promise<void> {
  await db
    .updateTable('inquiry_events')
    .set({ text: null })
    .where('village_id', '=', villageId)
    .where('inquiry_id', '=', id)
    .where('text', 'is not', null)
    .execute();
}

import type { Selectable } from 'kysely';
import type { Terms } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import type { Deps } from '#marketplace/deps.ts';
import { decide, type NewEvent } from './machine.ts';
import type { RefusalCode } from './rules.ts';
import { append } from './store/append.ts';
import { forgetContacts } from './store/contacts.ts';
import { offersElsewhere } from './store/elsewhere.ts';
import { forgetTexts, type Key, loadEvents, type StoredEvent } from './store/events.ts';
import { listingFacts } from './store/listing.ts';
import { wakeNotices } from './store/owe.ts';
import type { FloorWatch } from './store/projection.ts';
import { fold } from './thread.ts';
import type { Command } from './transitions.ts';

export type InquiryRow = Selectable<InquiryTables['inquiries']>;

/**
 * A command in a thread together with its sender. Whoever sends it makes the `messageId`, so that sending it twice has
 * the effect of once.
 */
export interface SignedCommand {
  messageId: string;
  command: Command;
  deviceId: string | null;
}

/**
 * With a `refusal` nothing was done, except that an offer whose time was over has expired. `id_taken` means that
 * another command has this id.
 */
export interface ActResult {
  refusal: RefusalCode | 'id_taken' | 'inquiry_unknown' | null;
}

/** Does the command in one transaction with the thread locked. */
export async function act(deps: Deps, key: Key, signed: SignedCommand): Promise<ActResult> {
  const result = await deps.db.transaction().execute((db) => actIn(db, deps, key, signed));
  await wakeNotices(deps);
  return result;
}

/** Like `act`, but inside the caller's transaction. */
export async function actIn(db: Db, deps: Deps, key: Key, signed: SignedCommand): Promise<ActResult> {
  const row = await lockInquiry(db, key);
  if (!row) return { refusal: 'inquiry_unknown' };
  const { command } = signed;
  const history = await loadEvents(db, key);
  const known = history.find((event) => event.id === signed.messageId);
  if (known) return { refusal: isSame(known, command, row) ? null : 'id_taken' };

  const now = deps.now();
  const facts = await listingFacts(db, key.villageId, row.listing_id);
  const elsewhere = command.kind === 'offer' ? await offersElsewhere(db, row, now) : { offers: 0, open: false };
  const thread = fold(history);
  const decision = decide(thread, command, now.getTime(), { ...facts.rules, elsewhere });
  if (decision.events.length > 0) {
    const events = numbered(decision.events, signed, thread.seq);
    await append(db, key, { thread, floor: floorOf(row) }, events, facts);
  }
  if (command.kind === 'erase') await forgetPerson(db, key);
  return { refusal: decision.refusal };
}

/**
 * Numbers the events. The sender's own event gets the message's id; an event that the clock or the content filter added
 * gets a new id.
 */
export function numbered(events: NewEvent[], signed: SignedCommand, lastSeq: number): StoredEvent[] {
  const own = events.findLastIndex((event) => event.by === signed.command.by);
  return events.map((event, i) => ({
    ...event,
    seq: lastSeq + 1 + i,
    id: i === own ? signed.messageId : newId(),
    deviceId: event.by === 'village' ? signed.deviceId : null,
  }));
}

export function lockInquiry(db: Db, { villageId, id }: Key): Promise<InquiryRow | undefined> {
  return db
    .selectFrom('inquiries')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export const floorOf = (row: InquiryRow): FloorWatch | null =>
  row.floor_at !== null && row.floor_offer !== null ? { at: row.floor_at.getTime(), offer: row.floor_offer } : null;

/** Removes the buyer's name, number, addresses, link and texts; who agreed what, and the keyed hash that counts offers, stay. */
async function forgetPerson(db: Db, key: Key): Promise<void> {
  await db
    .updateTable('inquiries')
    .set({ buyer_name: null, buyer_phone: null, secret_hash: null, bulk_id: null })
    .where('village_id', '=', key.villageId)
    .where('id', '=', key.id)
    .execute();
  await forgetContacts(db, key);
  await forgetTexts(db, key);
}

const KINDS: Record<string, string[]> = {
  say: ['asked', 'said'],
  reply: ['said'],
  offer: ['offered'],
  counter: ['countered'],
  accept: ['accepted'],
  decline: ['declined'],
  withdraw: ['withdrawn', 'cancelled'],
  fulfil: ['fulfilled'],
  cancel: ['cancelled'],
  report: ['reported'],
  erase: ['erased'],
};

/**
 * Whether the stored event is what this command made. Erased texts cannot be compared any more and count as the same.
 */
function isSame(event: StoredEvent, command: Command, row: InquiryRow): boolean {
  const text = 'text' in command ? command.text || null : null;
  const isForgotten = row.erased || row.pseudonymised_at !== null;
  return (
    event.by === command.by &&
    (KINDS[command.kind] ?? []).includes(event.kind) &&
    (isForgotten || event.text === text) &&
    sameTerms(event.terms, 'terms' in command ? command.terms : null)
  );
}

const sameTerms = (a: Terms | null, b: Terms | null): boolean => a?.price === b?.price && a?.quantity === b?.quantity;

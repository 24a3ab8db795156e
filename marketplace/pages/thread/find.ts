import type { Deps } from '#marketplace/deps.ts';
import type { InquiryRow } from '#marketplace/inquiries/act.ts';
import { overdue } from '#marketplace/inquiries/machine.ts';
import { readThreadSecret } from '#marketplace/inquiries/secret.ts';
import { type Key, loadEvents, type StoredEvent } from '#marketplace/inquiries/store/events.ts';
import { evolve, fold, type Thread } from '#marketplace/inquiries/thread.ts';
import { type ListingCard, selectCards, TAKES_QUESTIONS, toCard } from '#marketplace/listings/public.ts';
import { roomOf } from '#marketplace/villages/practice.ts';

/** A thread as its buyer may see it: with the public side of the product, and without the floor. */
export interface BuyerThread {
  key: Key;
  secret: string;
  row: InquiryRow;
  thread: Thread;
  events: StoredEvent[];
  listing: ListingCard;
  /**
   * The product is neither withdrawn nor hidden and its village is approved, so it takes offers and its number may be
   * given.
   */
  isLive: boolean;
  /** It is made up, in a village for practice. */
  isPractice: boolean;
}

/** The thread of a private link. Null for a link that never was, that was shut, or whose thread was erased. Throws `practice_over`. */
export async function findThread(deps: Deps, secretText: string): Promise<BuyerThread | null> {
  const secret = readThreadSecret(secretText);
  if (secret === null) return null;
  await roomOf(deps.db, secret.villageId, deps.now());
  const row = await deps.db
    .selectFrom('inquiries')
    .selectAll()
    .where('village_id', '=', secret.villageId)
    .where('secret_hash', '=', secret.hash)
    .executeTakeFirst();
  if (!row) return null;
  const key = { villageId: row.village_id, id: row.id };
  const [stored, listing] = await Promise.all([
    loadEvents(deps.db, key),
    selectCards(deps.db)
      .select([TAKES_QUESTIONS.as('isLive'), 'v.practice_room'])
      .where('l.village_id', '=', key.villageId)
      .where('l.id', '=', row.listing_id)
      .executeTakeFirstOrThrow(),
  ]);
  const { thread, events } = asOfNow(stored, deps.now().getTime());
  return {
    key,
    secret: secret.secret,
    row,
    thread,
    events,
    listing: toCard(listing),
    isLive: listing.isLive,
    isPractice: listing.practice_room !== null,
  };
}

/**
 * The thread as it is at `now` (ms): an offer whose 48 h are over is shown as expired even before the job has recorded
 * that.
 */
function asOfNow(stored: StoredEvent[], now: number): Pick<BuyerThread, 'thread' | 'events'> {
  const thread = fold(stored);
  const [due] = overdue(thread, now);
  if (!due) return { thread, events: stored };
  const event = { ...due, seq: thread.seq + 1, id: '', deviceId: null };
  return { thread: evolve(thread, event), events: [...stored, event] };
}

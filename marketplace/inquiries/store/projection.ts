import type { Updateable } from 'kysely';
import type { InquiryTables } from '#marketplace/db/tables/inquiries.ts';
import { remindAt } from '#marketplace/inquiries/machine.ts';
import { isFlagged, isUnanswered, type Thread, waitingSince } from '#marketplace/inquiries/thread.ts';

type Columns = Updateable<InquiryTables['inquiries']>;

const date = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** The seq of the offer that the hidden floor has to judge, and when it judges (ms). */
export interface FloorWatch {
  at: number;
  offer: number;
}

/** The columns that repeat what the events say, and the next time at which something is due in the thread. */
export function project(thread: Thread, floor: FloorWatch | null) {
  const watch = floor !== null && floor.offer === thread.stateSeq ? floor : null;
  const due = [thread.expiresAt, remindAt(thread), watch?.at ?? null].filter((at) => at !== null);
  return {
    state: thread.state,
    seq: thread.seq,
    price: thread.terms?.price ?? null,
    quantity: thread.terms?.quantity ?? null,
    expires_at: date(thread.expiresAt),
    offers_made: thread.offersMade,
    unanswered: isUnanswered(thread),
    flagged: isFlagged(thread),
    unproven: thread.unproven,
    waiting_since: date(waitingSince(thread)),
    asked_at: new Date(thread.askedAt ?? thread.lastAt),
    answered_at: date(thread.answeredAt),
    agreed_at: date(thread.agreedAt),
    floor_at: date(watch?.at ?? null),
    floor_offer: watch?.offer ?? null,
    due_at: due.length === 0 ? null : new Date(Math.min(...due)),
    erased: thread.erased,
    updated_at: new Date(thread.lastAt),
  } satisfies Columns;
}

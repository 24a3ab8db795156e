import type { OutboxListing, OutboxMessage, OutboxRow, Step, WaitReason } from '#utils/model/outbox.ts';
import { delay, NEVER, RETRY_POLICIES, type Trigger } from './retryPolicy.ts';

export type OutboxEvent =
  /** A photo was acknowledged; `done` of all are there now. */
  | { type: 'progress'; done: number }
  /** The first owed step is done; `drop` names later ones that have nothing to do any more. */
  | { type: 'done'; step: Step; drop?: readonly Step[] }
  /** The marketplace misses photos that it was thought to have. */
  | { type: 'photosLost' }
  /** The proof failed a while ago: the marketplace is told of the post again, which makes it check again. */
  | { type: 'recheck' }
  /** Nothing is wrong, it is only not time yet (a proof that is being checked, a write that is in flight). */
  | { type: 'later'; milliseconds: number }
  | { type: 'wait'; reason: WaitReason; detail: string | null; retryAfterSeconds?: number | null }
  | { type: 'trigger'; by: Trigger }
  /** The person said to try again. */
  | { type: 'retry' }
  | { type: 'skipLinkback' }
  /** The message was acknowledged. */
  | { type: 'sent' };

export interface Clock {
  now: number;
  /** 0 ≤ random < 1 */
  random: number;
}

/**
 * The one place that says how a row moves: the row after `event`, null when nothing is owed any more. Throws on an event
 * that is not legal in the row's state: that is a bug of the caller, and the stored row stays as it was.
 */
export function transition(row: OutboxRow, event: OutboxEvent, clock: Clock): OutboxRow | null {
  switch (event.type) {
    case 'trigger':
      return isTriggeredBy(row, event.by) ? released(row, clock) : row;
    case 'retry':
      return row.kind === 'listing' && row.reason === 'proof_failed' && row.owed[0] === 'proof'
        ? nextListing(row, { type: 'recheck' }, clock)
        : released(row, clock);
    case 'wait':
      return waiting(row, event, clock);
    case 'later':
      return { ...row, attempts: row.attempts + 1, nextAt: clock.now + event.milliseconds, reason: null, detail: null };
    case 'sent':
      return row.kind === 'message' ? null : illegal(row, event);
    default:
      return row.kind === 'listing' ? nextListing(row, event, clock) : illegal(row, event);
  }
}

type ListingEvent = Extract<OutboxEvent, { type: 'progress' | 'done' | 'photosLost' | 'recheck' | 'skipLinkback' }>;

function nextListing(row: OutboxListing, event: ListingEvent, clock: Clock): OutboxListing | null {
  switch (event.type) {
    case 'progress':
      return row.owed[0] === 'photos' && event.done <= row.photosAll
        ? { ...row, photosDone: Math.max(row.photosDone, event.done) }
        : illegal(row, event);
    case 'done': {
      if (row.owed[0] !== event.step) return illegal(row, event);
      const owed = row.owed.slice(1).filter((step) => !event.drop?.includes(step));
      // Photos and listing count their attempts together: a marketplace that keeps losing photos is asked ever less often.
      const photos = event.step === 'photos' && { photosDone: row.photosAll, attempts: row.attempts };
      return stillOwed({ ...moving(row, clock), ...photos, owed });
    }
    case 'photosLost': {
      if (row.owed[0] !== 'listing') return illegal(row, event);
      const pause = row.attempts === 0 ? 0 : delay(PHOTOS_LOST, row.attempts, clock.random);
      const attempts = row.attempts + 1;
      return {
        ...moving(row, clock),
        attempts,
        nextAt: clock.now + pause,
        photosDone: 0,
        owed: ['photos', ...row.owed],
      };
    }
    case 'recheck':
      return row.owed[0] === 'proof' ? { ...moving(row, clock), owed: ['linkback', ...row.owed] } : illegal(row, event);
    case 'skipLinkback':
      return stillOwed({
        ...(row.owed[0] === 'linkback' || row.owed[0] === 'proof' ? moving(row, clock) : row),
        owed: row.owed.filter((step) => step !== 'linkback' && step !== 'proof'),
      });
  }
}

const PHOTOS_LOST = { first: 2_000, cap: 300_000 };

function stillOwed(row: OutboxListing): OutboxListing | null {
  return row.owed.length === 0 ? null : row;
}

function waiting<R extends OutboxRow>(row: R, event: Extract<OutboxEvent, { type: 'wait' }>, clock: Clock): R {
  const wait = RETRY_POLICIES[event.reason];
  if (!wait.at.includes(place(row))) return illegal(row, event);
  const attempts = row.attempts + 1;
  const paced = wait.pace === null ? NEVER : clock.now + delay(wait.pace, attempts, clock.random);
  const asked = clock.now + (event.retryAfterSeconds ?? 0) * 1000;
  return { ...row, attempts, nextAt: Math.max(paced, asked), reason: event.reason, detail: event.detail };
}

/** What a waiting row waits at: its first owed step, or `message`. */
function place(row: OutboxListing | OutboxMessage): Step | 'message' {
  return row.kind === 'message' ? 'message' : (row.owed[0] ?? 'proof');
}

function isTriggeredBy(row: OutboxRow, by: Trigger): boolean {
  return row.reason !== null && RETRY_POLICIES[row.reason].triggers.includes(by);
}

/** The row, due now and without a reason; but a fresh reply is not due before its undo has run out. */
function released<R extends OutboxRow>(row: R, clock: Clock): R {
  if (row.reason === null) return row.kind === 'listing' ? { ...row, nextAt: Math.min(row.nextAt, clock.now) } : row;
  return moving(row, clock);
}

function moving<R extends OutboxRow>(row: R, clock: Clock): R {
  return { ...row, attempts: 0, nextAt: clock.now, reason: null, detail: null };
}

function illegal(row: OutboxRow, event: OutboxEvent): never {
  throw new Error(`outbox: ${event.type} is not legal at ${place(row)} of ${row.id}`);
}

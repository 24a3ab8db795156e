import type { InquiryState, Terms } from '#contract';
import type { EventKind, Party } from '#marketplace/db/tables/inquiries.ts';
import { OFFER_LIFE } from './rules.ts';

export type { EventKind, Party } from '#marketplace/db/tables/inquiries.ts';

/** What happened, as it is stored. `at` is in milliseconds since 1970. */
export interface ThreadEvent {
  seq: number;
  at: number;
  by: Party;
  kind: EventKind;
  text: string | null;
  terms: Terms | null;
}

/** A thread is nothing but its events, added up by `evolve`. */
export interface Thread {
  state: InquiryState;
  /** seq of the last event; 0 before the first. */
  seq: number;
  /**
   * seq of the last event that changed state or terms: a person who has not seen that event may not act on the thread.
   */
  stateSeq: number;
  lastAt: number;
  /** The offer on the table or the terms agreed. */
  terms: Terms | null;
  expiresAt: number | null;
  offersMade: number;
  /** The buyer's last price (only goes up) and the village's last counter (only goes down), over all bargains. */
  buyerPrice: number | null;
  villagePrice: number | null;
  /** Since when words of the buyer wait for an answer. An open offer waits too: see `waitingSince`. */
  questionSince: number | null;
  remindedAt: number | null;
  askedAt: number | null;
  /** When a person of the village first answered: automatic answers do not count. */
  answeredAt: number | null;
  agreedAt: number | null;
  /** A text waits for a look (it has a link or a number), or the village reported this number in another thread. */
  held: boolean;
  /**
   * The thread came under load without the proof of work that was asked for. It is shown among the held threads,
   * although it may as well be from an honest buyer.
   */
  unproven: boolean;
  reportedBy: { buyer: boolean; village: boolean };
  erased: boolean;
}

export const NEW_THREAD: Thread = {
  state: 'open',
  seq: 0,
  stateSeq: 0,
  lastAt: 0,
  terms: null,
  expiresAt: null,
  offersMade: 0,
  buyerPrice: null,
  villagePrice: null,
  questionSince: null,
  remindedAt: null,
  askedAt: null,
  answeredAt: null,
  agreedAt: null,
  held: false,
  unproven: false,
  reportedBy: { buyer: false, village: false },
  erased: false,
};

/** Nobody is reminded of a silenced thread: it is held, or the village reported its buyer. */
export const isSilenced = (thread: Thread): boolean => thread.held || thread.reportedBy.village;

/** A flagged thread is shown under "spam" for the village, and arrives without a notification. */
export const isFlagged = (thread: Thread): boolean => thread.unproven || isSilenced(thread);

/** Since when (ms) a question or offer waits for the village's answer; null when none waits. */
export function waitingSince(thread: Thread): number | null {
  const offerSince = thread.state === 'offered' && thread.expiresAt !== null ? thread.expiresAt - OFFER_LIFE : null;
  if (offerSince === null || thread.questionSince === null) return offerSince ?? thread.questionSince;
  return Math.min(offerSince, thread.questionSince);
}

/**
 * Whether something of the buyer's waits for the village's answer. A thread that only lacks a proof of work waits too,
 * so that none expires unseen.
 */
export const isUnanswered = (thread: Thread): boolean => waitingSince(thread) !== null && !isSilenced(thread);

const OFF_TABLE = { terms: null, expiresAt: null } as const;

/** What one kind of event changes, besides `seq`, `lastAt` and since when an answer is owed. */
const CHANGES: Record<EventKind, (thread: Thread, event: ThreadEvent) => Partial<Thread>> = {
  asked: () => ({}),
  said: () => ({}),
  offered: (thread, { at, terms }) => ({
    state: 'offered',
    terms,
    expiresAt: at + OFFER_LIFE,
    offersMade: thread.offersMade + 1,
    buyerPrice: terms?.price ?? null,
  }),
  countered: (_, { at, terms }) => ({
    state: 'countered',
    terms,
    expiresAt: at + OFFER_LIFE,
    villagePrice: terms?.price ?? null,
  }),
  accepted: (_, { at }) => ({ state: 'deal', expiresAt: null, agreedAt: at }),
  declined: () => ({ state: 'declined', ...OFF_TABLE }),
  withdrawn: () => ({ state: 'withdrawn', ...OFF_TABLE }),
  expired: () => ({ state: 'expired', ...OFF_TABLE }),
  reminded: (_, { at }) => ({ remindedAt: at }),
  fulfilled: () => ({ state: 'fulfilled' }),
  cancelled: () => ({ state: 'cancelled' }),
  held: () => ({ held: true }),
  unproven: () => ({ unproven: true }),
  reported: (thread, { by }) => ({ reportedBy: { ...thread.reportedBy, [by]: true } }),
  erased: () => ({ erased: true, questionSince: null }),
};

/**
 * These events change state or terms. The others are talk and bookkeeping; a person may act without having seen them.
 */
const DECISIVE: ReadonlySet<EventKind> = new Set<EventKind>(
  ['offered', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'fulfilled', 'cancelled'],
); // biome-ignore format: one list

/** A buyer's words wait from the first unanswered ones on; anything that a person of the village does answers them. */
function answering(thread: Thread, event: ThreadEvent): Partial<Thread> {
  if (event.by === 'buyer') {
    const asks = event.kind === 'asked' || event.kind === 'said' || (event.kind === 'offered' && event.text !== null);
    return {
      askedAt: thread.askedAt ?? event.at,
      ...(asks && { questionSince: thread.questionSince ?? event.at }),
    };
  }
  if (event.by !== 'village') return {};
  if (event.kind === 'reported') return { questionSince: null };
  // A person of the village answered, so what was held or reported was no spam after all.
  return {
    questionSince: null,
    answeredAt: thread.answeredAt ?? event.at,
    held: false,
    unproven: false,
    reportedBy: { ...thread.reportedBy, village: false },
  };
}

/** The thread after one more event. Pure. */
export function evolve(thread: Thread, event: ThreadEvent): Thread {
  return {
    ...thread,
    ...answering(thread, event),
    ...CHANGES[event.kind](thread, event),
    seq: event.seq,
    lastAt: event.at,
    stateSeq: DECISIVE.has(event.kind) ? event.seq : thread.stateSeq,
  };
}

/** The thread that follows from these events, in order. */
export const fold = (events: readonly ThreadEvent[]): Thread => events.reduce(evolve, NEW_THREAD);

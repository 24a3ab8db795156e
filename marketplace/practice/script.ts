import type { StoredEvent } from '#marketplace/inquiries/store/events.ts';
import { fold } from '#marketplace/inquiries/thread.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { PRACTICE } from '#marketplace/words/index.ts';

/** How long (ms) a buyer waits for an answer to the question, before the first offer. */
export const OFFER_AFTER = 25_000;
/** A made-up buyer says at most so much. */
const SAYS_MAX = 5;
/** Prices are offered in steps of so many rupiah. */
const STEP = 500;

const t = PRACTICE.id;

/** What the buyer offers first: some 15 % less, and never nothing. */
export const firstPrice = (listPrice: number): number =>
  Math.max(1, Math.min(listPrice, listPrice < 2 * STEP ? listPrice : Math.round((listPrice * 0.85) / STEP) * STEP));

interface Scene {
  events: readonly StoredEvent[];
  first: { price: number; quantity: number };
  /** Today's price, whole rupiah. */
  listPrice: number;
  /** ms since 1970. */
  now: number;
}

/**
 * What the buyer does next in a thread that the buyer's question has opened, as a person would: bargains, goes up once,
 * takes what is near, and thanks. Null while it is the village's turn, and once all is said. Pure.
 */
export function nextSaid({ events, first, listPrice, now }: Scene): Command | null {
  const thread = fold(events);
  const last = events.at(-1);
  const said = events.filter(({ by }) => by === 'buyer').length;
  if (last === undefined || said >= SAYS_MAX || thread.erased || thread.reportedBy.village) return null;
  const seen = thread.seq;
  const { quantity } = thread.terms ?? first;
  const offer = (price: number, text: string): Command => ({
    by: 'buyer',
    kind: 'offer',
    terms: { price: Math.min(price, listPrice), quantity },
    text,
    seen,
  });
  if (thread.offersMade === 0) {
    const waited = now - (events[0]?.at ?? now) >= OFFER_AFTER;
    return thread.state === 'open' && (waited || thread.answeredAt !== null)
      ? offer(first.price, t('buyerOffer', first.quantity))
      : null;
  }
  if (last.by === 'buyer') return null;
  const mine = thread.buyerPrice ?? first.price;
  if (thread.state === 'countered' && thread.terms !== null) {
    const asked = thread.terms.price;
    const middle = Math.round((mine + asked) / 2 / STEP) * STEP;
    const goesUp = thread.offersMade === 1 && asked > mine && middle > mine && middle < asked;
    return goesUp && asked > (mine + listPrice) / 2
      ? offer(middle, t('buyerHigher'))
      : { by: 'buyer', kind: 'accept', text: t('buyerAccept'), seen };
  }
  if (thread.state === 'declined')
    return thread.offersMade === 1 && mine < listPrice ? offer(listPrice, t('buyerList')) : null;
  if (thread.state === 'deal') return { by: 'buyer', kind: 'say', text: t('buyerThanks') };
  return null;
}

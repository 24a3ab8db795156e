import type { Terms } from '#contract';
import type { Rules } from './rules.ts';
import { isFlagged, type Thread } from './thread.ts';

/**
 * Whether the floor may look at an offer's price at all. More than there is in stock is left to a person whatever the
 * price is: an answer below the floor and silence above it would tell the floor without a deal. What is not looked at
 * uses up none of the day's judgements either, so that nobody can spend them for the village.
 */
export function canJudge(thread: Thread, offer: number, rules: Rules): boolean {
  const { terms } = thread;
  if (terms === null || rules.floor === null || !rules.live) return false;
  if (thread.stateSeq !== offer || thread.state !== 'offered' || isFlagged(thread)) return false;
  return rules.stock === null || terms.quantity <= rules.stock;
}

/**
 * The hidden floor's answer to an offer that it may judge (`canJudge`): `accepted` at or above it (at the price offered, never at the floor),
 * `declined` below it where the village wanted that, null when a person is to answer.
 *
 * What can a buyer learn of the floor? Each offer that it judges tells one bit, "at or above" or "below", and no more:
 * - the answer is a plain yes or no in the village's name, after the same kind of wait (`floorDelay`), with the same words;
 * - silence is a bit too, so it is judgements that are counted, not answers: after `FLOOR_JUDGEMENTS_PER_DAY` of them on
 *   one listing, whoever made them, all further offers of that day wait for a person (the service counts);
 * - a buyer has 3 offers and may only go up, so bisecting takes new identities, which the limits per number and network
 *   slow down, and every step above the floor is a deal under the buyer's name, not a free question;
 * - an offer for more than there is in stock is never judged: it waits for a person, above the floor and below it alike;
 * - asking again with the same price is refused before the floor is looked at.
 */
export function floorAnswer(terms: Terms | null, rules: Rules): 'accepted' | 'declined' | null {
  if (terms === null || rules.floor === null) return null;
  if (terms.price >= rules.floor.price) return 'accepted';
  return rules.floor.below === 'decline' ? 'declined' : null;
}

export const FLOOR_JUDGEMENTS_PER_DAY = 6;

/** How long the floor waits before it answers: 4–19 minutes, fixed by the offer's id and not by what it is worth. */
export function floorDelay(offerId: string): number {
  let hash = 0;
  for (const character of offerId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return 240_000 + (hash % 900_000);
}

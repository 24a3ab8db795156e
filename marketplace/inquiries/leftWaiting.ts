import type { ExpressionBuilder } from 'kysely';
import { DAY } from '#contract/time.ts';
import type { Database } from '#marketplace/db/tables/database.ts';

/** For so long (ms) an offer that ended without an answer is still shown. */
const SHOWN_AFTER_END = 30 * DAY;

/**
 * A condition on inquiries (`i`): the village has left the buyer without an answer for `waits` (ms) at the time `now` (ms), or
 * let an offer of the last 30 days end without one.
 */
export const leftWaiting = (now: number, waits: number) => (eb: ExpressionBuilder<{ i: Database['inquiries'] }, 'i'>) =>
  eb.or([
    eb.and([eb('i.unanswered', '=', true), eb('i.waiting_since', '<=', new Date(now - waits))]),
    eb.and([
      eb('i.state', '=', 'expired'),
      eb('i.answered_at', 'is', null),
      eb('i.asked_at', '>', new Date(now - SHOWN_AFTER_END)),
    ]),
  ]);

import { sql } from 'kysely';
import { DAY } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { leftWaiting } from './leftWaiting.ts';
import { OFFER_LIFE } from './rules.ts';

const MEASURED_DAYS = 90;
/** With fewer questions than this, the median says nothing about a village. */
const LEAST = 3;

/**
 * How long buyers of this village wait for the first answer of a person, in minutes: the median of the last 90 days, or
 * null when there were fewer than three questions. A question that nobody answered within 48 h counts with the time
 * that it has waited, so that silence does not look fast.
 */
export async function medianAnswerMinutes(deps: Deps, villageId: string): Promise<number | null> {
  const now = deps.now();
  const late = new Date(now.getTime() - OFFER_LIFE);
  const { median, n } = await deps.db
    .selectFrom('inquiries')
    .select([
      sql<number | null>`percentile_cont(0.5) within group (
        order by extract(epoch from coalesce(answered_at, ${now}) - asked_at))`.as('median'),
      sql<string>`count(*)`.as('n'),
    ])
    .where('village_id', '=', villageId)
    .where('asked_at', '>', new Date(now.getTime() - MEASURED_DAYS * DAY))
    .where('flagged', '=', false)
    .where((eb) =>
      eb.or([
        eb('answered_at', 'is not', null),
        eb.and([eb('asked_at', '<=', late), eb.or([eb('unanswered', '=', true), eb('state', '=', 'expired')])]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return median === null || Number(n) < LEAST ? null : Math.round(median / 60);
}

/**
 * For the operator: a village that leaves buyers without an answer. It holds no texts and no buyers, only how many wait
 * and since when.
 */
export interface Escalation {
  village: { id: string; slug: string; name: string };
  /** How many have waited for more than 48 hours. */
  waiting: number;
  /** How many offers expired in the last 30 days without an answer from the village. */
  expired: number;
  oldest: Date;
}

/** Villages where nobody answered, the longest wait first. */
export async function escalations(deps: Deps): Promise<Escalation[]> {
  const now = deps.now().getTime();
  const rows = await deps.db
    .selectFrom('inquiries as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .select([
      'v.id',
      'v.slug',
      'v.name',
      sql<string>`count(*) filter (where i.unanswered)`.as('waiting'),
      sql<string>`count(*) filter (where i.state = 'expired' and i.answered_at is null)`.as('expired'),
      sql<Date>`min(coalesce(i.waiting_since, i.asked_at))`.as('oldest'),
    ])
    .where('v.practice_room', 'is', null)
    .where('i.flagged', '=', false)
    .where('i.erased', '=', false)
    .where(leftWaiting(now, OFFER_LIFE))
    .groupBy(['v.id', 'v.slug', 'v.name'])
    .orderBy('oldest')
    .execute();
  return rows.map(({ id, slug, name, waiting, expired, oldest }) => ({
    village: { id, slug, name },
    waiting: Number(waiting),
    expired: Number(expired),
    oldest,
  }));
}

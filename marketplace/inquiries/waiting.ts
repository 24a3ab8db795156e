import { maskPhones } from '#contract/phonesInText.ts';
import { HOUR } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { publicSlug } from '#marketplace/listings/slug.ts';
import { leftWaiting } from './leftWaiting.ts';
import type { Key } from './store/events.ts';

/** Who waits so long (ms) is seen by an operator: an offer ends after twice as much, so there is still time to remind. */
const WAITS_LONG = 24 * HOUR;

/** A question or offer that its village has not answered. It holds no text and nothing of the buyer. */
export interface WaitingThread extends Key {
  village: { slug: string; name: string };
  product: { slug: string; name: string };
  since: Date;
  /** An offer ended without an answer, and nothing else waits. */
  isOver: boolean;
  nudgedAt: Date | null;
  elsewhereAt: Date | null;
}

/** More are not shown at once. */
export const WAITING_SHOWN = 200;

function waiting({ db, now }: Deps) {
  return db
    .selectFrom('inquiries as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .where('v.practice_room', 'is', null)
    .where('i.flagged', '=', false)
    .where('i.erased', '=', false)
    .where('v.status', '!=', 'blocked')
    .where(leftWaiting(now().getTime(), WAITS_LONG));
}

/** Questions that have waited for a day or longer, the longest wait first: those that are shown and one more. */
export async function waitingThreads(deps: Deps): Promise<WaitingThread[]> {
  const rows = await waiting(deps)
    .innerJoin('listings as l', (on) =>
      on.onRef('l.village_id', '=', 'i.village_id').onRef('l.id', '=', 'i.listing_id'),
    )
    .select(['i.village_id', 'i.id', 'i.unanswered', 'i.nudged_at', 'i.elsewhere_at'])
    .select((eb) => eb.fn.coalesce('i.waiting_since', 'i.asked_at').as('since'))
    .select(['l.id as listing_id', 'l.slug', 'l.name', 'v.slug as village_slug', 'v.name as village_name'])
    .orderBy('since')
    .orderBy('i.id')
    .limit(WAITING_SHOWN + 1)
    .execute();
  return rows.map((row) => ({
    villageId: row.village_id,
    id: row.id,
    village: { slug: row.village_slug, name: maskPhones(row.village_name) },
    product: { slug: publicSlug({ ...row, id: row.listing_id }), name: maskPhones(row.name) },
    since: row.since,
    isOver: !row.unanswered,
    nudgedAt: row.nudged_at,
    elsewhereAt: row.elsewhere_at,
  }));
}

/** How many there are. */
export async function countWaiting(deps: Deps): Promise<number> {
  const { n } = await waiting(deps)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

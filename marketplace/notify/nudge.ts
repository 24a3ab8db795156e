import { sql } from 'kysely';
import { DAY } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Key } from '#marketplace/inquiries/store/events.ts';
import { wakeNotices } from '#marketplace/inquiries/store/owe.ts';
import type { Channel, Notice } from './owed.ts';

/** A village is reminded of one question at most once in this time (ms). */
const NUDGE_EVERY = DAY;

/**
 * What became of an operator's reminder. `owed`: it is on its way, which says nothing of its arrival. `no_way`: no phone of
 * the village wants to be told, or what this marketplace could tell it by is not set up.
 */
export type NudgeOutcome = 'owed' | 'no_way' | 'too_soon' | 'answered';

/** Where officials are told: on devices that are still the village's, by what this marketplace sends, and not stopped. */
function reachable(db: Db, { config }: Pick<Deps, 'config'>) {
  const channels: Channel[] = [
    ...(config.mail ? (['mail'] as const) : []),
    ...(config.vapid ? (['push'] as const) : []),
  ];
  return db
    .selectFrom('contacts as c')
    .innerJoin('devices as d', (on) => on.onRef('d.village_id', '=', 'c.village_id').onRef('d.id', '=', 'c.device_id'))
    .where('d.revoked_at', 'is', null)
    .where('c.confirmed', '=', true)
    .where(sql<boolean>`c.channel = any(${channels}::text[])`)
    .where(
      sql<boolean>`not exists (select from mail_stops s where s.address_key = c.address_key and c.channel = 'mail')`,
    );
}

/** Of these villages those that can be told of anything. */
export async function reachableVillages(deps: Deps, villageIds: string[]): Promise<Set<string>> {
  const rows = await reachable(deps.db, deps)
    .select('c.village_id')
    .distinct()
    .where(sql<boolean>`c.village_id = any(${villageIds}::text[])`)
    .execute();
  return new Set(rows.map(({ village_id }) => village_id));
}

/** Reminds the village's officials of a question that waits, wherever they want to be told; at most once a day. */
export async function nudgeVillage(deps: Deps, { villageId, id }: Key): Promise<NudgeOutcome> {
  const now = deps.now();
  const outcome = await deps.db.transaction().execute(async (db): Promise<NudgeOutcome> => {
    const row = await db
      .selectFrom('inquiries as i')
      .innerJoin('villages as v', 'v.id', 'i.village_id')
      .select(['i.unanswered', 'i.flagged', 'i.nudged_at', 'v.status'])
      .where('i.village_id', '=', villageId)
      .where('i.id', '=', id)
      .forUpdate('i')
      .executeTakeFirst();
    if (!row?.unanswered || row.flagged || row.status === 'blocked') return 'answered';
    if (row.nudged_at !== null && now.getTime() - row.nudged_at.getTime() < NUDGE_EVERY) return 'too_soon';
    const ways = await reachable(db, deps).select('c.id').where('c.village_id', '=', villageId).execute();
    if (ways.length === 0) return 'no_way';
    await db
      .insertInto('notices')
      .values(
        ways.map((way) => ({
          ...{
            village_id: villageId,
            contact_id: way.id,
            inquiry_id: id,
            kind: 'nudge' as const,
            state: 'owed' as const,
          },
          ...{ seq: Math.floor(now.getTime() / DAY), due_at: now, owed_at: now },
        })),
      )
      .onConflict((oc) => oc.doNothing())
      .execute();
    await db
      .updateTable('inquiries')
      .set({ nudged_at: now })
      .where('village_id', '=', villageId)
      .where('id', '=', id)
      .execute();
    return 'owed';
  });
  if (outcome === 'owed') await wakeNotices(deps);
  return outcome;
}

/** How far reminders of these threads have come, by the thread's id: the best that is known of any of their addresses. */
export async function nudgeStates(deps: Deps, threadIds: string[]): Promise<Map<string, Notice['state']>> {
  const rows = await deps.db
    .selectFrom('notices')
    .select(['inquiry_id', sql<Notice['state'][]>`array_agg(state)`.as('states')])
    .where('kind', '=', 'nudge')
    .where(sql<boolean>`inquiry_id = any(${threadIds}::text[])`)
    .groupBy('inquiry_id')
    .execute();
  const best = ['sent', 'sending', 'owed', 'unknown', 'dropped'] as const;
  return new Map(
    rows.map(({ inquiry_id, states }) => [inquiry_id, best.find((one) => states.includes(one)) ?? 'dropped']),
  );
}

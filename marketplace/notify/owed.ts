import type { Selectable } from 'kysely';
import { DAY, MINUTE } from '#contract/time.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { NoticeTables } from '#marketplace/db/tables/notices.ts';
import type { Deps } from '#marketplace/deps.ts';

export type Notice = Selectable<NoticeTables['notices']>;
export type Contact = NoticeTables['contacts'];
export type Channel = Contact['channel'];

/** Minutes to wait after each try that surely left nothing behind; after the last one it is given up. */
const AGAIN_MINUTES = [1, 5, 20, 60, 180, 360];
/** A process that took a notice and said nothing for so long is gone, and nobody knows how far it came. */
const LOST_AFTER = 10 * MINUTE;
/** News that is older than this is none. */
const STALE_AFTER = 2 * DAY;
const KEPT_DAYS = 30;

/** The row of one notice. */
export const at = (notice: Pick<Notice, 'village_id' | 'contact_id' | 'inquiry_id' | 'seq' | 'kind'>) =>
  [
    ['village_id', notice.village_id],
    ['contact_id', notice.contact_id],
    ['inquiry_id', notice.inquiry_id],
    ['seq', notice.seq],
    ['kind', notice.kind],
  ] as const;

export async function setNotice(db: Db, notice: Notice, columns: Partial<Notice>): Promise<void> {
  let query = db.updateTable('notices').set(columns);
  for (const [column, value] of at(notice)) query = query.where(column, '=', value);
  await query.execute();
}

/**
 * The notice that has waited longest on this channel, locked together with its address: whoever takes one may settle all
 * that waits for that address, so nobody else may hold any of it. Others look past both.
 */
export function takeOwed(db: Db, now: Date, channel: Channel): Promise<Notice | undefined> {
  return (
    db
      .selectFrom('notices as n')
      .innerJoin('contacts as c', (on) =>
        on.onRef('c.village_id', '=', 'n.village_id').onRef('c.id', '=', 'n.contact_id'),
      )
      .selectAll('n')
      .where('n.state', '=', 'owed')
      .where('n.due_at', '<=', now)
      .where('c.channel', '=', channel)
      .orderBy('n.due_at')
      .limit(1)
      // Not against whoever notes a new notice for the address meanwhile.
      .forNoKeyUpdate(['n', 'c'])
      .skipLocked()
      .executeTakeFirst()
  );
}

export const isStale = (notice: Notice, now: Date): boolean =>
  now.getTime() - Math.max(notice.due_at.getTime(), notice.owed_at.getTime()) > STALE_AFTER;

/** Several answers that wait for one address are told by one notice: the others are done with it. */
export async function mergeOthers(db: Db, notice: Notice, now: Date): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'dropped' })
    .where('village_id', '=', notice.village_id)
    .where('contact_id', '=', notice.contact_id)
    .where('kind', '=', notice.kind)
    .where('state', '=', 'owed')
    .where('due_at', '<=', now)
    .where((eb) => eb.or([eb('inquiry_id', '!=', notice.inquiry_id), eb('seq', '!=', notice.seq)]))
    .execute();
}

/** After a try that left nothing behind. `tries` counts the one that has just been. */
export function nextTry(now: Date, tries: number, afterSeconds = 0): Partial<Notice> {
  const minutes = AGAIN_MINUTES[tries - 1];
  if (minutes === undefined) return { state: 'dropped' };
  return { state: 'owed', due_at: new Date(now.getTime() + Math.max(minutes * MINUTE, afterSeconds * 1000)) };
}

/** What was being sent by a process that died may have arrived, so it is never sent again. */
export async function giveUpLost(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - LOST_AFTER);
  await deps.db
    .updateTable('notices')
    .set({ state: 'unknown' })
    .where('state', '=', 'sending')
    .where('tried_at', '<', before)
    .execute();
}

/** Forgets notices of long ago. */
export async function forgetNotices(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - KEPT_DAYS * DAY);
  await deps.db.deleteFrom('notices').where('owed_at', '<', before).execute();
}

import { sql } from 'kysely';
import { HOUR, MINUTE } from '#contract/time.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { messageId } from './keys.ts';
import { type Room, villagesOf } from './room.ts';

/** So long (ms) before a room's end everything is withdrawn, so that articles are taken down from the real sites. */
const CLOSING = 2 * HOUR;
/** So long (ms) a room stays after its end was pressed, for the same. */
const GRACE = 30 * MINUTE;

/**
 * Ends a room: withdraws everything, and leaves the villages' extensions half an hour to take their articles down. A room
 * with no article left, and one that is told a second time, ends at once.
 */
export async function endRoom(deps: Deps, room: Room): Promise<'ended' | 'closing'> {
  if (room.closing_at !== null || !(await hasArticles(deps, room.id))) {
    await purge(deps, room.id);
    return 'ended';
  }
  const ends = new Date(deps.now().getTime() + GRACE);
  const ends_at = ends < room.ends_at ? ends : room.ends_at;
  await startClosing(deps, room.id, { ends_at });
  return 'closing';
}

async function startClosing(deps: Deps, room: string, more: { ends_at?: Date } = {}): Promise<void> {
  const change = { ...more, closing_at: deps.now() };
  await deps.db.updateTable('practice_rooms').set(change).where('id', '=', room).execute();
  await withdrawAll(deps, room);
}

/** Empties a room for the next group: everything is withdrawn, and the talks are erased. Who is connected stays so. */
export async function resetRoom(deps: Deps, { id }: Room): Promise<void> {
  await withdrawAll(deps, id);
  const talks = await deps.db
    .selectFrom('inquiries as i')
    .innerJoin('villages as v', 'v.id', 'i.village_id')
    .select(['i.village_id', 'i.id', 'i.seq'])
    .where('v.practice_room', '=', id)
    .where('i.erased', '=', false)
    .execute();
  for (const { village_id: villageId, id: inquiry, seq } of talks) {
    const command = { by: 'buyer', kind: 'erase' } as const;
    await act(
      deps,
      { villageId, id: inquiry },
      { messageId: messageId(deps, `erase ${inquiry}`, seq), command, deviceId: null },
    );
  }
  const villages = deps.db.selectFrom('villages').select('id').where('practice_room', '=', id);
  await deps.db.deleteFrom('practice_buyers').where('village_id', 'in', villages).execute();
}

/** As if each village had withdrawn each of its products on another device: its extension takes the articles down. */
async function withdrawAll({ db, now }: Deps, room: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const changed = await trx
      .updateTable('listings')
      .set({ state: 'withdrawn', listed: false, rev: sql<number>`rev + 1`, said_by: null, updated_at: now() })
      .where('village_id', 'in', trx.selectFrom('villages').select('id').where('practice_room', '=', room))
      .where('state', '=', 'live')
      .returning(['village_id', 'id'])
      .execute();
    for (const { village_id, id } of changed) await notifyLive(trx, village_id, { kind: 'listing', id });
  });
}

/** Whether some village site still has an article of the room, as far as its extension has told. */
async function hasArticles({ db }: Deps, room: string): Promise<boolean> {
  const one = await db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select('l.id')
    .where('v.practice_room', '=', room)
    .where('l.backlink_url', 'is not', null)
    .executeTakeFirst();
  return one !== undefined;
}

/** What a village typed, in an order in which it may be deleted. */
export const TYPED = [
  'consignment_photos',
  'consignments',
  'consignment_links',
  'notices',
  'contacts',
  'phone_reveals',
  'inquiry_events',
  'inquiries',
  'inquiry_changes',
  'spent_challenges',
  'practice_buyers',
  'reports',
  'village_reports',
  'listing_views',
  'listing_words',
  'listings',
  'makers',
  'pairings',
  'recipes',
  'site_challenges',
  'site_requests',
  'village_profiles',
  'village_replies',
] as const;
/** What stays, so that whoever comes back is told that it is over: links, products' ids and devices, without their names. */
export const KEPT = ['devices', 'invites', 'listing_ids'] as const;

/** Deletes all that was typed in a room, and ends it. Safe to run twice. */
export async function purge(deps: Deps, room: string): Promise<void> {
  await deps.db.transaction().execute(async (db) => {
    const ids = (await villagesOf({ db }, room)).map(({ id }) => id);
    for (const table of TYPED) await forget(db, table, ids);
    await db.updateTable('devices').set({ name: '' }).where('village_id', 'in', ids).execute();
    const bare = { sites: [], code: null, district: null, regency: null };
    await db.updateTable('villages').set(bare).where('id', 'in', ids).execute();
    const ended = { ended_at: deps.now() };
    await db.updateTable('practice_rooms').set(ended).where('id', '=', room).where('ended_at', 'is', null).execute();
    for (const id of ids) await notifyLive(db, id, { kind: 'village', id });
  });
}

async function forget(db: Db, table: (typeof TYPED)[number], villages: string[]): Promise<void> {
  await sql`delete from ${sql.table(table)} where village_id = any(${villages}::text[])`.execute(db);
}

/** Closes the rooms whose end is near, and ends those whose time is over. */
export async function closeRooms(deps: Deps): Promise<void> {
  const now = deps.now();
  const rooms = deps.db
    .selectFrom('practice_rooms')
    .select(['id', 'ends_at', 'closing_at'])
    .where('ended_at', 'is', null);
  for (const { id, ends_at, closing_at } of await rooms.execute()) {
    if (ends_at <= now) await purge(deps, id);
    else if (closing_at === null && ends_at.getTime() - now.getTime() <= CLOSING) await startClosing(deps, id);
  }
}

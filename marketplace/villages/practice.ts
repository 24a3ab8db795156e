import { practicePhones } from '#contract/practice.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { RoomOfActor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';

/** The columns of a village's room, for a query that joins it as `r`; all null for a real village. */
export const ROOM_COLUMNS = [
  'r.number as room_number',
  'r.ends_at as room_ends_at',
  'r.closing_at as room_closing_at',
  'r.ended_at as room_ended_at',
] as const;

interface RoomColumns {
  room_number: number | null;
  room_ends_at: Date | null;
  room_closing_at: Date | null;
  room_ended_at: Date | null;
}

/** What a village's room says of it; null for a real village. Throws `practice_over` when the room has ended. */
export function roomIn(
  row: RoomColumns & Pick<VillageTables['villages'], 'practice_seat'>,
  now: Date,
): RoomOfActor | null {
  const { room_number: number, room_ends_at: endsAt, practice_seat: seat } = row;
  if (number === null || endsAt === null || seat === null) return null;
  if (row.room_ended_at !== null || endsAt <= now) throw new ProblemError('unauthorized', { practiceOver: true });
  return {
    endsAt: endsAt.toISOString(),
    phones: practicePhones(number, seat),
    isClosing: row.room_closing_at !== null && row.room_closing_at <= now,
  };
}

/** The same for a village by its id. */
export async function roomOf(db: Db, villageId: string, now: Date): Promise<RoomOfActor | null> {
  const row = await db
    .selectFrom('villages as v')
    .leftJoin('practice_rooms as r', 'r.id', 'v.practice_room')
    .select([...ROOM_COLUMNS, 'v.practice_seat'])
    .where('v.id', '=', villageId)
    .executeTakeFirst();
  return row === undefined ? null : roomIn(row, now);
}

/** The same for whoever made a listing, also one that is gone; null for an id that nobody has claimed. */
export async function roomOfListing({ db, now }: Deps, id: string): Promise<RoomOfActor | null> {
  const owner = await db.selectFrom('listing_ids').select('village_id').where('id', '=', id).executeTakeFirst();
  return owner === undefined ? null : roomOf(db, owner.village_id, now());
}

/** The id of the room in which the village of this slug is made up; null when there is no such village. Throws `practice_over`. */
export async function roomOfSlug({ db, now }: Deps, slug: string): Promise<string | null> {
  if (!/^[0-9a-z-]+$/.test(slug)) return null;
  const row = await db
    .selectFrom('villages as v')
    .innerJoin('practice_rooms as r', 'r.id', 'v.practice_room')
    .select([...ROOM_COLUMNS, 'v.practice_seat', 'r.id'])
    .where('v.slug', '=', slug)
    .executeTakeFirst();
  if (row === undefined) return null;
  roomIn(row, now());
  return row.id;
}

import { randomInt } from 'node:crypto';
import { newId } from '#contract/newId.ts';
import { practicePhones, SEATS_MAX } from '#contract/practice.ts';
import { DAY } from '#contract/time.ts';
import type { PracticeTables } from '#marketplace/db/tables/practice.ts';
import type { Deps } from '#marketplace/deps.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { inviteUrl, keepInvite } from '#marketplace/villages/invites.ts';
import { keepLetters } from '#marketplace/villages/shortCodes.ts';
import { hashSecret } from '#marketplace/villages/tokens.ts';
import { seatInvite, seatLetters, trainerSecret } from './keys.ts';

export type Room = PracticeTables['practice_rooms'];

export const DAYS = 3;
export const DAYS_MAX = 30;
/** How long a link of an ended room says that it has ended, and not that it is too old. */
const INVITE_DAYS = 400;
/** Rooms that are open at once; each number stands in its room's telephone numbers. */
const NUMBERS = 10_000;

/** Names that no village has. */
const NAMES = ['Sumberjati', 'Kembangsari', 'Wanareja', 'Tirtamulya', 'Argapura', 'Jatimekar'];
const MORE = ['Randusari', 'Pringgading', 'Karangwuni', 'Banyuripan', 'Gunungsekar', 'Sawahlunga'];
const ALL = [...NAMES, ...MORE];

/** "Desa Latihan 3 Wanareja": the number is what the trainer calls out. */
const nameOf = (seat: number): string => `Desa Latihan ${seat} ${ALL[(seat - 1) % ALL.length]}`;

/** A room of so many villages, 1 to `SEATS_MAX`, for so many days, 1 to `DAYS_MAX`; null for other numbers. */
export async function makeRoom(deps: Deps, seats: number, days = DAYS): Promise<Room | null> {
  const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!isCount(seats, SEATS_MAX) || !isCount(days, DAYS_MAX)) return null;
  const made = deps.now();
  const ends = new Date(made.getTime() + days * DAY);
  return deps.db.transaction().execute(async (db) => {
    const inside = { ...deps, db };
    const id = newId();
    const room: Room = {
      id,
      number: await freeNumber(inside),
      seats,
      secret_hash: hashSecret(trainerSecret(deps, id)),
      made_at: made,
      ends_at: ends,
      closing_at: null,
      ended_at: null,
    };
    await db.insertInto('practice_rooms').values(room).execute();
    for (let seat = 1; seat <= seats; seat++) {
      const name = nameOf(seat);
      const village = await createVillage(inside, {
        name,
        sites: [],
        status: 'approved',
        practice: { room: id, seat },
      });
      await openSeat(inside, village.id, room);
    }
    return room;
  });
}

async function freeNumber({ db }: Pick<Deps, 'db'>): Promise<number> {
  for (;;) {
    const number = randomInt(NUMBERS);
    const taken = db.selectFrom('practice_rooms').select('id').where('number', '=', number);
    if ((await taken.executeTakeFirst()) === undefined) return number;
  }
}

/** Keeps the invite and the letters of a seat's sheet. */
async function openSeat(deps: Deps, village: string, { ends_at }: Room): Promise<void> {
  const code = seatInvite(deps, village);
  const expires_at = new Date(ends_at.getTime() + INVITE_DAYS * DAY);
  await keepInvite(deps, code, { village_id: village, expires_at });
  await keepLetters(deps, seatLetters(deps, village), hashSecret(code), ends_at);
}

/** The room of a trainer's link; null for a secret that opens none. A room that has ended is answered too. */
export async function roomOfSecret({ db }: Pick<Deps, 'db'>, secret: string): Promise<Room | null> {
  if (!/^[0-9a-z]{38}$/.test(secret)) return null;
  const rooms = db.selectFrom('practice_rooms').selectAll().where('secret_hash', '=', hashSecret(secret));
  return (await rooms.executeTakeFirst()) ?? null;
}

/** A room by its id; null when there is none. */
export async function roomById({ db }: Pick<Deps, 'db'>, id: string): Promise<Room | null> {
  return (await db.selectFrom('practice_rooms').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Rooms that have not ended, the newest first. */
export function openRooms({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<Room[]> {
  const rooms = db.selectFrom('practice_rooms').selectAll().where('ended_at', 'is', null).where('ends_at', '>', now());
  return rooms.orderBy('made_at', 'desc').execute();
}

export const isOver = ({ ended_at, ends_at }: Room, now: Date): boolean => ended_at !== null || ends_at <= now;

/** The trainer's link; the sheets are one step below it. */
export const trainerUrl = (deps: Pick<Deps, 'secret' | 'config'>, { id }: Room): string =>
  `${deps.config.baseUrl}/latihan/${trainerSecret(deps, id)}`;

/** What stands on the sheet of each seat. */
export async function sheetsOf(deps: Deps, { id, number }: Room) {
  const villages = await villagesOf(deps, id);
  return villages.map((village) => ({
    name: village.name,
    invite: inviteUrl(deps, seatInvite(deps, village.id)),
    letters: seatLetters(deps, village.id),
    phones: practicePhones(number, village.practice_seat ?? 0),
  }));
}

/** The villages of a room, by their seats. */
export function villagesOf({ db }: Pick<Deps, 'db'>, room: string) {
  return db.selectFrom('villages').selectAll().where('practice_room', '=', room).orderBy('practice_seat').execute();
}

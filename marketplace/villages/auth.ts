import { MINUTE } from '#contract/time.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { ROOM_COLUMNS, roomIn } from './practice.ts';
import { hashSecret, villageOfToken } from './tokens.ts';

/** How many wrong tokens one address may send; a device with a good token never meets this limit. */
const WRONG_TOKENS = { name: 'wrong-token', max: 60, seconds: 600 };
/** How exact "last seen" is (ms); a finer step would write to the database for each poll. */
const SEEN_STEP_MS = 5 * MINUTE;

/** The village and device of `Authorization: Bearer …`. Throws `unauthorized`, `village_blocked`, `practice_over`
 * or `too_many`. */
export async function actorOf(deps: Deps, c: AppContext): Promise<Actor> {
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const villageId = token ? villageOfToken(token) : null;
  const [row] = token && villageId ? await findDevice(deps.db, { villageId, tokenHash: hashSecret(token) }) : [];
  if (!row) {
    if (token) await limitSender(deps, WRONG_TOKENS, c);
    throw new ProblemError('unauthorized');
  }
  const actor = toActor(row, deps.now());
  if (actor.village.status === 'blocked') throw new ProblemError('village_blocked');
  await noteSeen(deps, { ...actor, lastSeen: row.last_seen_at });
  return actor;
}

type DeviceRow = Awaited<ReturnType<typeof findDevice>>[number];

/** The actor of a device that was found. Throws `practice_over`. */
export function toActor({ device_id, last_seen_at: _seen, ...row }: DeviceRow, now: Date): Actor {
  const { room_number, room_ends_at, room_closing_at, room_ended_at, ...village } = row;
  return { villageId: village.id, deviceId: device_id, village, practice: roomIn(row, now) } as Actor;
}

/** Keeps when a device was last seen. */
export async function noteSeen(
  deps: Deps,
  { villageId, deviceId, lastSeen }: { villageId: string; deviceId: string; lastSeen: Date | null },
): Promise<void> {
  const now = deps.now();
  if (lastSeen !== null && now.getTime() - lastSeen.getTime() <= SEEN_STEP_MS) return;
  await deps.db
    .updateTable('devices')
    .set({ last_seen_at: now })
    .where('village_id', '=', villageId)
    .where('id', '=', deviceId)
    .execute();
}

/**
 * The columns are named one by one: a prepared statement with `*` would fail in every running process once a later
 * version has added a column.
 */
export const VILLAGE_COLUMNS = [
  'v.id',
  'v.slug',
  'v.name',
  'v.code',
  'v.district',
  'v.regency',
  'v.sites',
  'v.status',
  'v.created_at',
  'v.practice_room',
  'v.practice_seat',
] as const;

const findDevice = prepare((db, device: { villageId: string; tokenHash: string }) =>
  db
    .selectFrom('devices as d')
    .innerJoin('villages as v', 'v.id', 'd.village_id')
    .leftJoin('practice_rooms as r', 'r.id', 'v.practice_room')
    .select([...VILLAGE_COLUMNS, ...ROOM_COLUMNS, 'd.id as device_id', 'd.last_seen_at'])
    .where('d.village_id', '=', device.villageId)
    .where('d.token_hash', '=', device.tokenHash)
    // A phone's secret opens the marketplace's own pages and nothing else.
    .where('d.kind', '=', 'office')
    .where('d.revoked_at', 'is', null),
);

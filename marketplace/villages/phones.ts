import type { Pairing } from '#contract';
import { MINUTE } from '#contract/time.ts';
import { prepare } from '#marketplace/db/prepared.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { noteSeen, toActor, VILLAGE_COLUMNS } from './auth.ts';
import { ROOM_COLUMNS } from './practice.ts';
import { hashSecret, newInviteCode, newToken, villageOfToken } from './tokens.ts';

/** How long (ms) a code is good: the phone is in the hand of whoever looks at the computer. */
const PAIRING_LIFE = 10 * MINUTE;
/** More phones than this are no office. */
const PHONES_MAX = 10;

/**
 * Makes a link that turns the phone which opens it into a device of the village. The one that this device made before ends
 * with it. Throws `too_many` when the village has as many phones as it may.
 */
export async function makePairing(deps: Deps, { villageId, deviceId }: Actor): Promise<Pairing> {
  const phones = await deps.db
    .selectFrom('devices')
    .select('id')
    .where('village_id', '=', villageId)
    .where('kind', '=', 'phone')
    .where('revoked_at', 'is', null)
    .limit(PHONES_MAX)
    .execute();
  if (phones.length >= PHONES_MAX) throw new ProblemError('too_many');
  const code = newInviteCode();
  const expires_at = new Date(deps.now().getTime() + PAIRING_LIFE);
  await deps.db.transaction().execute(async (db) => {
    await db.deleteFrom('pairings').where('village_id', '=', villageId).where('made_by', '=', deviceId).execute();
    await db
      .insertInto('pairings')
      .values({ code_hash: hashSecret(code), village_id: villageId, made_by: deviceId, expires_at, used_by: null })
      .execute();
  });
  return { url: `${deps.config.baseUrl}/jawab/pasang/${code}`, expiresAt: expires_at.toISOString() };
}

/** The village that an open code belongs to; null for one that is wrong, over or used. */
export async function findPairing(deps: Deps, code: string): Promise<{ id: string; name: string } | null> {
  const row = await deps.db
    .selectFrom('pairings as p')
    .innerJoin('villages as v', 'v.id', 'p.village_id')
    .select(['v.id', 'v.name'])
    .where('p.code_hash', '=', hashSecret(code))
    .where('p.expires_at', '>', deps.now())
    .where('p.used_by', 'is', null)
    .where('v.status', '!=', 'blocked')
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Makes the phone a device and answers its secret. The form's own id is the device's: the same form sent twice (an answer
 * got lost on the way) gives the phone a new secret in place of the old one, and nobody else gets anything. Null when the
 * code is wrong, over or another's.
 */
export function redeemPairing(
  deps: Deps,
  { code, id, name }: { code: string; id: string; name: string },
): Promise<string | null> {
  const now = deps.now();
  return deps.db.transaction().execute(async (db) => {
    const row = await db
      .selectFrom('pairings as p')
      .innerJoin('villages as v', 'v.id', 'p.village_id')
      .innerJoin('devices as maker', (on) =>
        on.onRef('maker.village_id', '=', 'p.village_id').onRef('maker.id', '=', 'p.made_by'),
      )
      .select(['p.village_id', 'p.used_by'])
      .where('p.code_hash', '=', hashSecret(code))
      .where('p.expires_at', '>', now)
      .where('v.status', '!=', 'blocked')
      // A computer that was ended meanwhile lets nobody in any more.
      .where('maker.revoked_at', 'is', null)
      .forUpdate('p')
      .executeTakeFirst();
    if (row === undefined || (row.used_by !== null && row.used_by !== id)) return null;
    const token = newToken(row.village_id);
    const fresh = { token_hash: hashSecret(token), name, last_seen_at: now };
    const device =
      row.used_by === id
        ? await db
            .updateTable('devices')
            .set(fresh)
            .where('village_id', '=', row.village_id)
            .where('id', '=', id)
            .where('revoked_at', 'is', null)
            .returning('id')
            .executeTakeFirst()
        : await db
            .insertInto('devices')
            .values({ ...fresh, village_id: row.village_id, id, created_at: now, revoked_at: null, kind: 'phone' })
            .onConflict((oc) => oc.columns(['village_id', 'id']).doNothing())
            .returning('id')
            .executeTakeFirst();
    if (device === undefined) return null;
    await db.updateTable('pairings').set({ used_by: id }).where('code_hash', '=', hashSecret(code)).execute();
    return token;
  });
}

/** The village and phone of a phone's secret; `unknown` also once it was ended. Throws `practice_over`. */
export async function phoneActor(deps: Deps, token: string): Promise<Actor | 'unknown' | 'blocked'> {
  const villageId = villageOfToken(token);
  const [row] = villageId === null ? [] : await findPhone(deps.db, { villageId, tokenHash: hashSecret(token) });
  if (row === undefined) return 'unknown';
  const actor = toActor(row, deps.now());
  if (actor.village.status === 'blocked') return 'blocked';
  await noteSeen(deps, { ...actor, lastSeen: row.last_seen_at });
  return actor;
}

const findPhone = prepare((db, phone: { villageId: string; tokenHash: string }) =>
  db
    .selectFrom('devices as d')
    .innerJoin('villages as v', 'v.id', 'd.village_id')
    .leftJoin('practice_rooms as r', 'r.id', 'v.practice_room')
    .select([...VILLAGE_COLUMNS, ...ROOM_COLUMNS, 'd.id as device_id', 'd.last_seen_at'])
    .where('d.village_id', '=', phone.villageId)
    .where('d.token_hash', '=', phone.tokenHash)
    .where('d.kind', '=', 'phone')
    .where('d.revoked_at', 'is', null),
);

/** Forgets codes that are over. */
export async function forgetPairings(deps: Deps): Promise<void> {
  await deps.db.deleteFrom('pairings').where('expires_at', '<=', deps.now()).execute();
}

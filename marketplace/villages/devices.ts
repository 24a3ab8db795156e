import type { DeviceInput, DeviceToken } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { hashSecret, newToken } from './tokens.ts';
import { knownOf, toDevice, toVillage } from './views.ts';

/**
 * Makes an invite into a device with a token. One invite is for one device: when the same device id asks again (a lost
 * answer), it gets a new token in place of the old one; after that device was revoked it gets nothing. Throws
 * `invite_unknown`, `invite_used`, `invite_expired`, `village_blocked`, `practice_over`, and `id_taken` for the id of a device that another
 * invite made.
 */
export async function redeemInvite(deps: Deps, { invite, id, name }: DeviceInput): Promise<DeviceToken> {
  const now = deps.now();
  return deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('invites')
      .selectAll()
      .where((eb) => eb.or([eb('code_hash', '=', hashSecret(invite)), eb('other_hash', '=', hashSecret(invite))]))
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new ProblemError('invite_unknown');
    if (row.used_by !== null && row.used_by !== id) throw new ProblemError('invite_used');
    if (row.expires_at <= now) throw new ProblemError('invite_expired');
    const village = await trx
      .selectFrom('villages')
      .selectAll()
      .where('id', '=', row.village_id)
      .executeTakeFirstOrThrow();
    if (village.status === 'blocked') throw new ProblemError('village_blocked');
    const known = await knownOf(deps, trx, village.id);

    const token = newToken(village.id);
    const fresh = { token_hash: hashSecret(token), name, last_seen_at: now };
    // Every device of the village is told the others' ids, so an id is no proof: only the invite that made a device gets
    // it a new token.
    const device =
      row.used_by === id
        ? await trx
            .updateTable('devices')
            .set(fresh)
            .where('village_id', '=', village.id)
            .where('id', '=', id)
            .where('revoked_at', 'is', null)
            .returningAll()
            .executeTakeFirst()
        : await trx
            .insertInto('devices')
            .values({ ...fresh, village_id: village.id, id, created_at: now, revoked_at: null })
            .onConflict((oc) => oc.columns(['village_id', 'id']).doNothing())
            .returningAll()
            .executeTakeFirst();
    if (!device) throw new ProblemError(row.used_by === id ? 'invite_used' : 'id_taken');
    await trx
      .updateTable('invites')
      .set({ used_by: id, used_at: row.used_at ?? now })
      .where('code_hash', '=', row.code_hash)
      .execute();
    return { token, device: toDevice(device, id), village: toVillage(deps, village, known) };
  });
}

/**
 * Revokes a device, whose token is refused from now on; where its owner wanted to be told of news is forgotten. False when
 * the village has no such device.
 */
export function revokeDevice(deps: Deps, villageId: string, deviceId: string): Promise<boolean> {
  return deps.db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('devices')
      .set({ revoked_at: deps.now() })
      .where('village_id', '=', villageId)
      .where('id', '=', deviceId)
      .executeTakeFirst();
    await db.deleteFrom('contacts').where('village_id', '=', villageId).where('device_id', '=', deviceId).execute();
    return numUpdatedRows > 0n;
  });
}

import type { Locale } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { limit } from '#marketplace/http/limits.ts';
import { addressKey, holdOwner } from '#marketplace/inquiries/store/contacts.ts';
import { wakeNotices } from '#marketplace/inquiries/store/owe.ts';
import { NOTICE_LIMITS } from './limits.ts';

/**
 * Keeps where an official wants mails of new questions, in place of any address from before, and owes the mail with the
 * link that confirms it. Throws `too_many`.
 */
export async function askToConfirm(
  deps: Deps,
  { villageId, deviceId }: Actor,
  { address, locale }: { address: string; locale: Locale },
): Promise<void> {
  const key = addressKey(deps, address);
  await limit(deps, NOTICE_LIMITS.confirmPerDevice, `${villageId}/${deviceId}`);
  await limit(deps, NOTICE_LIMITS.confirmPerAddress, key);
  const now = deps.now();
  const id = newId();
  await deps.db.transaction().execute(async (db) => {
    await forgetOfficial(db, { villageId, deviceId }, 'mail');
    if (!(await holdOwner(db, { villageId, deviceId }))) return;
    await db
      .insertInto('contacts')
      .values({
        village_id: villageId,
        id,
        inquiry_id: null,
        device_id: deviceId,
        channel: 'mail',
        address,
        address_key: key,
        locale,
        confirmed: false,
        created_at: now,
      })
      .execute();
    await db
      .insertInto('notices')
      .values({
        village_id: villageId,
        contact_id: id,
        inquiry_id: '',
        seq: 0,
        kind: 'confirm',
        due_at: now,
        state: 'owed',
        owed_at: now,
      })
      .execute();
  });
  await wakeNotices(deps);
}

/** Forgets where the official on a phone wanted to be told. */
export async function forgetOfficial(
  db: Db,
  { villageId, deviceId }: Pick<Actor, 'villageId' | 'deviceId'>,
  channel: 'mail' | 'push',
): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where('village_id', '=', villageId)
    .where('device_id', '=', deviceId)
    .where('channel', '=', channel)
    .execute();
}

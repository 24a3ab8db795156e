import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Locale } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { linkable } from '#marketplace/villages/tokens.ts';
import type { Key } from './events.ts';

/**
 * Stands for an address where it must be recognised but not kept. Upper and lower case are one address to most servers,
 * and to everybody who was told "no more".
 */
export function addressKey(deps: Pick<Deps, 'secret'>, address: string): string {
  const bits = createHmac('sha256', deps.secret).update(`address\n${address.toLowerCase()}`).digest();
  return linkable(bits.subarray(0, 20));
}

export type Owner = { villageId: string } & ({ inquiryId: string } | { deviceId: string });

/**
 * Whether the thread or device that an address is to belong to is still there, and keeps it so until the transaction ends:
 * an address that comes after its thread was erased, or its phone ended, would never be deleted.
 */
export async function holdOwner(db: Db, owner: Owner): Promise<boolean> {
  const row =
    'inquiryId' in owner
      ? db
          .selectFrom('inquiries')
          .select('id')
          .where('id', '=', owner.inquiryId)
          .where('village_id', '=', owner.villageId)
          .where('secret_hash', 'is not', null)
      : db
          .selectFrom('devices')
          .select('id')
          .where('id', '=', owner.deviceId)
          .where('village_id', '=', owner.villageId)
          .where('revoked_at', 'is', null);
  return (await row.forShare().executeTakeFirst()) !== undefined;
}

/** Deletes addresses whose thread or device is there no more, however that came. */
export async function forgetOrphans({ db }: Pick<Deps, 'db'>): Promise<void> {
  await sql`
    delete from contacts c where
      (c.inquiry_id is not null and not exists (select from inquiries i
        where i.village_id = c.village_id and i.id = c.inquiry_id and i.secret_hash is not null))
      or (c.device_id is not null and not exists (select from devices d
        where d.village_id = c.village_id and d.id = c.device_id and d.revoked_at is null))`.execute(db);
}

/** Keeps where the buyer wants mails about this thread, in place of any address from before. */
export async function setMail(
  db: Db,
  deps: Pick<Deps, 'secret' | 'now'>,
  key: Key,
  { address, locale }: { address: string; locale: Locale },
): Promise<void> {
  await forgetContacts(db, key, 'mail');
  if (!(await holdOwner(db, { villageId: key.villageId, inquiryId: key.id }))) return;
  await db
    .insertInto('contacts')
    .values({
      village_id: key.villageId,
      id: newId(),
      inquiry_id: key.id,
      device_id: null,
      channel: 'mail',
      address,
      address_key: addressKey(deps, address),
      locale,
      // The first mail goes there only after the village has answered, and the limits of `notify` hold for it.
      confirmed: true,
      created_at: deps.now(),
    })
    .execute();
}

/** Forgets where the buyer of a thread wanted to be told, with everything that was still owed there. */
export async function forgetContacts(db: Db, { villageId, id }: Key, channel?: 'mail' | 'push'): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where('village_id', '=', villageId)
    .where('inquiry_id', '=', id)
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? 'mail'))
    .execute();
}

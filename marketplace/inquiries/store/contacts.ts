import { createHmac } from 'node:crypto';
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

/** Keeps where the buyer wants mails about this thread, in place of any address from before. */
export async function setMail(
  db: Db,
  deps: Pick<Deps, 'secret' | 'now'>,
  key: Key,
  { address, locale }: { address: string; locale: Locale },
): Promise<void> {
  await forgetContacts(db, key, 'mail');
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

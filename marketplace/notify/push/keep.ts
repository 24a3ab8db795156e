import type { Locale } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';
import { addressKey, holdOwner, type Owner } from '#marketplace/inquiries/store/contacts.ts';
import type { PushSubscription } from './subscription.ts';

/** A buyer's phone and computer, and one that was changed: the oldest goes when another comes. */
const BROWSERS_MAX = 3;

/** Keeps that a browser is to be told of news of this thread, or of this phone's village; twice is the same as once. */
export async function keepBrowser(
  deps: Deps,
  owner: Owner,
  { subscription, locale }: { subscription: PushSubscription; locale: Locale },
): Promise<void> {
  const inquiry_id = 'inquiryId' in owner ? owner.inquiryId : null;
  const device_id = 'deviceId' in owner ? owner.deviceId : null;
  await deps.db.transaction().execute(async (db) => {
    if (!(await holdOwner(db, owner))) return;
    await db
      .insertInto('contacts')
      .values({
        village_id: owner.villageId,
        id: newId(),
        inquiry_id,
        device_id,
        channel: 'push',
        address: JSON.stringify(subscription),
        address_key: addressKey(deps, subscription.endpoint),
        locale,
        confirmed: true,
        created_at: deps.now(),
      })
      // A browser that subscribes anew at the same address has other keys; with the old ones it could read nothing.
      .onConflict((oc) => {
        const own = inquiry_id === null ? ('device_id' as const) : ('inquiry_id' as const);
        return oc
          .columns(['village_id', own, 'channel', 'address_key'])
          .where(own, 'is not', null)
          .doUpdateSet(({ ref }) => ({
            address: ref('excluded.address'),
            locale: ref('excluded.locale'),
            created_at: ref('excluded.created_at'),
          }));
      })
      .execute();
    const own = db
      .selectFrom('contacts')
      .select('id')
      .where('village_id', '=', owner.villageId)
      .where('channel', '=', 'push')
      .where('inquiry_id', 'is not distinct from', inquiry_id)
      .where('device_id', 'is not distinct from', device_id)
      .orderBy('created_at', 'desc')
      .orderBy('id');
    const old = await own.offset(BROWSERS_MAX).execute();
    if (old.length === 0) return;
    await db
      .deleteFrom('contacts')
      .where('village_id', '=', owner.villageId)
      .where(
        'id',
        'in',
        old.map(({ id }) => id),
      )
      .execute();
  });
}

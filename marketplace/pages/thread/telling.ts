import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Key } from '#marketplace/inquiries/store/events.ts';
import { maskMail } from '#marketplace/notify/mail/mask.ts';
import { stopReason } from '#marketplace/notify/mail/stop.ts';
import type { Telling } from './views/model.ts';

/** How the buyer of a thread is told of answers, and what this marketplace has to offer. */
export async function tellingOf(deps: Deps, key: Key): Promise<Telling> {
  const rows = await deps.db
    .selectFrom('contacts')
    .select(['channel', 'address', 'address_key'])
    .where('village_id', '=', key.villageId)
    .where('inquiry_id', '=', key.id)
    .execute();
  const mail = rows.find(({ channel }) => channel === 'mail');
  return {
    hasMail: deps.config.mail !== null,
    pushKey: deps.config.vapid?.publicKey ?? null,
    mail:
      mail === undefined
        ? null
        : { masked: maskMail(mail.address), stopped: await stopReason(deps.db, mail.address_key) },
    browsers: rows.filter(({ channel }) => channel === 'push').length,
  };
}

/** Where the buyer is told, in full, for what the buyer downloads. */
export async function addressesOf(db: Db, key: Key): Promise<{ email: string | null; browsers: string[] }> {
  const rows = await db
    .selectFrom('contacts')
    .select(['channel', 'address'])
    .where('village_id', '=', key.villageId)
    .where('inquiry_id', '=', key.id)
    .execute();
  return {
    email: rows.find(({ channel }) => channel === 'mail')?.address ?? null,
    browsers: rows.filter(({ channel }) => channel === 'push').map(({ address }) => address),
  };
}

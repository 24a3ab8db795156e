import type { Deps } from '#marketplace/deps.ts';
import { maskMail } from './mail/mask.ts';
import { stopReason } from './mail/stop.ts';

/** How somebody is told of news, and what this marketplace has to offer. Addresses are masked: the page may be open on a shared phone. */
export interface Telling {
  hasMail: boolean;
  /** The key with which browsers take pushes of this marketplace; null when it sends none. */
  pushKey: string | null;
  mail: { masked: string; confirmed: boolean; stopped: 'asked' | 'refused' | null } | null;
  /** How many browsers are told. */
  browsers: number;
}

/** How the buyer of a thread, or the official on a phone, is told. */
export async function readTelling(
  deps: Deps,
  villageId: string,
  [column, id]: readonly ['inquiry_id' | 'device_id', string],
): Promise<Telling> {
  const rows = await deps.db
    .selectFrom('contacts')
    .select(['channel', 'address', 'address_key', 'confirmed'])
    .where('village_id', '=', villageId)
    .where(column, '=', id)
    .execute();
  const mail = rows.find(({ channel }) => channel === 'mail');
  return {
    hasMail: deps.config.mail !== null,
    pushKey: deps.config.vapid?.publicKey ?? null,
    mail: mail
      ? {
          masked: maskMail(mail.address),
          confirmed: mail.confirmed,
          stopped: await stopReason(deps.db, mail.address_key),
        }
      : null,
    browsers: rows.filter(({ channel }) => channel === 'push').length,
  };
}

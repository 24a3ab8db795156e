import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { maskMail } from '#marketplace/notify/mail/mask.ts';
import { stopReason } from '#marketplace/notify/mail/stop.ts';

/** How the official on this phone is told, and what this marketplace has to offer. */
export interface OfficialTelling {
  hasMail: boolean;
  pushKey: string | null;
  mail: { masked: string; confirmed: boolean; stopped: 'asked' | 'refused' | null } | null;
  browsers: number;
}

export async function officialTelling(deps: Deps, { villageId, deviceId }: Actor): Promise<OfficialTelling> {
  const rows = await deps.db
    .selectFrom('contacts')
    .select(['channel', 'address', 'address_key', 'confirmed'])
    .where('village_id', '=', villageId)
    .where('device_id', '=', deviceId)
    .execute();
  const mail = rows.find(({ channel }) => channel === 'mail');
  return {
    hasMail: deps.config.mail !== null,
    pushKey: deps.config.vapid?.publicKey ?? null,
    mail:
      mail === undefined
        ? null
        : {
            masked: maskMail(mail.address),
            confirmed: mail.confirmed,
            stopped: await stopReason(deps.db, mail.address_key),
          },
    browsers: rows.filter(({ channel }) => channel === 'push').length,
  };
}

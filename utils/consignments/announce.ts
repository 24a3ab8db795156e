import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import type { KeptConsignment } from '#utils/model/consignment.ts';
import { getSettings } from '#utils/settings.ts';

/** What a click on the notification finds after the worker has died. */
const PREFIX = 'consignment:';

/** One notification for all that is new. The browser's own failure to show one is not ours to repeat. */
export async function announceConsigned(db: Db, fresh: readonly KeptConsignment[]): Promise<void> {
  const [first] = fresh;
  const settings = await getSettings(db);
  if (first === undefined || !settings.notifications) return;
  await useWords(settings.locale);
  await browser.notifications.create(`${PREFIX}${first.id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icons/128.png' as '/'),
    title: t('titip_notify', fresh.length),
    // Notifications show plain text, so a villager's words can do nothing here.
    message: fresh.map(({ name, maker }) => t('titip_row', name, maker.name)).join('\n'),
  });
}

export const isConsigned = (notificationId: string): boolean => notificationId.startsWith(PREFIX);

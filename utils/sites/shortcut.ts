import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import { getSettings } from '#utils/settings.ts';

/**
 * Says why the shortcut showed no panel (the tab in front has no content script): the popup does, and where the browser
 * lets no popup be opened from here, a notification.
 */
export async function sayNoPanel(db: Db): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    const { locale } = await getSettings(db);
    await useWords(locale);
    await browser.notifications.create('shortcut', {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icons/128.png' as '/'),
      title: t('shortcut_title'),
      message: t('shortcut_why'),
    });
  }
}

import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import { getSettings } from '#utils/settings.ts';
import { askContent } from './tabs.ts';

const ANSWERED = (answer: unknown): boolean => answer !== undefined && answer !== null;

/**
 * The keyboard shortcut: shows or hides the panel of the tab in front. Where there is no content script, the popup says
 * why; where the browser lets no popup be opened from here, a notification does.
 */
export async function toggleByShortcut(db: Db): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const answer = tab?.id === undefined ? undefined : await askContent(tab.id, { name: 'panel/toggle' });
  if (ANSWERED(answer)) return;
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

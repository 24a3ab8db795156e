import type { Db } from '#utils/db/db.ts';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import { getSettings } from '#utils/settings.ts';

/** What the content script says in a page, in the person's language. */
export async function launcherWords(db: Db) {
  const { locale } = await getSettings(db);
  await useWords(locale);
  return {
    label: t('launcher_label'),
    closeLabel: t('launcher_close'),
    noPanel: t('launcher_no_panel'),
    openWindow: t('launcher_open_window'),
    locale,
  };
}

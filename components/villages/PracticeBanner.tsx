import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '#utils/i18n/t.ts';

/** True where what is shown is of a village that is made up for practice. */
export const PracticeContext = createContext(false);

/** Says so, on top of everything. */
export function PracticeBanner({ shown = useContext(PracticeContext) }: { shown?: boolean }) {
  if (!shown) return null;
  return (
    <p class="practice-banner" role="note">
      <b>{t('practice_mark')}</b> {t('practice_note')}
    </p>
  );
}

import { ConnectForm } from '#components/options/ConnectForm.tsx';
import { t } from '#utils/i18n/t.ts';

/** Not connected to a marketplace yet: what to do, done right here. */
export function FirstTime() {
  return (
    <section class="first card">
      <h2>{t('first_title')}</h2>
      <p>{t('first_text')}</p>
      <ConnectForm brief />
    </section>
  );
}

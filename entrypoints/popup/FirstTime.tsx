import { ConnectForm } from '#components/options/ConnectForm.tsx';
import { t } from '#utils/i18n/t.ts';

/** Says what to do while this device is not connected to a marketplace, with the form to do it right here. */
export function FirstTime() {
  return (
    <section class="first card">
      <h2>{t('first_title')}</h2>
      <p>{t('first_text')}</p>
      <ConnectForm brief />
    </section>
  );
}

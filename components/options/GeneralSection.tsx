import { Check } from '#components/ui/Check.tsx';
import { Choice } from '#components/ui/Choice.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { Section } from '#components/ui/Section.tsx';
import { LANGUAGES, STORED_LOCALES, storedLocale } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { Settings } from '#utils/model/site.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/** Language (it changes at once, everywhere) and notifications. */
export function GeneralSection({ settings, patch }: Props) {
  return (
    <Section id="general" title={t('options_general')}>
      <FieldGroup id="language" label={t('options_language')} hint={t('options_language_hint')}>
        <Choice
          name="language"
          value={settings.locale}
          options={STORED_LOCALES.map((value) => ({ value, label: LANGUAGES[value].name }))}
          onChange={(value) => patch(() => ({ locale: storedLocale(value) }))}
        />
      </FieldGroup>
      <Check
        id="notifications"
        checked={settings.notifications}
        onChange={(notifications) => patch(() => ({ notifications }))}
        label={t('options_notifications')}
        hint={t('options_notifications_hint')}
      />
    </Section>
  );
}

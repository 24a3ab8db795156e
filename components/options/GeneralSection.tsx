import { Check } from '#components/ui/Check.tsx';
import { Choice } from '#components/ui/Choice.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Settings } from '#utils/model/site.ts';
import { Section } from './Section.tsx';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/** Language (at once, everywhere) and notifications. */
export function GeneralSection({ settings, patch }: Props) {
  return (
    <Section id="general" title={t('options_general')}>
      <FieldGroup id="language" label={t('options_language')} hint={t('options_language_hint')}>
        <Choice
          name="language"
          value={settings.locale}
          // Each language by its own name: who needs it cannot read the other.
          options={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => patch(() => ({ locale: value === 'en' ? 'en' : 'id' }))}
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

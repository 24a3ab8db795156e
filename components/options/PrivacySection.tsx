import { Section } from '#components/ui/Section.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';

const LINES: WordKey[] = ['privacy_sites', 'privacy_sent', 'privacy_kept', 'privacy_phone', 'privacy_none'];

/** What the extension reads, sends and stores, in plain words. */
export function PrivacySection() {
  return (
    <Section id="privacy" title={t('options_privacy')}>
      <ul class="plain">
        {LINES.map((word) => (
          <li key={word}>{t(word)}</li>
        ))}
      </ul>
    </Section>
  );
}

import { KeyList, popupKeys, useCommands } from '#components/background/commands.tsx';
import { Section } from '#components/ui/Section.tsx';
import { t } from '#utils/i18n/t.ts';

/** The shortcuts as the browser has them now, how to change them, and the keys of the popup. */
export function ShortcutsSection() {
  const commands = useCommands();
  const isFirefox = navigator.userAgent.includes('Firefox/');
  return (
    <Section id="shortcuts" title={t('options_shortcuts')}>
      <KeyList keys={[...commands, ...popupKeys()]} />
      <p>{t(isFirefox ? 'keys_change_firefox' : 'keys_change_chrome')}</p>
    </Section>
  );
}

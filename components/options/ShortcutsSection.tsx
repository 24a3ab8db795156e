import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Section } from '#components/ui/Section.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { hasWord, t } from '#utils/i18n/t.ts';

interface Command {
  name?: string | undefined;
  shortcut?: string | undefined;
}

const POPUP_KEYS: [string, WordKey][] = [
  ['↑ ↓ / J K', 'keys_move'],
  ['Enter', 'keys_open'],
  ['/', 'keys_search'],
  ['Esc', 'keys_back'],
  ['Ctrl+Enter', 'keys_send'],
];

/** The shortcuts as the browser has them now, how to change them, and the keys of the popup. */
export function ShortcutsSection() {
  const [commands, setCommands] = useState<Command[]>([]);
  useEffect(() => {
    const read = () => void browser.commands.getAll().then(setCommands);
    read();
    // The browser changes shortcuts on a page of its own, so they are read again when the person comes back.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  const isFirefox = navigator.userAgent.includes('Firefox/');
  return (
    <Section id="shortcuts" title={t('options_shortcuts')}>
      <dl class="keys">
        {commands.map(({ name = '', shortcut }) => (
          <Key key={name} keys={shortcut || t('keys_unset')} text={commandText(name)} />
        ))}
        {POPUP_KEYS.map(([keys, word]) => (
          <Key key={word} keys={keys} text={t(word)} />
        ))}
        <Key
          keys={[t('key_accept'), t('key_counter'), t('key_decline'), t('key_reply'), t('key_canned')]
            .join(' ')
            .toUpperCase()}
          text={t('keys_thread')}
        />
      </dl>
      <p>{t(isFirefox ? 'keys_change_firefox' : 'keys_change_chrome')}</p>
    </Section>
  );
}

function Key({ keys, text }: { keys: string; text: string }) {
  return (
    <>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{text}</dd>
    </>
  );
}

/** The name of a command: ours have a word, and the browser's own `_execute_action` opens the popup. */
function commandText(name: string): string {
  const key = `command_${name}`;
  if (hasWord(key)) return t(key);
  return t('keys_open_popup');
}

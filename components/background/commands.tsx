import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { hasWord, t } from '#utils/i18n/t.ts';

/** A key or several, and what they do. */
export type KeyWords = readonly [keys: string, does: string];

/** The keys of the whole browser as it has them now; none on a phone. */
export function useCommands(): readonly KeyWords[] {
  const [commands, setCommands] = useState<readonly KeyWords[]>([]);
  useEffect(() => {
    const read = () =>
      void browser.commands
        ?.getAll()
        .then((all) => setCommands(all.map(({ name = '', shortcut }) => [shortcut || t('keys_unset'), textOf(name)])));
    read();
    // The browser changes shortcuts on a page of its own, so they are read again when the person comes back.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return commands;
}

/** The keys inside the popup. */
export const popupKeys = (): readonly KeyWords[] => [
  ['1 2 3', t('keys_tabs')],
  ['↑ ↓ / J K', t('keys_move')],
  ['Enter', t('keys_open')],
  ['/', t('keys_search')],
  ['Esc', t('keys_back')],
  ['Ctrl+Enter', t('keys_send')],
  [
    [t('key_accept'), t('key_counter'), t('key_decline'), t('key_reply'), t('key_canned')].join(' ').toUpperCase(),
    t('keys_thread'),
  ],
  ['?', t('keys_help')],
];

/** The keys inside the panel. */
export const panelKeys = (): readonly KeyWords[] => [
  ['Enter', t('keys_line_next')],
  ['Ctrl+V', t('keys_paste')],
  ['Ctrl+Enter', t('keys_publish')],
  ['Esc', t('keys_close')],
  ['?', t('keys_help')],
];

export function KeyList({ keys }: { keys: readonly KeyWords[] }) {
  return (
    <dl class="keys">
      {keys.map(([key, does]) => (
        <div key={does}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The name of a command: ours have a word, and the browser's own `_execute_action` opens the popup. */
function textOf(name: string): string {
  const key = `command_${name}`;
  return hasWord(key) ? t(key) : t('keys_open_popup');
}

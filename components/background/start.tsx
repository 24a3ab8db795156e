import { type ComponentChildren, render } from 'preact';
import { forgetEarly } from '#utils/early/early.ts';
import { loadWords, t } from '#utils/i18n/t.ts';
import { onChanged } from '#utils/runtime/broadcast.ts';
import { holdWorkPort } from '#utils/runtime/keepAlivePort.ts';
import { send } from '#utils/runtime/send.ts';
import { type BackgroundClient, BackgroundContext } from './context.ts';
import { prefetch } from './prefetch.ts';

/**
 * Draws a page of ours in the language of the settings, and draws it again as soon as the language is changed. `early`
 * names the queries that the page will send first; they are sent at once, while the words load. `ask` is the function
 * that sends them.
 */
export async function startPage(
  early: Parameters<typeof prefetch>[1],
  page: () => ComponentChildren,
  ask: BackgroundClient['send'] = send,
): Promise<void> {
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  const background: BackgroundClient = { send: prefetch(ask, early), onChanged, holdWorkPort };
  const draw = async () => {
    // When the background cannot be reached, the page still appears, and says so in Indonesian.
    const locale = await background.send('settings/get', {}).then(
      (settings) => settings.locale,
      () => 'id' as const,
    );
    await loadWords(locale);
    document.documentElement.lang = locale;
    document.title = t('extension_name');
    render(<BackgroundContext.Provider value={background}>{page()}</BackgroundContext.Provider>, root);
  };
  onChanged(({ changed }) => {
    if (changed === 'settings') void draw();
    // A village was left, or another one came: what the popup drew last is not to be seen again.
    if (changed === 'settings' || changed === 'connection') forgetEarly();
  });
  await draw();
}

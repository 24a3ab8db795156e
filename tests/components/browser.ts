// Import this before anything that uses the browser. It is the little of the browser that our pages use directly.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORDS = join(import.meta.dirname, '../../utils/i18n/words');

/** Every word of a language in the form that the build writes. */
export function wordsOf(locale: string): Record<string, { message: string }> {
  const files = readdirSync(WORDS).filter((name) => name.endsWith(`.${locale}.json`));
  const all = files.flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(join(WORDS, file), 'utf8'))));
  return Object.fromEntries(all.map(([key, message]) => [key, { message }]));
}

const NEVER = { addListener: () => undefined, removeListener: () => undefined };

Object.assign(globalThis, {
  chrome: {
    runtime: {
      id: 'dodolan',
      getURL: (path: string) => `https://extension.example${path}`,
      getManifest: () => ({ version: '9.9.9' }),
    },
    // The page under test is a tab of its own.
    tabs: { getCurrent: async () => ({ id: 1 }), onActivated: NEVER, onUpdated: NEVER, onRemoved: NEVER },
    permissions: { request: async () => true },
    commands: { getAll: async () => [{ name: 'open_panel', shortcut: 'Alt+Shift+J' }] },
  },
  fetch: async (url: string) => {
    const locale = /_locales\/(\w+)\//.exec(url)?.[1];
    if (locale === undefined) throw new TypeError('the server is down');
    return Response.json(wordsOf(locale));
  },
});

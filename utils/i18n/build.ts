import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORED_LOCALES } from '#contract/i18n/locales.ts';

const WORDS = join(import.meta.dirname, 'words');

/**
 * Joins `words/<surface>.<locale>.json` (flat: key → text, `$1` `$2` are filled in) into Chrome's `_locales` form under
 * `folder`. One small file per surface keeps the words beside the people who write them. Throws on a key used twice.
 */
export function writeLocales(folder: string): void {
  for (const locale of STORED_LOCALES) {
    const all: Record<string, { message: string }> = {};
    for (const file of readdirSync(WORDS).filter((name) => name.endsWith(`.${locale}.json`))) {
      for (const [key, message] of Object.entries<string>(JSON.parse(readFileSync(join(WORDS, file), 'utf8')))) {
        if (key in all) throw new Error(`${file}: the key "${key}" is used twice`);
        all[key] = { message };
      }
    }
    mkdirSync(join(folder, locale), { recursive: true });
    writeFileSync(join(folder, locale, 'messages.json'), `${JSON.stringify(all, null, 1)}\n`);
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The folders of words: `<surface>.<locale>.json`, flat, key → text. */
export const WORD_FOLDERS = [
  'marketplace/contract/words',
  'marketplace/words',
  'utils/i18n/words',
  'utils/cms/words',
].map((folder) => join(root, folder));
/** Texts whose blanks have names, because villages write such texts themselves. */
export const REPLIES_FOLDER = join(root, 'utils/inquiries/words');
export const BLANKS_FILE = 'blanks.ts';

const HEAD = `/** Written by \`npm run words\` from the Indonesian files: how many blanks ($1, $2 …) a text has, where it has any. */`;

/** The surfaces of a folder and, of each, the languages it has. */
export function surfacesIn(folder: string): Map<string, string[]> {
  const surfaces = new Map<string, string[]>();
  for (const name of readdirSync(folder).toSorted()) {
    const [, surface, locale] = /^(\w+)\.(\w+)\.json$/.exec(name) ?? [];
    if (surface && locale) surfaces.set(surface, [...(surfaces.get(surface) ?? []), locale]);
  }
  return surfaces;
}

/** One file of words. */
export function readWords(folder: string, surface: string, locale: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${surface}.${locale}.json`), 'utf8'));
}

/** The highest blank of a text. */
export const blanksIn = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/\$(\d)/g)].map(([, n]) => Number(n)));

/** The source of a folder's `blanks.ts`. */
export function blanksOf(folder: string): string {
  const surfaces = [...surfacesIn(folder).keys()].toSorted().map((surface) => {
    const texts = Object.entries(readWords(folder, surface, 'id')).filter(([, text]) => blanksIn(text) > 0);
    const lines = texts.map(([key, text]) => `    ${key}: ${blanksIn(text)};\n`);
    return lines.length === 0 ? `  ${surface}: Record<never, number>;\n` : `  ${surface}: {\n${lines.join('')}  };\n`;
  });
  return `${HEAD}\nexport interface Blanks {\n${surfaces.join('')}}\n`;
}

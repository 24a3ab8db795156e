import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOf } from './words.ts';

/** The lines of a list beside this file, without comments and empty ones. */
function linesOf(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

const MARK = /\(en\)/g;
const phrase = (text: string) => wordsOf(text.replace(MARK, '')).join(' ');
const phrases = (text: string, between: string) => [...new Set(text.split(between).map(phrase))].filter(Boolean);

/** An English word is also known by its plural. */
const withPlural = (text: string): string =>
  text.search(MARK) < 0 || /s\s*\(en\)/.test(text) ? text : `${text}=${text.replace(/\s*\(en\)/, 's (en)')}`;

const LINES = linesOf('synonyms.txt').map((line) => line.split('=').map(withPlural).join('='));

/** Groups of phrases that mean the same product; the first of each is the usual market word. */
export const SYNONYMS: readonly (readonly string[])[] = LINES.filter((line) => line.includes('=')).map((line) =>
  phrases(line, '='),
);

/** Words in which the thing itself comes last. */
export const ENGLISH: ReadonlySet<string> = new Set(
  LINES.flatMap((line) => line.split('=').filter((text) => text.search(MARK) >= 0)).map(phrase),
);

/** Kinds: [`buah`, [`durian`, …]]. */
export const KINDS: readonly (readonly [string, readonly string[]])[] = LINES.filter(
  (line) => line.includes(':') && !line.includes('='),
).map((line) => {
  const [whole = '', parts = ''] = line.split(':', 2);
  return [phrase(whole), phrases(parts, ',')] as const;
});

const UNSAYING = linesOf('stopwords.txt').flatMap((line) => line.split(/\s+/));
const isSoft = (word: string) => word.endsWith('?');

/** Words that do not say what a product is. */
export const STOP_WORDS: ReadonlySet<string> = new Set(UNSAYING.filter((word) => !isSoft(word)).flatMap(wordsOf));

/** Words that do not either, unless some product is called so: "tempat jual madu", but "tempat nasi". */
export const SOFT_WORDS: ReadonlySet<string> = new Set(UNSAYING.filter(isSoft).flatMap(wordsOf));

/** Ordinary words that are never taken for a misspelling of a product. */
export const OTHER_WORDS: ReadonlySet<string> = new Set(linesOf('otherwords.txt').flatMap(wordsOf));

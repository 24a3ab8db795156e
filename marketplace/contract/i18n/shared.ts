import type { Blanks } from '#contract/words/blanks.ts';
import { LANGUAGES, LOCALES, type Locale, type SharedWords } from './locales.ts';
import { type KeyOf, say, type Translate, translator } from './t.ts';

type SharedKey = KeyOf<SharedWords>;

/** `t` of the words that both halves say, in each language. */
export const SHARED = Object.fromEntries(
  LOCALES.map((locale) => [locale, translator(LANGUAGES[locale].shared, locale)]),
) as Record<Locale, Translate<SharedKey, Blanks['shared']>>;

/** The word beside a count, in the form that goes with it. */
export function countedWord(count: number, unit: string, locale: Locale): string {
  return say(LANGUAGES[locale].shared, locale, `counted_${unit}`, [count]);
}

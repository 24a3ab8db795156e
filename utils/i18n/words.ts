import type { StoredLocale } from '#contract';
import { hasWord, loadWords, locale } from './t.ts';

/** Loads a language unless it is the one at hand: a worker begins without any, and the setting may have changed since. */
export async function useWords(wanted: StoredLocale): Promise<void> {
  if (locale() !== wanted || !hasWord('extension_name')) await loadWords(wanted);
}

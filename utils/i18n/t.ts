import { browser } from 'wxt/browser';
import { DEFAULT_LOCALE, type StoredLocale } from '#contract/i18n/locales.ts';
import { say, type Texts, type Translate } from '#contract/i18n/t.ts';
import type { AnyWordKey, WordBlanks, WordKey } from './keys.ts';

/** The browser's own form of a language's file. Ours, from our own build: nothing in it has to be checked. */
type Messages = Record<string, { message: string }>;

let words: Texts = {};
let current: StoredLocale = DEFAULT_LOCALE;

/**
 * Loads one language for this page or worker. Not `browser.i18n`, because that follows the browser, and many laptops in
 * villages have an English browser and an Indonesian reader: the language is a setting, Indonesian unless changed.
 */
export async function loadWords(locale: StoredLocale): Promise<void> {
  const response = await fetch(browser.runtime.getURL(`/_locales/${locale}/messages.json`));
  const messages = (await response.json()) as Messages;
  words = Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
  current = locale;
}

/** The text of `key` with its blanks filled; the key itself when it is missing (a test keeps both languages whole). */
export const t: Translate<AnyWordKey, WordBlanks> = (key, ...values) => say(words, current, key, values);

/** True when there is a text for a key that was put together at run time, such as `issue_${code}`. */
export function hasWord(key: string): key is WordKey {
  return key in words;
}

export function locale(): StoredLocale {
  return current;
}

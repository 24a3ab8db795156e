import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { Locale } from '#contract';
import type { WordKey } from './keys.ts';

const Messages = z.record(z.string(), z.object({ message: z.string() }));

let words: Record<string, { message: string }> = {};
let current: Locale = 'id';

/**
 * Loads one language for this page or worker. Not `browser.i18n`, because that follows the browser, and many laptops in
 * villages have an English browser and an Indonesian reader: the language is a setting, Indonesian unless changed.
 */
export async function loadWords(locale: Locale): Promise<void> {
  const response = await fetch(browser.runtime.getURL(`/_locales/${locale}/messages.json`));
  words = Messages.parse(await response.json());
  current = locale;
}

/** The text of `key` with `$1`, `$2` … replaced; the key itself when it is missing (a test keeps both languages whole). */
export function t(key: WordKey, ...values: (string | number)[]): string {
  const message = words[key]?.message ?? key;
  return message.replace(/\$(\d)/g, (whole, digit: string) => String(values[Number(digit) - 1] ?? whole));
}

/** True when there is a text for a key that was put together at run time, such as `issue_${code}`. */
export function hasWord(key: string): key is WordKey {
  return key in words;
}

export function locale(): Locale {
  return current;
}

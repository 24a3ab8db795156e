import type { Locale } from '#contract';
import { issueText } from '#marketplace/web/words/issues.ts';
import { en } from './en.ts';
import { id, type ThreadWords } from './id.ts';

export type { ThreadWords } from './id.ts';
export const THREAD_WORDS: Record<Locale, ThreadWords> = { id, en };

/** The sentence for a refusal on the private page: its own words, else those of the question form. */
export function threadIssue(locale: Locale, code: string): string {
  const { issues } = THREAD_WORDS[locale];
  return (Object.hasOwn(issues, code) ? issues[code] : undefined) ?? issueText(locale, code);
}

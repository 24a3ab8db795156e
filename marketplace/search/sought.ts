import { tellingWords } from './heads.ts';
import { STOP_WORDS } from './wordLists.ts';
import { queryWords, withoutPacks } from './words.ts';

/** The words of a typed text that say what is looked for; none when it says nothing of that. */
export function sought(text: string): string[] {
  const saying = (typed: string) => queryWords(typed).filter((word) => !STOP_WORDS.has(word));
  const bare = saying(withoutPacks(text));
  const typed = bare.length > 0 ? bare : saying(text);
  if (typed.length === 0) return [];
  // What is still being typed may be one letter ("keripik p"), or look like a word that says nothing ("susu ke").
  const last = LAST.exec(text.toLowerCase())?.[1];
  const isBegun = last !== undefined && (last.length === 1 || STOP_WORDS.has(last));
  return [...tellingWords(typed), ...(isBegun ? [last] : [])];
}

const LAST = /[a-z]{3,}[\s,]+([a-z]{1,2})$/;

import { SYNONYMS } from './synonyms.ts';
import { wordsOf } from './words.ts';

/** Phrase → the one word its group is indexed by; `~` keeps it apart from every word that can be typed. */
const SYNONYM_OF: ReadonlyMap<string, string> = new Map(
  SYNONYMS.flatMap((group) => group.map((phrase) => [phrase, `~${group[0]}`] as const)),
);

/** Every single word of the table: a known word is never "corrected". */
export const SYNONYM_WORDS: ReadonlySet<string> = new Set(
  [...SYNONYM_OF.keys()].flatMap((phrase) => phrase.split(' ')),
);

const LONGEST = Math.max(...[...SYNONYM_WORDS, ...SYNONYM_OF.keys()].map((phrase) => phrase.split(' ').length));

/** A word that stands for itself, or the words of a phrase in the synonym table. */
export interface Term {
  words: string[];
  synonym: string | null;
}

/** Splits words into terms from left to right; the longest phrase of the synonym table wins. */
export function termsOf(words: string[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const term = longestTerm(words, at);
    terms.push(term);
    at += term.words.length;
  }
  return terms;
}

function longestTerm(words: string[], at: number): Term {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length);
    const goods = SYNONYM_OF.get(phrase.join(' '));
    if (goods !== undefined) return { words: phrase, synonym: goods };
  }
  return { words: words.slice(at, at + 1), synonym: null };
}

/**
 * The synonym groups that a text names, for the index. A phrase inside a longer one counts too: "gula kelapa" is also
 * "kelapa".
 */
export function synonymsIn(text: string): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= LONGEST; length++) {
      const goods = SYNONYM_OF.get(words.slice(at, at + length).join(' '));
      if (goods !== undefined) found.add(goods);
    }
  }
  return [...found].sort();
}

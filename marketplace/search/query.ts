import type { Db } from '../db/open.ts';
import { expandSynonyms } from './synonyms.ts';
import { correctWords } from './vocabulary.ts';
import { queryWords } from './words.ts';

export interface SearchQuery {
  /** For `to_tsquery('indonesian', …)`: all of it, and any of it. */
  all: string;
  any: string;
  /** The words we searched instead, when we corrected something. */
  corrected: string | null;
}

/** A typed text as a query of the database: typos corrected, synonyms added. Null when it holds no word. */
export async function readQuery(db: Db, typed: string): Promise<SearchQuery | null> {
  const words = queryWords(typed);
  if (words.length === 0) return null;
  const corrections = await correctWords(db, words);
  const meant = words.map((word) => corrections.get(word) ?? word);
  const slots = expandSynonyms(meant).map((phrases) => {
    const alternatives = phrases.map((phrase) => phrase.join(' <-> '));
    const typedWord = phrases[0]?.length === 1 ? words[meant.indexOf(phrases[0][0] ?? '')] : undefined;
    // A word nobody knows may still stand in a description, or be the beginning of one.
    if (typedWord && corrections.has(typedWord)) alternatives.push(`${typedWord}:*`);
    return `(${alternatives.map((alternative) => `(${alternative})`).join(' | ')})`;
  });
  const text = meant.join(' ');
  return { all: slots.join(' & '), any: slots.join(' | '), corrected: text === words.join(' ') ? null : text };
}

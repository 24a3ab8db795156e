import { UNITS } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import { knownWords } from '#marketplace/search/spelling.ts';
import { type Term, termsOf } from '#marketplace/search/synonymTerms.ts';
import { queryWords } from '#marketplace/search/words.ts';

/** The words that name the product stand first in a name ("Gula semut organik Bu Siti"); two are enough. */
const NAMING_WORDS = 2;
const MEASURES: ReadonlySet<string> = new Set([...UNITS, 'gr', 'ml', 'pcs', 'isi']);

/** The terms of a product's name that say what it is; empty when there are none. */
export function namingTerms(name: string): Term[] {
  const terms = termsOf(queryWords(name).filter((word) => !/\d/.test(word) && !MEASURES.has(word)));
  const [first] = terms;
  if (!first) return [];
  // A phrase of the synonym table ("gula kelapa") names the product by itself.
  return first.words.length > 1 ? [first] : terms.slice(0, NAMING_WORDS);
}

/** The same for two names of the same goods, also by another trade word. */
export function goodsKey(terms: readonly Term[]): string {
  return terms
    .map(({ synonym, words }) => synonym ?? words.join(' '))
    .sort()
    .join(' ');
}

/** The terms as the index has them, the last first; a word that nobody uses is taken for the known one next to it. */
export async function namingLexemes(db: Db, terms: readonly Term[]): Promise<string[]> {
  const known = await knownWords(
    db,
    terms.flatMap((term) => term.words),
  );
  return terms.map(({ synonym, words: [word = ''] }) => synonym ?? known.get(word)?.stem ?? word).reverse();
}

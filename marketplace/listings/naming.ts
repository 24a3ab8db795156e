import type { Db } from '#marketplace/db/open.ts';
import { headOf, tellingWords } from '#marketplace/search/heads.ts';
import { lexemeOf, type Term, termsOf } from '#marketplace/search/terms.ts';
import { understand } from '#marketplace/search/understand.ts';
import { isMeasure, queryWords } from '#marketplace/search/words.ts';

/** The words that name the product stand first in a name ("Gula semut organik Bu Siti"); two are enough. */
const NAMING_WORDS = 2;

/** The terms of a product's name that say what it is; empty when there are none. */
export function namingTerms(name: string): Term[] {
  const terms = termsOf(tellingWords(queryWords(name)).filter((word) => !isMeasure(word)));
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

/**
 * The terms as the index has them, the last first; the first of the name is what the goods are ("nanas madu" is no honey).
 * A word that nobody uses is taken for the known one next to it.
 */
export async function namingLexemes(db: Db, terms: readonly Term[]): Promise<string[]> {
  const [first, ...others] = terms;
  if (!first) return [];
  const words = others.filter(({ synonym }) => synonym === null).map(lexemeOf);
  const known = words.length === 0 ? [] : await understand(db, words);
  const rest = others.map((term) => term.synonym ?? known[words.indexOf(lexemeOf(term))]?.stem ?? lexemeOf(term));
  return [...rest.reverse(), headOf(lexemeOf(first))];
}

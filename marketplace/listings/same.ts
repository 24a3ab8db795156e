import { UNITS } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { knownWords } from '#marketplace/search/spelling.ts';
import { termsOf } from '#marketplace/search/synonymTerms.ts';
import { queryWords } from '#marketplace/search/words.ts';
import { type ListingCard, toCard } from './public.ts';
import { searchByName } from './searchByName.ts';

/** The words that name the product stand first in a name ("Gula semut organik Bu Siti"); two are enough. */
const NAMING_WORDS = 2;
const MEASURES: ReadonlySet<string> = new Set([...UNITS, 'gr', 'ml', 'pcs', 'isi']);
/** How many listings are read for each village wanted, because some villages have many of the same product. */
const PER_VILLAGE = 8;

/**
 * The same product of other villages, one listing of each, the best rank first: for a buyer who needs more than one
 * village has.
 */
export async function sameProduct(
  deps: Deps,
  listing: Pick<ListingCard, 'name' | 'village'>,
  limit = 6,
): Promise<ListingCard[]> {
  const words = queryWords(listing.name).filter((word) => !/\d/.test(word) && !MEASURES.has(word));
  const terms = termsOf(words);
  const [first] = terms;
  if (!first) return [];
  // A phrase of the synonym table ("gula kelapa") names the product by itself.
  const naming = first.words.length > 1 ? [first] : terms.slice(0, NAMING_WORDS);
  const known = await knownWords(
    deps.db,
    naming.flatMap((term) => term.words),
  );
  const lexemes = naming.map(({ synonym, words: [word = ''] }) => synonym ?? known.get(word)?.stem ?? word);
  const rows = await searchByName(deps.db, lexemes.reverse(), {
    notVillageId: listing.village.id,
    after: null,
    limit: limit * PER_VILLAGE,
  });
  const onePerVillage = new Map<string, ListingCard>();
  for (const row of rows) if (!onePerVillage.has(row.v_id)) onePerVillage.set(row.v_id, toCard(row));
  return [...onePerVillage.values()].slice(0, limit);
}

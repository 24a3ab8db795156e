import { sql } from 'kysely';
import { type PublicListing, UNITS } from '../contract/index.ts';
import type { Deps } from '../deps.ts';
import { expandSynonyms } from '../search/synonyms.ts';
import { queryWords } from '../search/words.ts';
import { type ListingCard, selectCards, toCard } from './public.ts';

/** The words that name the goods stand first in a name ("Gula semut organik Bu Siti"); two are enough. */
const NAMING_WORDS = 2;
const MEASURES: ReadonlySet<string> = new Set([...UNITS, 'gr', 'ml', 'pcs', 'isi']);

/** The same product of other villages, one of each, best kept first: for a buyer who needs more than one has. */
export async function sameProduct(
  deps: Deps,
  listing: Pick<PublicListing, 'name' | 'village'>,
  limit = 6,
): Promise<ListingCard[]> {
  const words = queryWords(listing.name).filter((word) => !/\d/.test(word) && !MEASURES.has(word));
  const slots = expandSynonyms(words).slice(0, NAMING_WORDS);
  const [first] = slots;
  if (!first) return [];
  // A phrase of the synonym table ("gula kelapa") names the goods by itself.
  const naming = (first[0]?.length ?? 0) > 1 ? [first] : slots;
  const query = naming
    .map((phrases) => `(${phrases.map((phrase) => `(${phrase.join(' <-> ')})`).join(' | ')})`)
    .join(' & ');
  const rows = await selectCards(deps.db)
    .where('l.listed', '=', true)
    .where('l.village_id', '!=', listing.village.id)
    .where(sql<boolean>`l.name_words @@ to_tsquery('indonesian', ${query})`)
    .orderBy('l.rank', 'desc')
    .orderBy('l.id', 'desc')
    .limit(limit * 8)
    .execute();
  const onePerVillage = new Map<string, ListingCard>();
  for (const row of rows) if (!onePerVillage.has(row.v_id)) onePerVillage.set(row.v_id, toCard(row));
  return [...onePerVillage.values()].slice(0, limit);
}

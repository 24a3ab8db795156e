import type { Deps } from '#marketplace/deps.ts';
import { namingLexemes, namingTerms } from './naming.ts';
import { type ListingCard, toCard } from './public.ts';
import { searchByName } from './searchByName.ts';

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
  const terms = namingTerms(listing.name);
  if (terms.length === 0) return [];
  const rows = await searchByName(deps.db, await namingLexemes(deps.db, terms), {
    notVillageId: listing.village.id,
    after: null,
    limit: limit * PER_VILLAGE,
  });
  const onePerVillage = new Map<string, ListingCard>();
  for (const row of rows) if (!onePerVillage.has(row.v_id)) onePerVillage.set(row.v_id, toCard(row));
  return [...onePerVillage.values()].slice(0, limit);
}

import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { countHit, limitSender } from '#marketplace/http/limits.ts';
import { LIMITS } from './limits.ts';
import { isSolution, type ProofOfWork, readChallenge } from './proofOfWork/challenge.ts';
import { spend } from './proofOfWork/spent.ts';

/**
 * Counts one look at a producer's number and answers whether it may be given. When more numbers were asked for than
 * people ask, of this product or of the whole market, from whatever addresses, each look needs a proof of work of its
 * own. Throws `too_many` beyond what one sender may ask.
 */
export async function mayContact(
  deps: Deps,
  c: AppContext,
  listing: { id: string; villageId: string },
  sent: ProofOfWork | null,
): Promise<boolean> {
  await limitSender(deps, LIMITS.contactPerAddress, c);
  const here = await countHit(deps, LIMITS.contactPerListing, listing.id);
  const everywhere = await countHit(deps, LIMITS.contactMarket, '');
  if (here.hits <= LIMITS.contactPerListing.max && everywhere.hits <= LIMITS.contactMarket.max) return true;
  const challenge = readChallenge(deps, listing.id, sent);
  if (challenge === null || sent === null || !isSolution(sent)) return false;
  return spend(deps.db, listing.villageId, challenge);
}

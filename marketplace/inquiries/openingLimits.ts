import type { PublicListing } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import type { AppContext } from '#marketplace/http/appTypes.ts';
import { limit, limitSender, TooMany } from '#marketplace/http/limits.ts';
import { LIMITS } from './limits.ts';

/** Which limit a press did not fit into: that of the product, of the sender's network, or of the number. */
export interface NoMore {
  of: 'listing' | 'address' | 'phone';
  /** The product, where the limit is its own. */
  listing: PublicListing | null;
  /** How many villages would still fit in. */
  left: number;
  /** Until the limit begins anew. */
  secondsLeft: number;
}

/**
 * Counts a question to each of these listings, in every limit that one question has; null when all fit in. When one does
 * not, none is counted anywhere: whoever then asks fewer villages finds the same room.
 */
export async function limitOpening(
  deps: Deps,
  c: AppContext,
  listings: readonly PublicListing[],
  phone: string | null,
): Promise<NoMore | null> {
  if (listings.length === 0) return null;
  // Always in one order, so that two presses at once never wait for each other.
  const sorted = listings.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  let asked: Pick<NoMore, 'of' | 'listing'> = { of: 'address', listing: null };
  try {
    await deps.db.transaction().execute(async (db) => {
      const within = { ...deps, db };
      for (const listing of sorted) {
        asked = { of: 'listing', listing };
        await limitSender(within, LIMITS.openPerAddressAndListing, c, listing.id);
      }
      asked = { of: 'address', listing: null };
      await limitSender(within, LIMITS.openPerAddress, c, '', listings.length);
      asked = { of: 'phone', listing: null };
      if (phone !== null) await limit(within, LIMITS.openPerPhone, phone, listings.length);
    });
  } catch (error) {
    if (error instanceof TooMany) return { ...asked, left: error.left, secondsLeft: error.secondsLeft };
    throw error;
  }
  return null;
}

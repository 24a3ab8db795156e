import type { PriceHint } from '#contract';
import type { Db } from '#utils/db/db.ts';
import { askPrices } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Input } from '#utils/messages.ts';
import { getConnection } from '#utils/villages/villages.ts';
import { villageOf } from './village.ts';

/**
 * Asks the marketplace of the draft's village what the same goods cost elsewhere. Nothing but name and unit goes there,
 * with the village whose own prices do not count. Never throws: a hint that cannot be had is none.
 */
export async function priceHint(
  db: Db,
  fetch: Fetch,
  { id, name, unit }: Input<'price/hint'>,
): Promise<PriceHint | null> {
  try {
    const connection = await getConnection(db, await villageOf(db, id));
    if (connection === null) return null;
    return await askPrices(connection.marketplaceUrl, fetch, { name, unit, village: connection.village.id });
  } catch {
    return null;
  }
}

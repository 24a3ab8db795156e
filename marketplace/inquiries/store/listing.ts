import type { Db } from '#marketplace/db/open.ts';
import type { AgreedListing } from '#marketplace/db/tables/inquiries.ts';
import type { Rules } from '#marketplace/inquiries/rules.ts';
import { packSizeOf, TAKES_QUESTIONS } from '#marketplace/listings/public.ts';

/** What the bargain must know of the listing, and what a receipt will say of it. */
export interface ListingFacts {
  rules: Omit<Rules, 'elsewhere'>;
  agreed: AgreedListing;
}

/** Reads these facts. Throws when there is no such listing: an inquiry always has one. */
export async function listingFacts(db: Db, villageId: string, listingId: string): Promise<ListingFacts> {
  const l = await db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select([
      'l.name',
      'price',
      'unit',
      'unit_word',
      'pack_amount',
      'pack_measure',
      'stock',
      'floor_price',
      'floor_below',
      'producer_name',
    ])
    .select(TAKES_QUESTIONS.as('live'))
    .where('l.village_id', '=', villageId)
    .where('l.id', '=', listingId)
    .executeTakeFirstOrThrow();
  const { floor_price: price, floor_below: below } = l;
  return {
    rules: {
      listPrice: l.price,
      live: l.live,
      stock: l.stock,
      floor: price !== null && below !== null ? { price, below } : null,
    },
    agreed: {
      name: l.name,
      unit: l.unit,
      unitWord: l.unit_word,
      packSize: packSizeOf(l),
      listPrice: l.price,
      producerName: l.producer_name,
    },
  };
}

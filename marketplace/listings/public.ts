import type { PublicListing } from '../contract/index.ts';
import type { Db } from '../db/open.ts';

/** A listing in a list: as `PublicListing`, without the long texts. */
export type ListingCard = Omit<PublicListing, 'description' | 'terms'>;

/**
 * What anybody may see of a listing, named column by column: the producer's number and the bargaining floor are not
 * among them, so no page can leak them by mistake.
 */
const CARD_COLUMNS = [
  'l.id',
  'l.slug',
  'l.name',
  'l.price',
  'l.unit',
  'l.pack_amount',
  'l.pack_measure',
  'l.availability',
  'l.stock',
  'l.category',
  'l.photos',
  'l.producer_name',
  'l.flagship',
  'l.state',
  'l.backlink_state',
  'l.backlink_url',
  'l.rank',
  'l.created_at',
  'l.updated_at',
  'v.id as v_id',
  'v.slug as v_slug',
  'v.name as v_name',
  'v.district as v_district',
  'v.regency as v_regency',
  'v.sites as v_sites',
] as const;

export function selectCards(db: Db) {
  return db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select([...CARD_COLUMNS]);
}

export function selectPublic(db: Db) {
  return selectCards(db).select(['l.description', 'l.terms']);
}

type Row<Q> = Q extends { executeTakeFirstOrThrow(): Promise<infer R> } ? R : never;
export type CardRow = Row<ReturnType<typeof selectCards>>;
export type PublicRow = Row<ReturnType<typeof selectPublic>>;

/** A pack size is two columns. */
export function packSizeOf(row: Pick<CardRow, 'pack_amount' | 'pack_measure'>): PublicListing['packSize'] {
  return row.pack_amount !== null && row.pack_measure !== null
    ? { amount: row.pack_amount, measure: row.pack_measure }
    : null;
}

export function toCard(row: CardRow): ListingCard {
  const verified = row.backlink_state === 'verified';
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    price: row.price,
    unit: row.unit,
    packSize: packSizeOf(row),
    availability: row.availability,
    stock: row.stock,
    category: row.category,
    photos: row.photos,
    producerName: row.producer_name,
    flagship: row.flagship,
    state: row.state,
    verified,
    // An address that was not seen to hold our link is not shown to buyers.
    backlinkUrl: verified ? row.backlink_url : null,
    village: {
      id: row.v_id,
      slug: row.v_slug,
      name: row.v_name,
      district: row.v_district,
      regency: row.v_regency,
      siteUrl: row.v_sites[0] ?? '',
    },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

export function toPublic(row: PublicRow): PublicListing {
  return { ...toCard(row), description: row.description, terms: row.terms };
}

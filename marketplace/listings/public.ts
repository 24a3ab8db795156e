import { sql } from 'kysely';
import type { PublicListing } from '#contract';
import { maskPlace } from '#contract/maskPlace.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { EveryMember } from '#contract/stations.ts';
import type { Db } from '#marketplace/db/open.ts';
import { publicSlug } from './slug.ts';

/** A listing in a list: what its card shows, and no more, because two dozen of them are read at once. */
export type ListingCard = Pick<
  PublicListing,
  | 'id'
  | 'slug'
  | 'name'
  | 'price'
  | 'unit'
  | 'unitWord'
  | 'packSize'
  | 'availability'
  | 'stock'
  | 'photos'
  | 'flagship'
  | 'verified'
  | 'lastChecked'
> & { village: Pick<PublicListing['village'], 'id' | 'name'> };

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
  'l.unit_word',
  'l.pack_amount',
  'l.pack_measure',
  'l.availability',
  'l.stock',
  'l.photos',
  'l.flagship',
  'l.backlink_state',
  'l.rank',
  'l.stale',
  'l.checked_at',
  'l.created_at',
  'v.id as v_id',
  'v.name as v_name',
] as const;

const OTHER_COLUMNS = [
  'l.category',
  'l.description',
  'l.terms',
  'l.exchange',
  'l.permits',
  'l.producer_name',
  'l.state',
  'l.backlink_url',
  'l.updated_at',
  'v.slug as v_slug',
  'v.district as v_district',
  'v.regency as v_regency',
  'v.sites as v_sites',
  'v.practice_room as v_practice',
] as const;

/**
 * Whether a listing `l` of a village `v` may be asked about and bargained for. Everything `listed` may, and so may what is
 * made up for practice, which is in no list.
 */
export const TAKES_QUESTIONS = sql<boolean>`(l.state = 'live' and l.hidden is null and v.status = 'approved')`;

export function selectCards(db: Db) {
  return db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select([...CARD_COLUMNS]);
}

export function selectPublic(db: Db) {
  return selectCards(db).select([...OTHER_COLUMNS]);
}

type Row<Q> = Q extends { executeTakeFirstOrThrow(): Promise<infer R> } ? R : never;
export type CardRow = Row<ReturnType<typeof selectCards>>;
export type PublicRow = Row<ReturnType<typeof selectPublic>>;

/** Two columns hold a pack size. */
export function packSizeOf(row: Pick<CardRow, 'pack_amount' | 'pack_measure'>): PublicListing['packSize'] {
  return row.pack_amount !== null && row.pack_measure !== null
    ? { amount: row.pack_amount, measure: row.pack_measure }
    : null;
}

/** A number in the seller's words is masked here, so that no page, feed or address can show it. */
export function toCard(row: CardRow): ListingCard {
  return {
    id: row.id,
    slug: publicSlug(row),
    name: maskPhones(row.name),
    price: row.price,
    unit: row.unit,
    unitWord: row.unit_word,
    packSize: packSizeOf(row),
    availability: row.availability,
    stock: row.stock,
    photos: row.photos,
    flagship: row.flagship,
    verified: row.backlink_state === 'verified',
    lastChecked: row.stale ? row.checked_at.toISOString() : null,
    village: { id: row.v_id, name: maskPhones(row.v_name) },
  };
}

export function toPublic(row: PublicRow): EveryMember<PublicListing> {
  const card = toCard(row);
  const place = maskPlace({ name: row.v_name, district: row.v_district, regency: row.v_regency });
  return {
    ...card,
    category: row.category,
    description: maskPhones(row.description),
    terms: maskPhones(row.terms),
    exchange: row.exchange ?? {},
    permits: row.permits ?? {},
    producerName: maskPhones(row.producer_name),
    state: row.state,
    // Buyers are shown only an address that was seen to hold our link.
    backlinkUrl: card.verified ? row.backlink_url : null,
    village: {
      ...card.village,
      slug: row.v_slug,
      district: place.district,
      regency: place.regency,
      siteUrl: row.v_sites[0] ?? '',
      ...(row.v_practice !== null && { practice: true }),
    },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

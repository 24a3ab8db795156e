import { isDeepStrictEqual } from 'node:util';
import type { Insertable, Selectable } from 'kysely';
import {
  EXCHANGES,
  type Exchange,
  type ExchangeKind,
  exchangesOf,
  type KnownPermits,
  type Listing,
  type ListingInput,
  listPermits,
  type Photo,
  saidOver,
} from '#contract';
import type { EveryMember, ListingColumn } from '#contract/stations.ts';
import type { ListingTables } from '#marketplace/db/tables/listings.ts';
import type { Deps } from '#marketplace/deps.ts';
import { packSizeOf } from './public.ts';
import { listingSlug, publicSlug } from './slug.ts';

export type ListingRow = Selectable<ListingTables['listings']>;
/** The columns that the village writes; the rest is ours. */
type SaidColumns = Pick<Insertable<ListingTables['listings']>, ListingColumn | 'slug'>;

/** What the village says, as it is stored. */
export function columnsOf(id: string, input: ListingInput, photos: Photo[]): EveryMember<SaidColumns> {
  return {
    rev: input.rev,
    slug: listingSlug(input.name, id),
    name: input.name,
    price: input.price,
    unit: input.unit,
    unit_word: input.unitWord ?? null,
    pack_amount: input.packSize?.amount ?? null,
    pack_measure: input.packSize?.measure ?? null,
    availability: input.availability,
    stock: input.stock,
    category: input.category,
    description: input.description,
    photos: JSON.stringify(photos),
    producer_name: input.producer.name,
    producer_phone: input.producer.phone,
    flagship: input.flagship,
    terms: input.terms,
    exchange: exchangeColumn(input.exchange),
    floor_price: input.floor?.price ?? null,
    floor_below: input.floor?.below ?? null,
    permits: permitsColumn(input.permits),
    site_url: input.siteUrl,
    state: input.state,
  };
}

/** What the village last sent, put together again. */
export function inputOf(row: ListingRow): EveryMember<ListingInput> {
  const { floor_price: price, floor_below: below } = row;
  return {
    rev: row.rev,
    name: row.name,
    price: row.price,
    unit: row.unit,
    unitWord: row.unit_word,
    packSize: packSizeOf(row),
    availability: row.availability,
    stock: row.stock,
    category: row.category,
    description: row.description,
    photos: row.photos.map((photo) => photo.hash),
    producer: { name: row.producer_name, phone: row.producer_phone, consent: true },
    flagship: row.flagship,
    terms: row.terms,
    exchange: row.exchange === null ? undefined : { ...NO_EXCHANGE, ...row.exchange },
    floor: price !== null && below !== null ? { price, below } : null,
    permits: row.permits === null ? undefined : { ...NO_PERMITS, ...row.permits },
    siteUrl: row.site_url,
    state: row.state,
  };
}

/** In an answer every kind is spoken of, so that a device learns that one was taken away. */
const NO_PERMITS = { pirt: null, bpom: null, halal: null, nib: null } satisfies Required<KnownPermits>;

const NO_EXCHANGE = Object.fromEntries(EXCHANGES.map((kind) => [kind, false])) as Record<ExchangeKind, false>;

function exchangeColumn(exchange: Exchange | undefined): string | null {
  if (exchange === undefined) return null;
  return JSON.stringify(Object.fromEntries(exchangesOf(exchange).map((kind) => [kind, true])));
}

function permitsColumn(permits: KnownPermits | undefined): string | null {
  if (permits === undefined) return null;
  return JSON.stringify(Object.fromEntries(listPermits(permits).map(({ kind, ...permit }) => [kind, permit])));
}

export function isSameInput(row: ListingRow, input: ListingInput): boolean {
  const stored = inputOf(row);
  return isDeepStrictEqual(saidOver(stored, input), stored);
}

/** A listing for its own village only: it holds the producer's number and the floor. */
export function toListing(deps: Pick<Deps, 'config'>, row: ListingRow): Listing {
  const { baseUrl } = deps.config;
  return {
    id: row.id,
    villageId: row.village_id,
    input: inputOf(row),
    photos: row.photos,
    url: `${baseUrl}/p/${publicSlug(row)}`,
    shortUrl: shortUrl(baseUrl, row.id),
    verification: {
      state: row.backlink_state,
      url: row.backlink_url,
      checkedAt: row.backlink_checked_at?.toISOString() ?? null,
      reason: row.backlink_reason,
    },
    hidden: row.hidden,
    checkedAt: row.checked_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The short address that a link back points at. */
export function shortUrl(baseUrl: string, id: string): string {
  return `${baseUrl}/p/${id}`;
}

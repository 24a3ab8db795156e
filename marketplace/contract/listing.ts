import * as z from 'zod/mini';
import {
  AVAILABILITIES,
  CATEGORIES,
  MEASURES,
  PHOTOS_MAX,
  PRICE_MAX,
  PRICE_MIN,
  UNIT_WORD_MAX,
  UNITS,
} from './choices.ts';
import { Exchange } from './exchange.ts';
import { Id, PhotoHash, Revision, Timestamp, WebUrl } from './ids.ts';
import { KnownPermits, PERMIT_KINDS, type PermitKind, Permits } from './permits.ts';
import { OpenReports } from './report.ts';
import type { Holds, PublicMember } from './stations.ts';
import { knownText, line, MobilePhone, text } from './text.ts';

export * from './choices.ts';

export const Unit = z.enum(UNITS, 'unit_unknown');
export type Unit = z.infer<typeof Unit>;

/** Letters, as in "loyang" or "m2": a word of the seller's is public, so no number fits into it. */
export const UnitWord = line('unit_word', { min: 1, max: UNIT_WORD_MAX }).check(
  z.regex(/^\p{L}[\p{L}\p{M}'’ -]*[23²³]?$/u, 'unit_word_malformed'),
);
/** A unit with the seller's own word for it, which is shown in its place ("ekor", where the list has only `biji`). */
export interface Counted {
  unit: Unit;
  unitWord?: string | null | undefined;
}

/** What is inside one pack, e.g. 250 gram in a bungkus. */
export const PackSize = z.object({
  amount: z
    .number('pack_amount_malformed')
    .check(z.positive('pack_amount_malformed'), z.maximum(100_000, 'pack_amount_malformed')),
  measure: z.enum(MEASURES, 'pack_measure_unknown'),
});
export type PackSize = z.infer<typeof PackSize>;

export const Availability = z.enum(AVAILABILITIES, 'availability_unknown');
export type Availability = z.infer<typeof Availability>;

export const Category = z.enum(CATEGORIES, 'category_unknown');
export type Category = z.infer<typeof Category>;

/** Whole rupiah. */
export const Price = z
  .int('price_malformed')
  .check(z.minimum(PRICE_MIN, 'price_low'), z.maximum(PRICE_MAX, 'price_high'));

export const Producer = z.object({
  name: line('producer_name', { min: 2, max: 80 }),
  phone: MobilePhone,
  /** The producer agreed that buyers may be given this number. */
  consent: z.literal(true, 'consent_missing'),
});
export type Producer = z.infer<typeof Producer>;

/** Hidden bargaining floor: whole rupiah per unit. Never leaves the server in any answer but the owner's own listing. */
export const Floor = z.object({
  price: Price,
  /** At or above the floor: accept by itself. Below: `decline` answers by itself, `ask` waits for the admin. */
  below: z.enum(['decline', 'ask']),
});
export type Floor = z.infer<typeof Floor>;

type PermitsAndPhone = { permits?: KnownPermits | undefined; producer: Producer };

/** Permits are shown to everybody, the producer's number only after a tap: thirteen digits may be either. */
export function isProducersPhone({ permits, producer }: PermitsAndPhone, kind: PermitKind): boolean {
  const number = permits?.[kind]?.number;
  return number !== undefined && number.replace(/^(?:0|62)/, '') === producer.phone.slice('+62'.length);
}

const Members = z.object({
  rev: Revision,
  name: line('name', { min: 3, max: 80 }),
  price: Price,
  unit: Unit,
  /** Absent says nothing: a listing that has one keeps it while its unit stays (`saidOver`). */
  unitWord: z.optional(z.nullable(UnitWord)),
  packSize: z.nullable(PackSize),
  availability: Availability,
  stock: z.nullable(
    z.int('stock_malformed').check(z.nonnegative('stock_malformed'), z.maximum(1_000_000, 'stock_malformed')),
  ),
  category: Category,
  description: text('description', { max: 4000 }),
  photos: z.array(PhotoHash).check(z.minLength(1, 'photos_missing'), z.maxLength(PHOTOS_MAX, 'photos_many')),
  producer: Producer,
  flagship: z.boolean(),
  /** How it is handed over and paid, in the village's own words (COD, ambil di balai desa …). */
  terms: text('terms', { max: 500 }),
  /** The same by choices. Absent says nothing: a listing that has some keeps them (`saidOver`). */
  exchange: z.optional(Exchange),
  floor: z.nullable(Floor),
  /** Absent says nothing: a listing that has permits keeps them (`saidOver`). */
  permits: z.optional(Permits),
  /** The village site this listing is linked back from (URL with path, no trailing slash), when there is one. */
  siteUrl: z.nullable(WebUrl),
  state: z.enum(['live', 'withdrawn']),
});

const floorBelowPrice = z.refine<Pick<z.infer<typeof Members>, 'floor' | 'price'>>(
  (l) => l.floor === null || l.floor.price <= l.price,
  { error: 'floor_above_price', path: ['floor', 'price'] },
);

/** What a village says of a product. The same schema in the form and on the server; issue messages are stable codes. */
export const ListingInput = Members.check(
  floorBelowPrice,
  ...PERMIT_KINDS.map((kind) =>
    z.refine<PermitsAndPhone>((l) => !isProducersPhone(l, kind), {
      error: 'permit_is_phone',
      path: ['permits', kind, 'number'],
    }),
  ),
);
export type ListingInput = z.infer<typeof ListingInput>;

/** A revision on its way to the marketplace. */
export const ListingPut = z.safeExtend(ListingInput, {
  /**
   * The marketplace's revision that this one was said over, 0 for none. A newer one of another device is then a conflict
   * (`revision_old`), however often both have counted up. Absent: a device that does not say it.
   */
  base: z.optional(z.int().check(z.nonnegative(), z.maximum(2 ** 31 - 1))),
});
export type ListingPut = z.infer<typeof ListingPut>;

/**
 * The same where it is read: what this version would not send itself may stand in it. One listing that cannot be read
 * would put the whole list out of reach, so no rule about permits, and none about hidden characters, is asked here.
 */
export const SaidListing = z
  .extend(Members, {
    name: knownText(80),
    description: knownText(4000),
    unitWord: z.optional(z.nullable(knownText(UNIT_WORD_MAX))),
    producer: z.extend(Producer, { name: knownText(80) }),
    terms: knownText(500),
    permits: z.optional(KnownPermits),
  })
  .check(floorBelowPrice);

/** `none` no link back yet · `checking` · `verified` our link was seen on the village's page · `broken` it was not. */
export const Verification = z.object({
  state: z.enum(['none', 'checking', 'verified', 'broken']),
  url: z.nullable(WebUrl),
  checkedAt: z.nullable(Timestamp),
  /**
   * Why our link was not seen at the last look. The page was seen without it: link_missing, page_gone. We could not look:
   * unreachable, timeout, status, kept_out, host_foreign, address_private, too_large, not_a_page; then a `verified` link
   * stays so for some days, and a new one stays `checking`.
   */
  reason: z.nullable(z.string()),
});
export type Verification = z.infer<typeof Verification>;

export const Photo = z.object({ hash: PhotoHash, width: z.int(), height: z.int() });
export type Photo = z.infer<typeof Photo>;

/** How often a product's page was seen in a month (`2026-11`, as it is in Java): at least so often. */
export const ListingViews = z.object({
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  count: z.int().check(z.nonnegative()),
});
export type ListingViews = z.infer<typeof ListingViews>;

/** A listing as its own village sees it. */
export const Listing = z.object({
  id: Id,
  villageId: Id,
  input: SaidListing,
  photos: z.array(Photo),
  /** Public address of the product page. */
  url: WebUrl,
  /** Short address `/p/<id>` that never changes: what a link back points at. */
  shortUrl: WebUrl,
  verification: Verification,
  /** Set when an operator hid it: the reason in the operator's words. */
  hidden: z.nullable(z.string()),
  /** What buyers reported of it; null for nothing, absent where the answer does not speak of it. */
  reports: z.optional(z.nullable(OpenReports)),
  /** When the village last said that it is as it stands here; absent where the marketplace does not keep that. */
  checkedAt: z.optional(Timestamp),
  /** Only in the list of the village's own; absent where nobody has seen it, or where the marketplace does not count. */
  views: z.optional(ListingViews),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Listing = z.infer<typeof Listing>;

export const ListingList = z.object({ listings: z.array(Listing) });

/** What the extension reports of the post that links back. */
export const BacklinkInput = z.object({
  url: WebUrl,
  /** `published` is checked now; `pending` waits for an editor on the village site; `gone` was taken down. */
  state: z.enum(['published', 'pending', 'gone']),
});
export type BacklinkInput = z.infer<typeof BacklinkInput>;

/** A listing as anybody may see it: no phone number, no floor. */
export const PublicListing = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  price: z.int(),
  unit: Unit,
  /** The seller's own word for the unit, shown in its place; null for none. */
  unitWord: z.nullable(z.string()),
  packSize: z.nullable(PackSize),
  availability: Availability,
  stock: z.nullable(z.int()),
  category: Category,
  description: z.string(),
  photos: z.array(Photo),
  producerName: z.string(),
  flagship: z.boolean(),
  terms: z.string(),
  exchange: Exchange,
  permits: KnownPermits,
  state: z.enum(['live', 'withdrawn']),
  verified: z.boolean(),
  backlinkUrl: z.nullable(WebUrl),
  village: z.object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    district: z.nullable(z.string()),
    regency: z.nullable(z.string()),
    siteUrl: WebUrl,
    /** Only of a village that is made up for practice. */
    practice: z.optional(z.literal(true)),
  }),
  /** When the village last said that it is as it stands here, where that is long ago; else null. */
  lastChecked: z.nullable(Timestamp),
  createdAt: Timestamp,
  updatedAt: Timestamp,
} satisfies Holds<PublicMember>);
export type PublicListing = z.infer<typeof PublicListing>;

import * as z from 'zod/mini';
import { type Availability, CATEGORY_LABELS, type PublicListing, photoUrl } from '#contract';
import { cut } from '#contract/cut.ts';
import { isSoldOut } from '#contract/format.ts';
import { link, type View } from '#marketplace/web/view.ts';

const Address = z.string().check(z.regex(/^https?:\/\/[\x21-\x7e]+$/), z.maxLength(2000));
const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/**
 * A product as Google Merchant Center takes it, from its own table: support.google.com/merchants/answer/7052112, and the
 * page of each attribute that is named beside it (all read 2026-11-28). What does not fit is left out of the feed, because
 * refusals count against the whole feed.
 */
export const GoogleItem = z.strictObject({
  'g:id': words(50), // answer/6324405
  title: words(150), // answer/6324415
  description: words(5000), // answer/6324468
  link: Address, // answer/6324416
  'g:image_link': Address, // answer/6324350
  'g:additional_image_link': z.optional(z.array(Address).check(z.maxLength(10))), // answer/6324370
  /** `preorder` and `backorder` need the day of dispatch (answer/6324470), which no listing has. */
  'g:availability': z.enum(['in_stock', 'out_of_stock']), // answer/6324448
  'g:price': z.string().check(z.regex(/^\d+ IDR$/)), // answer/6324371
  'g:unit_pricing_measure': z.optional(z.string().check(z.regex(/^\d+(?:\.\d+)?(?:g|kg|ml|l)$/))), // answer/6324455
  /** Of whole numbers only 1, 2, 4, 8, 10, 100, and a few pairs that we do not need. */
  'g:unit_pricing_base_measure': z.optional(z.enum(['100g', '1kg', '100ml', '1l'])), // answer/6324490
  'g:brand': words(70), // answer/6324351
  'g:condition': z.literal('new'), // answer/6324469
  /** What a village makes has no number of a manufacturer. */
  'g:identifier_exists': z.literal('no'), // answer/6324478
  'g:product_type': words(750), // answer/6324406
});
export type GoogleItem = z.infer<typeof GoogleItem>;

/** answer/6324350: a smaller picture is refused. */
const LEAST_SIDE = 100;
const MOST_EXTRA = 10;

const AVAILABILITY: Record<Availability, GoogleItem['g:availability'] | null> = {
  ada: 'in_stock',
  terbatas: 'in_stock',
  habis: 'out_of_stock',
  pesan: null,
  musiman: 'in_stock',
};
const MEASURES = { gram: ['g', '100g'], kg: ['kg', '1kg'], ml: ['ml', '100ml'], liter: ['l', '1l'] } as const;

/** Null for what Google would refuse: made to order, or without a photo that is large enough. */
export function googleItem(view: View, listing: PublicListing): GoogleItem | null {
  const { baseUrl, locale } = view;
  const availability = isSoldOut(listing) ? 'out_of_stock' : AVAILABILITY[listing.availability];
  const large = listing.photos.filter(({ width, height }) => Math.min(width, height) >= LEAST_SIDE);
  const [first, ...more] = large.map(({ hash }) => photoUrl(baseUrl, hash, 1280, 'jpg'));
  if (availability === null || first === undefined) return null;
  const { packSize } = listing;
  const [unit, base] = packSize && packSize.measure !== 'biji' ? MEASURES[packSize.measure] : [];
  return {
    'g:id': listing.id,
    title: cut(listing.name, 150),
    description: cut(listing.description || `${listing.name}, ${listing.village.name}`, 5000),
    link: baseUrl + link(view, `/p/${listing.slug}`),
    'g:image_link': first,
    ...(more.length > 0 && { 'g:additional_image_link': more.slice(0, MOST_EXTRA) }),
    'g:availability': availability,
    'g:price': `${listing.price} IDR`,
    ...(packSize &&
      unit &&
      base && { 'g:unit_pricing_measure': `${packSize.amount}${unit}`, 'g:unit_pricing_base_measure': base }),
    'g:brand': cut(listing.village.name, 70),
    'g:condition': 'new',
    'g:identifier_exists': 'no',
    'g:product_type': CATEGORY_LABELS[locale][listing.category],
  };
}

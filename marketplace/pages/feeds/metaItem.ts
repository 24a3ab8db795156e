import * as z from 'zod/mini';
import { type Availability, CATEGORY_LABELS, type PublicListing, photoUrl } from '#contract';
import { cut } from '#contract/cut.ts';
import { isSoldOut } from '#contract/format.ts';
import { link, type View } from '#marketplace/web/view.ts';

const Address = z.string().check(z.regex(/^https?:\/\/[\x21-\x7e]+$/), z.maxLength(2000));
const words = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const hasSmall = z.refine<string>((text) => !isShouted(text), { error: 'shouted' });

/**
 * A product as Meta's catalogue takes it (Facebook, Instagram, WhatsApp), from its own table:
 * developers.facebook.com/docs/commerce-platform/catalog/fields and its "best practices" (read 2026-11-28). Its words for
 * availability have blanks where Google's have strokes, and it knows what is made to order.
 */
export const MetaItem = z.strictObject({
  'g:id': words(100),
  /** Not in capital letters alone: such a title is refused. */
  title: words(200).check(hasSmall),
  /** Plain text: no markup and no entities. */
  description: words(9999).check(hasSmall),
  'g:availability': z.enum(['in stock', 'out of stock', 'available for order']),
  'g:condition': z.literal('new'),
  'g:price': z.string().check(z.regex(/^\d+ IDR$/)),
  link: Address,
  'g:image_link': Address,
  'g:additional_image_link': z.optional(z.array(Address).check(z.maxLength(20))),
  /** One of brand, gtin and mpn has to be there. */
  'g:brand': words(100),
  'g:product_type': words(750),
});
export type MetaItem = z.infer<typeof MetaItem>;

/** A smaller picture is refused (the same table, `image_link`). */
const LEAST_SIDE = 500;
const MOST_EXTRA = 20;

const AVAILABILITY: Record<Availability, MetaItem['g:availability']> = {
  ada: 'in stock',
  terbatas: 'in stock',
  habis: 'out of stock',
  pesan: 'available for order',
  musiman: 'in stock',
};

/** Null for a product without a photo that is large enough. */
export function metaItem(view: View, listing: PublicListing): MetaItem | null {
  const { baseUrl, locale } = view;
  const large = listing.photos.filter(({ width, height }) => Math.min(width, height) >= LEAST_SIDE);
  const [first, ...more] = large.map(({ hash }) => photoUrl(baseUrl, hash, 1280, 'jpg'));
  if (first === undefined) return null;
  const name = spoken(listing.name);
  return {
    'g:id': listing.id,
    title: cut(name, 200),
    description: cut(spoken(listing.description) || `${name}, ${spoken(listing.village.name)}`, 9999),
    'g:availability': isSoldOut(listing) ? 'out of stock' : AVAILABILITY[listing.availability],
    'g:condition': 'new',
    'g:price': `${listing.price} IDR`,
    link: baseUrl + link(view, `/p/${listing.slug}`),
    'g:image_link': first,
    ...(more.length > 0 && { 'g:additional_image_link': more.slice(0, MOST_EXTRA) }),
    'g:brand': cut(listing.village.name, 100),
    'g:product_type': CATEGORY_LABELS[locale][listing.category],
  };
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** `KERIPIK PISANG` as one says it: `Keripik pisang`. */
function spoken(text: string): string {
  return isShouted(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text;
}

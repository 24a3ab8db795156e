import { type Availability, CATEGORY_LABELS, type PublicListing, photoUrl } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { XML_HEAD, xmlElement } from './xml.ts';

/**
 * The words of Google and Meta for availability (support.google.com/merchants/answer/6324448). They know made to order as
 * "backorder" alone, and refuse that without the day on which it is sent, which no listing has (answer/6324470).
 */
const AVAILABILITY: Record<Availability, string | null> = {
  ada: 'in_stock',
  terbatas: 'in_stock',
  habis: 'out_of_stock',
  pesan: null,
  musiman: 'in_stock',
};
const EXTRA_IMAGES = 10;

export function merchantHead(view: View): string {
  const { t, baseUrl } = view;
  return [
    `${XML_HEAD}<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>`,
    xmlElement('title', t('brand')),
    xmlElement('link', baseUrl + link(view, '/')),
    xmlElement('description', t('homeDescription')),
  ].join('');
}

export const MERCHANT_END = '</channel></rss>\n';

/**
 * One product as RSS 2.0 with Google's `g:` fields, which Meta's catalogue reads too. Empty for a product that Google would
 * refuse, because refusals count against the whole feed: made to order, or without a photo (answer/6324350).
 */
export function merchantItem(view: View, listing: PublicListing): string {
  const availability = isSoldOut(listing) ? 'out_of_stock' : AVAILABILITY[listing.availability];
  if (availability === null || listing.photos.length === 0) return '';
  const { baseUrl, locale } = view;
  const images = listing.photos.map((photo) => photoUrl(baseUrl, photo.hash, 1280, 'jpg'));
  const { packSize } = listing;
  return [
    '\n<item>',
    xmlElement('g:id', listing.id),
    xmlElement('title', listing.name),
    xmlElement('description', listing.description || `${listing.name}, ${listing.village.name}`),
    xmlElement('link', baseUrl + link(view, `/p/${listing.slug}`)),
    ...images.slice(0, 1).map((url) => xmlElement('g:image_link', url)),
    ...images.slice(1, 1 + EXTRA_IMAGES).map((url) => xmlElement('g:additional_image_link', url)),
    xmlElement('g:availability', availability),
    xmlElement('g:price', `${listing.price} IDR`),
    packSize && packSize.measure !== 'biji' ? unitPricing(packSize.amount, packSize.measure) : '',
    xmlElement('g:brand', listing.village.name),
    xmlElement('g:condition', 'new'),
    xmlElement('g:identifier_exists', 'no'),
    xmlElement('g:product_type', CATEGORY_LABELS[locale][listing.category]),
    '</item>',
  ].join('');
}

const MEASURES = { gram: 'g', kg: 'kg', ml: 'ml', liter: 'l' } as const;
const BASES = { gram: '100 g', kg: '1 kg', ml: '100 ml', liter: '1 l' } as const;

function unitPricing(amount: number, measure: keyof typeof MEASURES): string {
  return (
    xmlElement('g:unit_pricing_measure', `${amount} ${MEASURES[measure]}`) +
    xmlElement('g:unit_pricing_base_measure', BASES[measure])
  );
}

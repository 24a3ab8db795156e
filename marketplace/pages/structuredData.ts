import { type Availability, CATEGORY_LABELS, listPermits, PERMIT_NAMES, type PublicListing, photoUrl } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { permitText } from '#contract/permits.ts';
import { link, type View } from '#marketplace/web/view.ts';

const SCHEMA_AVAILABILITY: Record<Availability, string> = {
  ada: 'InStock',
  terbatas: 'LimitedAvailability',
  habis: 'OutOfStock',
  pesan: 'MadeToOrder',
  musiman: 'LimitedAvailability',
};

export function schemaAvailability(listing: Pick<PublicListing, 'availability' | 'stock'>): string {
  return `https://schema.org/${isSoldOut(listing) ? 'OutOfStock' : SCHEMA_AVAILABILITY[listing.availability]}`;
}

/**
 * schema.org Product with its Offer, and the breadcrumbs to it. It is built from the public listing alone, so it holds
 * no phone number.
 */
export function productData(view: View, listing: PublicListing): Record<string, unknown>[] {
  const { baseUrl, locale } = view;
  const url = baseUrl + link(view, `/p/${listing.slug}`);
  const permits = listPermits(listing.permits);
  const village = { name: listing.village.name, url: baseUrl + link(view, `/desa/${listing.village.slug}`) };
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': `${baseUrl}/p/${listing.id}`,
    name: listing.name,
    url,
    sku: listing.id,
    category: CATEGORY_LABELS[locale][listing.category],
    ...(listing.description && { description: listing.description }),
    image: listing.photos.map((photo) => photoUrl(baseUrl, photo.hash, 1280, 'jpg')),
    // schema.org has words for a permit that somebody vouches for; these are what the seller says.
    ...(permits.length > 0 && {
      additionalProperty: permits.map(({ kind, number }) => ({
        '@type': 'PropertyValue',
        name: PERMIT_NAMES[kind],
        value: permitText(kind, number),
      })),
    }),
    brand: { '@type': 'Brand', name: listing.village.name },
    offers: {
      '@type': 'Offer',
      url,
      price: listing.price,
      priceCurrency: 'IDR',
      availability: schemaAvailability(listing),
      itemCondition: 'https://schema.org/NewCondition',
      seller: { '@type': 'Organization', ...village },
    },
  };
  const crumbs = [
    { name: view.t('home'), item: baseUrl + link(view, '/') },
    { name: village.name, item: village.url },
    { name: listing.name, item: url },
  ];
  const trail = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
  };
  return [product, trail];
}

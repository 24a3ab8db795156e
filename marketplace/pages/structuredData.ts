import type { BreadcrumbList, ItemAvailability, Organization, Product, WithContext } from 'schema-dts';
import { type Availability, CATEGORY_LABELS, listPermits, PERMIT_NAMES, type PublicListing, photoUrl } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { permitText } from '#contract/permits.ts';
import { link, type View } from '#marketplace/web/view.ts';
import type { VillageProfile } from './models.ts';

const CONTEXT = 'https://schema.org';

const SCHEMA_AVAILABILITY = {
  ada: 'https://schema.org/InStock',
  terbatas: 'https://schema.org/LimitedAvailability',
  habis: 'https://schema.org/OutOfStock',
  pesan: 'https://schema.org/MadeToOrder',
  musiman: 'https://schema.org/LimitedAvailability',
} as const satisfies Record<Availability, ItemAvailability>;

/** Availability in schema.org's words; a product without stock is sold out. */
export function schemaAvailability(listing: Pick<PublicListing, 'availability' | 'stock'>): ItemAvailability {
  return SCHEMA_AVAILABILITY[isSoldOut(listing) ? 'habis' : listing.availability];
}

/**
 * schema.org Product with its Offer, and the breadcrumbs to it. It is built from the public listing alone, so it holds
 * no phone number.
 */
export function productData(view: View, listing: PublicListing): [WithContext<Product>, WithContext<BreadcrumbList>] {
  const { baseUrl, locale } = view;
  const url = baseUrl + link(view, `/p/${listing.slug}`);
  const permits = listPermits(listing.permits);
  const village = { name: listing.village.name, url: baseUrl + link(view, `/desa/${listing.village.slug}`) };
  const product: WithContext<Product> = {
    '@context': CONTEXT,
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
        '@type': 'PropertyValue' as const,
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
  return [product, trail(view, [village, { name: listing.name, url }])];
}

/** A village as an Organization with its place, and the breadcrumbs to it. It holds no phone number and nobody's name. */
export function villageData(
  view: View,
  village: Omit<VillageProfile, 'id' | 'medianAnswer' | 'hours' | 'head'>,
): [WithContext<Organization>, WithContext<BreadcrumbList>] {
  const { name, siteUrl, district, regency, place, photo, about } = village;
  const url = view.baseUrl + link(view, `/desa/${village.slug}`);
  const organization: WithContext<Organization> = {
    '@context': CONTEXT,
    '@type': 'Organization',
    '@id': `${view.baseUrl}/desa/${village.slug}`,
    name,
    url,
    description: about ?? view.t('villageDescription', name),
    ...(photo && { image: photoUrl(view.baseUrl, photo.hash, 1280, 'jpg') }),
    ...(siteUrl !== null && { sameAs: [siteUrl] }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'ID',
      ...(district && { addressLocality: district }),
      ...(regency && { addressRegion: regency }),
    },
    ...(place && {
      location: {
        '@type': 'Place',
        name,
        geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lng },
      },
    }),
  };
  return [organization, trail(view, [{ name, url }])];
}

/** The way from the start page. */
function trail(view: View, steps: { name: string; url: string }[]): WithContext<BreadcrumbList> {
  const home = { name: view.t('home'), url: view.baseUrl + link(view, '/') };
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: [home, ...steps].map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

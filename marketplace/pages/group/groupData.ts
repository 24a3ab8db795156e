import { photoUrl } from '#contract';
import { isSoldOut } from '#contract/format.ts';
import { titleOf } from '#marketplace/groups/name.ts';
import type { Group } from '#marketplace/groups/read.ts';
import { schemaAvailability } from '#marketplace/pages/structuredData.ts';
import { link, type View } from '#marketplace/web/view.ts';

/** How many offers are named one by one. */
const NAMED = 10;

/** schema.org Product with all its offers together, and the breadcrumbs to it. */
export function groupData(view: View, group: Group): Record<string, unknown>[] {
  const { baseUrl } = view;
  const url = baseUrl + link(view, `/produk/${group.slug}`);
  const name = titleOf(group);
  const listings = group.offers.map(({ listing }) => listing);
  const open = listings.filter((listing) => !isSoldOut(listing));
  const prices = (open.length > 0 ? open : listings).map(({ price }) => price);
  const photos = listings.flatMap((listing) => listing.photos.slice(0, 1)).slice(0, 3);
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': `${baseUrl}/produk/${group.slug}`,
    name,
    url,
    image: photos.map((photo) => photoUrl(baseUrl, photo.hash, 1280, 'jpg')),
    offers: {
      '@type': 'AggregateOffer',
      priceCurrency: 'IDR',
      lowPrice: Math.min(...prices),
      highPrice: Math.max(...prices),
      offerCount: listings.length,
      offers: listings.slice(0, NAMED).map((listing) => ({
        '@type': 'Offer',
        url: baseUrl + link(view, `/p/${listing.slug}`),
        name: listing.name,
        price: listing.price,
        priceCurrency: 'IDR',
        availability: schemaAvailability(listing),
        seller: { '@type': 'Organization', name: listing.village.name },
      })),
    },
  };
  const crumbs = [
    { name: view.t('home'), item: baseUrl + link(view, '/') },
    { name, item: url },
  ];
  const trail = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
  };
  return [product, trail];
}

import { type PublicListing, photoUrl } from '#contract';
import { priceText } from '#contract/format.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { XML_HEAD, xmlElement, xmlText } from './xml.ts';

export interface AtomFeed {
  title: string;
  /** Path of the feed and of the page it follows. */
  path: string;
  page: string;
  listings: PublicListing[];
}

/**
 * Atom 1.0 (RFC 4287) of the newest products: name, price, picture, village. It is made from public listings, so it
 * holds no phone number.
 */
export function atomFeed(view: View, feed: AtomFeed): string {
  const { baseUrl, now } = view;
  const newest = feed.listings
    .map((it) => it.updatedAt)
    .sort()
    .at(-1);
  const lines = [
    `${XML_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.locale}">`,
    xmlElement('title', feed.title),
    xmlElement('id', baseUrl + feed.path),
    xmlElement('updated', newest ?? now.toISOString()),
    `<link rel="self" href="${xmlText(baseUrl + link(view, feed.path))}"/>`,
    `<link href="${xmlText(baseUrl + link(view, feed.page))}"/>`,
    ...feed.listings.map((listing) => entry(view, listing)),
    '</feed>',
  ];
  return lines.join('\n');
}

function entry(view: View, listing: PublicListing): string {
  const { baseUrl, locale } = view;
  const [photo] = listing.photos;
  const image = photo && xmlText(photoUrl(baseUrl, photo.hash, 640, 'jpg'));
  return [
    '<entry>',
    xmlElement('title', `${listing.name}, ${priceText(listing, locale)}`),
    xmlElement('id', `${baseUrl}/p/${listing.id}`),
    `<link href="${xmlText(baseUrl + link(view, `/p/${listing.slug}`))}"/>`,
    image ? `<link rel="enclosure" type="image/jpeg" href="${image}"/>` : '',
    xmlElement('published', listing.createdAt),
    xmlElement('updated', listing.updatedAt),
    `<author>${xmlElement('name', listing.village.name)}</author>`,
    xmlElement('summary', `${listing.name}. ${priceText(listing, locale)}. ${listing.village.name}.`),
    '</entry>',
  ].join('');
}

import { CATEGORY_LABELS } from '#contract';
import { isSoldOut, unitText } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { findPicture } from '#utils/outbox/post.ts';

/** The most pictures that OpenSID's Lapak has places for, unless the village changed that. */
const PICTURES_MAX = 3;

/**
 * The listing as the CMS shop shall have it. The marketplace must have acknowledged it, because its address is what the
 * product is found by. Throws `unreachable` for a photo that is on another device and cannot be had now.
 */
export async function toItem(db: Db, fetch: Fetch, listing: StoredListing): Promise<Omit<ShopItem, 'known'>> {
  const { input, shortUrl } = listing;
  if (shortUrl === null) throw new Error(`${listing.id} has no address yet`);
  const marketplaceUrl = shortUrl.slice(0, shortUrl.lastIndexOf('/p/'));
  const onSale = isForSale(listing);
  // A product that is taken off sale needs no pictures.
  const hashes = onSale ? input.photos.slice(0, PICTURES_MAX) : [];
  const pictures = await Promise.all(hashes.map((hash) => findPicture(db, fetch, { marketplaceUrl }, hash)));
  const { price, producer } = input;
  // The shop's page is public: a number goes into its own field alone, as the CMS's shop has one.
  const name = maskPhones(input.name);
  return {
    link: shortUrl,
    name,
    price,
    unit: unitText(input),
    description: maskPhones(input.description),
    category: CATEGORY_LABELS.id[input.category],
    producer: { name: maskPhones(producer.name), phone: producer.phone },
    stock: input.stock,
    ...(listing.post && { articleUrl: listing.post.url }),
    images: pictures.map(({ blob, hash }) => ({ blob, fileName: hash, alt: name })),
    onSale,
  };
}

export function isForSale({ input }: StoredListing): boolean {
  return input.state === 'live' && !isSoldOut(input);
}

import { type PhotoHash, photoUrl } from '#contract';
import { availabilityText, isSoldOut, priceLine } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { AppError } from '#utils/appError.ts';
import { buildCard } from '#utils/cms/card.ts';
import { slugOf } from '#utils/cms/learned/safeWords.ts';
import { badgeOf, listingLink } from '#utils/cms/link.ts';
import type { LinkBackPost } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import { titleOf } from '#utils/listing/title.ts';
import { fetchPhoto } from '#utils/listings/sync.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Connection } from '#utils/model/site.ts';
import type { StoredListing } from '#utils/model/stored.ts';

interface Picture {
  hash: PhotoHash;
  blob: Blob;
  width: number;
  height: number;
}

/**
 * The post that links back, from what the listing says now. Always Indonesian: it is the village's public page. What
 * nobody but a person can change later says its price in the badge alone (`pricedInWords: false`), and what stands in an
 * article of another title says the name (`hasHeading`).
 */
export async function toPost(
  { db, fetch, connection }: { db: Db; fetch: Fetch; connection: Connection },
  listing: StoredListing,
  { pricedInWords = true, saysSoldOut = false, hasHeading = false } = {},
): Promise<Omit<LinkBackPost, 'known' | 'overwriteEdits'>> {
  const { id, input } = listing;
  const link = listingLink(connection, listing);
  const [hash] = input.photos;
  // A post that is taken down needs no picture.
  const picture =
    hash === undefined || input.state === 'withdrawn' ? null : await findPicture(db, fetch, connection, hash);
  // The article is public too, also that of a listing from before numbers were refused.
  const name = titleOf(connection.village, maskPhones(input.name));
  const asDraft = connection.village.practice !== undefined;
  const html = buildCard({
    locale: 'id',
    link,
    badge: badgeOf(link),
    name,
    village: connection.village.name,
    description: maskPhones(input.description),
    price: pricedInWords ? priceWords(input, saysSoldOut) : null,
    hasHeading,
    image: picture,
  });
  const image = picture && {
    blob: picture.blob,
    fileName: fileName(name, picture),
    alt: name,
  };
  const pictureUrl = hash === undefined ? undefined : photoUrl(connection.marketplaceUrl, hash, 1280, 'jpg');
  return { listingId: id, link, title: name, html, image, pictureUrl, ...(asDraft && { asDraft }) };
}

/** `Rp25.000/kg`, and `Rp25.000/kg · Habis` where that is to be said. */
function priceWords(input: StoredListing['input'], saysSoldOut: boolean): string {
  return saysSoldOut && isSoldOut(input) ? `${priceLine(input)} · ${availabilityText(input)}` : priceLine(input);
}

/**
 * A photo's bytes from this device, else the published ones of another device. Throws `unreachable` when there are none
 * now, because a post is not written without its picture.
 */
export async function findPicture(
  db: Db,
  fetch: Fetch,
  connection: Pick<Connection, 'marketplaceUrl'>,
  hash: string,
): Promise<Picture> {
  const kept = await db.read(['photos'], (tx) => tx.get('photos', hash));
  if (kept !== undefined) {
    const { type, width, height } = kept.photo;
    return { hash, blob: new Blob([kept.bytes], { type }), width, height };
  }
  const published = await fetchPhoto(fetch, connection.marketplaceUrl, hash, 1280);
  if (published === null) throw new AppError('unreachable');
  const blob = new Blob([published.bytes], { type: published.type });
  const { width, height } = await createImageBitmap(blob);
  return { hash, blob, width, height };
}

/**
 * The picture's file name. It is ASCII only, because OpenSID and old file systems take nothing else. The hash gives
 * another picture another name, and a CMS that has a file of this name is not sent it again.
 */
function fileName(name: string, { hash, blob: { type } }: Picture): string {
  const words = slugOf(name).slice(0, 40);
  return `${words || 'produk'}-${hash.slice(0, 12)}.${type === 'image/webp' ? 'webp' : 'jpg'}`;
}

import { isSoldOut } from '#contract/format.ts';
import type { Db } from '#utils/db/db.ts';
import { fetchPhoto } from '#utils/listings/sync.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { ShareAnswer } from '#utils/model/share.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { photoDataUrl } from '#utils/photos/store.ts';
import { getConnection } from '#utils/villages/villages.ts';

/**
 * What is shared of a listing: what its page tells buyers. Refused for one that they cannot open, or whose newest words the
 * marketplace has not taken yet.
 */
export async function shareFacts(db: Db, fetch: Fetch, id: string): Promise<ShareAnswer> {
  const listing = await db.read(['listings'], (tx) => tx.get('listings', id));
  if (listing === undefined || listing.url === null || listing.input.state === 'withdrawn') return { why: 'none' };
  const connection = await getConnection(db, listing.village);
  if (connection === null) return { why: 'none' };
  if (listing.hidden !== null) return { why: 'hidden' };
  if (connection.village.status !== 'approved') return { why: 'village' };
  if (listing.serverRev < listing.input.rev) return { why: 'unsent' };
  const { name, price, unit, unitWord, packSize, photos } = listing.input;
  return {
    name,
    price,
    unit,
    unitWord: unitWord ?? null,
    packSize,
    isSoldOut: isSoldOut(listing.input),
    village: connection.village.name,
    url: listing.shortUrl ?? listing.url,
    // Posters came with the profiles of villages.
    posterUrl: connection.village.profile === undefined ? null : `${listing.url}/poster.pdf`,
    photo: await firstPhoto(db, fetch, connection.marketplaceUrl, photos[0]),
  };
}

/** The photo of this device, which is the sharpest, or the marketplace's largest. */
async function firstPhoto(db: Db, fetch: Fetch, marketplaceUrl: string, hash?: string): Promise<string | null> {
  if (hash === undefined) return null;
  const kept = await photoDataUrl(db, hash);
  if (kept !== null) return kept;
  const photo = await fetchPhoto(fetch, marketplaceUrl, hash, 1280);
  return photo && `data:${photo.type};base64,${toBase64(photo.bytes)}`;
}

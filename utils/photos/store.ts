import { DAY } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { DraftPhoto } from '#utils/model/draft.ts';
import type { StoredPhoto } from '#utils/model/stored.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { sha256 } from './hash.ts';
import { drawThumbnail } from './thumbnail.ts';

/** Uploads under way over one open database, so that typing and the outbox do not send the same bytes side by side. */
const underWay = new WeakMap<Db, Map<string, Promise<void>>>();

/** Keeps a photo's bytes. Throws `photo_hash_mismatch` when they are not what their name says. */
export async function keepPhoto(db: Db, photo: DraftPhoto, base64: string, now: number): Promise<void> {
  const bytes = fromBase64(base64);
  if ((await sha256(bytes)) !== photo.hash) throw new AppError('photo_hash_mismatch');
  const dataUrl = await drawThumbnail(bytes, photo.type);
  await db.change(['photos', 'thumbnails'], async (tx) => {
    const known = await tx.get('photos', photo.hash);
    const row: StoredPhoto = known ?? { hash: photo.hash, photo, bytes, sentTo: [], keptAt: now };
    await tx.put('photos', { ...row, keptAt: now });
    if (dataUrl !== null) await tx.put('thumbnails', { hash: photo.hash, dataUrl });
  });
}

/** Sends one photo, unless it has been acknowledged or is not here. Throws as the marketplace does. */
export async function sendPhoto(db: Db, marketplace: Marketplace, hash: string): Promise<void> {
  const uploads = underWay.get(db) ?? new Map<string, Promise<void>>();
  underWay.set(db, uploads);
  const key = `${marketplace.url} ${hash}`;
  const sending = uploads.get(key) ?? put(db, marketplace, hash).finally(() => uploads.delete(key));
  uploads.set(key, sending);
  await sending;
}

async function put(db: Db, marketplace: Marketplace, hash: string): Promise<void> {
  const stored = await db.read(['photos'], (tx) => tx.get('photos', hash));
  if (stored === undefined || stored.sentTo.includes(marketplace.url)) return;
  await marketplace.putPhoto(hash, stored.photo.type, stored.bytes);
  await db.change(['photos'], async (tx) => {
    const now = await tx.get('photos', hash);
    if (now !== undefined) await tx.put('photos', { ...now, sentTo: [...new Set([...now.sentTo, marketplace.url])] });
  });
}

export async function photoDataUrl(db: Db, hash: string): Promise<string | null> {
  const stored = await db.read(['photos'], (tx) => tx.get('photos', hash));
  return stored === undefined ? null : `data:${stored.photo.type};base64,${toBase64(stored.bytes)}`;
}

const UNUSED_AFTER = DAY;

/** Deletes photos that no draft, no listing and nothing that a villager sent names, once they are a day old. */
export async function sweepPhotos(db: Db, now: number): Promise<void> {
  await db.change(['photos', 'thumbnails', 'drafts', 'listings', 'values'], async (tx) => {
    const consigned = Object.values((await tx.value('consignments')) ?? {}).flatMap(({ waiting, owed }) => [
      ...waiting,
      ...owed.map(({ consignment }) => consignment),
    ]);
    const drafts = await tx.all('drafts');
    const listings = await tx.all('listings');
    const named = new Set([
      ...drafts.flatMap((draft) =>
        draft.photos.flatMap(({ hash, whole }) => (whole === undefined ? [hash] : [hash, whole.hash])),
      ),
      ...listings.flatMap((listing) => listing.input.photos),
      ...consigned.flatMap(({ photos }) => photos.map(({ hash }) => hash)),
    ]);
    for (const photo of await tx.all('photos')) {
      if (named.has(photo.hash) || photo.keptAt > now - UNUSED_AFTER) continue;
      await tx.delete('photos', photo.hash);
      await tx.delete('thumbnails', photo.hash);
    }
  });
}

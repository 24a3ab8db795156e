import type { Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { KeptConsignment } from '#utils/model/consignment.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { keepPhoto } from '#utils/photos/store.ts';

/**
 * Brings the photos of one that are not on this device yet; true when there were any. Throws as the marketplace does, and
 * `photo_hash_mismatch`.
 */
export async function fetchConsigned(
  db: Db,
  marketplace: () => Promise<Marketplace>,
  { id, photos }: Pick<KeptConsignment, 'id' | 'photos'>,
  now: number,
): Promise<boolean> {
  const known = new Set(await db.read(['photos'], (tx) => tx.keys('photos')));
  const missing = photos.filter(({ hash }) => !known.has(hash));
  for (const photo of missing) {
    const bytes = await (await marketplace()).consignmentPhoto(id, photo.hash);
    const kept = { ...photo, type: 'image/jpeg' as const, bytes: bytes.byteLength };
    await keepPhoto(db, kept, toBase64(bytes), now);
  }
  return missing.length > 0;
}

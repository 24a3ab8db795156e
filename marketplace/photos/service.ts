import { createHash } from 'node:crypto';
import type { Photo } from '../contract/index.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { decodePhoto } from './decode.ts';
import { makeVariants } from './variants.ts';

export async function findPhotos(deps: Pick<Deps, 'db'>, hashes: string[]): Promise<Photo[]> {
  if (hashes.length === 0) return [];
  return deps.db.selectFrom('photos').select(['hash', 'width', 'height']).where('hash', 'in', hashes).execute();
}

/**
 * Keeps a photo under the SHA-256 of the bytes that were sent, in every variant and without the original (which may
 * hold a place and a camera's number). The row is written last: a photo that is known is whole. Sending it again, or
 * twice at once, ends in the same files.
 */
export async function keepPhoto(
  deps: Deps,
  hash: string,
  bytes: Uint8Array,
): Promise<{ photo: Photo; isNew: boolean }> {
  if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new ProblemError('photo_hash_mismatch');
  const [known] = await findPhotos(deps, [hash]);
  if (known) return { photo: known, isNew: false };
  const pixels = await decodePhoto(bytes);
  for (const variant of await makeVariants(pixels)) await deps.photos.put(`${hash}/${variant.name}`, variant.bytes);
  const photo = { hash, width: pixels.width, height: pixels.height };
  await deps.db
    .insertInto('photos')
    .values({ ...photo, created_at: deps.now() })
    .onConflict((oc) => oc.column('hash').doNothing())
    .execute();
  return { photo, isNew: true };
}

import { sql } from 'kysely';
import sharp from 'sharp';
import { PHOTO_BYTES_MAX, type Photo } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { errorFields } from '#marketplace/log.ts';
import { isDiskFull } from '#marketplace/passing.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { decodePhoto } from './decode.ts';
import { fitInto } from './fit.ts';
import { takeTurns } from './turns.ts';
import { makeVariants, type Variant } from './variants.ts';

/** How many photos may wait for their turn: some twenty seconds of work. */
const WAITING_MAX = 24;

/**
 * Work on pictures is done on the same four threads that read files for buyers, so one photo at a time: it takes two of
 * them at most. A device sends its photos one after another anyway.
 */
const inTurn = takeTurns(WAITING_MAX);

/** Photos of a form that anybody may send wait among themselves, and few of them, so that they keep no device's back. */
const ofForms = takeTurns(6);

/**
 * Those of the photos that are in the store. Whoever asks for a photo wants to use it: a photo that waited for its
 * removal (`unused.ts`) begins to wait anew, and inside a transaction it cannot be removed before that transaction
 * ends.
 */
export async function findPhotos({ db }: Pick<Deps, 'db'>, hashes: string[]): Promise<Photo[]> {
  if (hashes.length === 0) return [];
  const found = await db
    .selectFrom('photos')
    .select(['hash', 'width', 'height', 'unused_since'])
    .where('hash', 'in', hashes)
    .where('gone', '=', false)
    .execute();
  const waiting = found.filter((photo) => photo.unused_since !== null).map(({ hash }) => hash);
  const saved = waiting.length === 0 ? [] : await wantAgain(db, waiting);
  return found
    .filter(({ hash, unused_since }) => unused_since === null || saved.includes(hash))
    .map(({ hash, width, height }) => ({ hash, width, height }));
}

/** Marks the photos as wanted, after waiting for a removal that is under way; answers which of them are still here. */
async function wantAgain(db: Deps['db'], hashes: string[]): Promise<string[]> {
  const saved = await db
    .updateTable('photos')
    .set({ unused_since: null })
    .where('hash', 'in', hashes)
    .where('gone', '=', false)
    .returning('hash')
    .execute();
  return saved.map(({ hash }) => hash);
}

/**
 * Keeps a photo under the SHA-256 of the bytes that were sent, in every variant but not the original (which may hold a
 * place and a camera's number). Others see its row only once the files are written, so a known photo is complete.
 * Sending it again, or twice at once, or while it is being removed, ends in the same files. Throws
 * `photo_hash_mismatch`, what `decodePhoto` throws, `unavailable` when too many wait, and the error of a full disk; after
 * that nothing of the photo is left.
 */
export async function keepPhoto(
  deps: Deps,
  hash: string,
  bytes: Uint8Array,
): Promise<{ photo: Photo; isNew: boolean }> {
  if (sha256(bytes, 'hex') !== hash) throw new ProblemError('photo_hash_mismatch');
  const [known] = await findPhotos(deps, [hash]);
  if (known) return { photo: known, isNew: false };
  const { photo, variants } = await inTurn(async () => {
    const pixels = await decodePhoto(bytes);
    return { photo: { hash, width: pixels.width, height: pixels.height }, variants: await makeVariants(pixels) };
  });
  await deps.db.transaction().execute(async (trx) => {
    // The row is written first: its lock makes another process that removes or sends this photo wait until the files
    // are written.
    const { is_new } = await trx
      .insertInto('photos')
      .values({ ...photo, created_at: deps.now() })
      .onConflict((oc) => oc.column('hash').doUpdateSet({ gone: false, unused_since: null }))
      .returning(sql<boolean>`xmax = 0`.as('is_new'))
      .executeTakeFirstOrThrow();
    await keepFiles(deps, hash, variants, is_new);
  });
  return { photo, isNew: true };
}

/** The quality of a photo that goes on to a device, which the device sends again as it is. */
const PASSED_ON_QUALITY = 82;

/**
 * A photo made anew as one JPEG that a listing takes, named by the hash of its bytes; nothing is kept of it here. Throws what
 * `decodePhoto` throws, and `unavailable` when too many wait.
 */
export async function reencodePhoto(sent: Uint8Array): Promise<Photo & { bytes: Uint8Array }> {
  return ofForms(async () => {
    const { data, width, height, channels } = await decodePhoto(sent);
    const raw = { width, height, channels };
    const bytes = await fitInto(PHOTO_BYTES_MAX, PASSED_ON_QUALITY, (quality, scale) =>
      sharp(data, { raw })
        .resize({ width: Math.max(1, Math.round(width * scale)) })
        .jpeg({ quality })
        .toBuffer(),
    );
    const made = await sharp(bytes).metadata();
    return { hash: sha256(bytes, 'hex'), width: made.width, height: made.height, bytes };
  });
}

/**
 * Writes the files. When that fails, those that were written go again, because no row will name them; but files of a
 * photo whose row was there before are another sender's too.
 */
async function keepFiles({ photos, log }: Deps, hash: string, variants: Variant[], isNew: boolean): Promise<void> {
  try {
    for (const { name, bytes } of variants) await photos.put(`${hash}/${name}`, bytes);
  } catch (error) {
    if (isDiskFull(error)) log('error', 'disk_full', errorFields(error));
    if (isNew) for (const { name } of variants) await photos.delete(`${hash}/${name}`).catch(() => {});
    throw error;
  }
}

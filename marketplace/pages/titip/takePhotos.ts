import { CONSIGNMENT_PHOTOS_MAX } from '#contract';
import { CONSIGNMENT_LIMITS } from '#marketplace/consignments/limits.ts';
import { formPhotos, keepFormPhoto } from '#marketplace/consignments/photos.ts';
import { limitSender } from '#marketplace/http/limits.ts';
import type { Multipart } from '#marketplace/http/multipart.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { Issue } from '#marketplace/validate.ts';
import type { PageRequest } from '#marketplace/web/page.ts';
import type { TitipForm } from './form.ts';

/** What a photo may be refused for, and then the form comes back without it. */
const REFUSALS: ReadonlySet<string> = new Set(['photo_too_large', 'photo_not_an_image', 'unavailable', 'too_many']);

/**
 * Keeps the photos that came with the form, beside those that came before, and names all of them in it; answers what is wrong
 * with any. An error in another field then costs no photo.
 */
export async function takePhotos(
  { deps, c }: PageRequest,
  villageId: string,
  sent: Multipart,
  form: TitipForm,
): Promise<Issue[]> {
  const codes = new Set<string>();
  if (sent.hasLarge) codes.add('photo_too_large');
  if (sent.hasMany) codes.add('photos_many');
  const named = new Set(form.photos);
  const hashes = (await formPhotos(deps.db, villageId, [...named])).map(({ hash }) => hash);
  if (hashes.length < named.size) codes.add('photos_gone');
  const keepOne = async (file: Uint8Array): Promise<void> => {
    try {
      hashes.push((await keepFormPhoto(deps, villageId, file)).hash);
    } catch (error) {
      codes.add(refusalOf(error));
    }
  };
  try {
    if (sent.files.length + form.photos.length > 0) await limitSender(deps, CONSIGNMENT_LIMITS.photosPerAddress, c);
    for (const file of sent.files) {
      if (hashes.length >= CONSIGNMENT_PHOTOS_MAX) codes.add('photos_many');
      else await keepOne(file);
    }
  } catch (error) {
    codes.add(refusalOf(error));
  }
  form.photos = [...new Set(hashes)];
  return [...codes].map((code) => ({ path: 'photos', code }));
}

/** Why a photo was refused; any other error is thrown on. */
function refusalOf(error: unknown): string {
  if (error instanceof ProblemError && REFUSALS.has(error.code)) return error.code;
  throw error;
}

import type { DraftPhoto } from '#utils/model/draft.ts';
import { type Crop, cropPixels, storedCrop, WHOLE } from './crop.ts';
import { asStored, decode } from './decode.ts';
import { draw } from './draw.ts';
import { encode } from './encode.ts';
import type { Picture } from './file/picture.ts';
import { readPicture } from './file/readPicture.ts';
import { scaleOf } from './fit.ts';
import { sha256 } from './hash.ts';
import { PhotoError } from './photoError.ts';
import { type Turns, turnOf } from './turn.ts';

/**
 * What is unpacked, four bytes a pixel: the largest pictures of today's phones have 200 megapixels, and only a camera's JPEG
 * has a reason to be so large. The laptop needs the memory for a moment; what it cannot hold fails and is told.
 */
const PIXELS_MAX = { jpeg: 220_000_000, other: 64_000_000 };
const BYTES_MAX = 120_000_000;
/** Where decoding fails above this, memory is likelier to be the reason than the file. */
const LARGE_PIXELS = 24_000_000;

export interface Prepared {
  photo: DraftPhoto;
  blob: Blob;
}

interface Options {
  turns?: Turns;
  /** The part that stays, of the turned picture. */
  crop?: Crop;
  signal?: AbortSignal;
}

/**
 * A picture ready for the wire: upright, small (see `fit.ts`), at most 150 kB, without EXIF, named by its hash.
 * Throws `PhotoError`, or the signal's reason when it was cancelled.
 */
export async function preparePhoto(source: Blob, { turns = 0, crop = WHOLE, signal }: Options = {}): Promise<Prepared> {
  if (source.size > BYTES_MAX) throw new PhotoError('photo_too_large');
  const bytes = new Uint8Array(await source.arrayBuffer());
  const picture = readPicture(bytes);
  refuseTheUnusable(picture);
  signal?.throwIfAborted();
  const bitmap = await unpack(bytes, picture);
  const turn = turnOf(picture.turn?.orientation ?? 1, turns);
  const part = cropPixels(storedCrop(crop, turn), bitmap);
  try {
    for (let scale = scaleOf(part, turn); ; scale *= 0.8) {
      signal?.throwIfAborted();
      const canvas = await draw(bitmap, scale, turn, part);
      const encoded = await encode(canvas, signal);
      if (encoded === null) continue;
      const { blob, type } = encoded;
      const { width, height } = canvas;
      return { blob, photo: { hash: await sha256(await blob.arrayBuffer()), type, width, height, bytes: blob.size } };
    }
  } finally {
    // The bitmap holds tens of megabytes outside the garbage collector's sight.
    bitmap.close();
  }
}

const pixelsOf = ({ size }: Picture): number => (size === null ? 0 : size.width * size.height);

function refuseTheUnusable(picture: Picture): void {
  const { format, isWhole } = picture;
  if (format === 'heic') throw new PhotoError('photo_heic');
  if (format === 'unknown') throw new PhotoError('photo_unsupported');
  if (!isWhole) throw new PhotoError('photo_broken');
  const most = format === 'jpeg' ? PIXELS_MAX.jpeg : PIXELS_MAX.other;
  if (pixelsOf(picture) > most) throw new PhotoError('photo_too_large');
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, picture: Picture): Promise<ImageBitmap> {
  try {
    return await decode(asStored(bytes, picture.turn));
  } catch (error) {
    // The file is whole, so what failed is the room for it.
    if (pixelsOf(picture) > LARGE_PIXELS) throw new PhotoError('photo_too_large');
    throw error;
  }
}

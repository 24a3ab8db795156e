import { PhotoError } from './photoError.ts';

/** What a photo should weigh on a village line; bytes. */
export const AIM_BYTES = 150_000;
/**
 * The best looks no worse on a phone than the original. Below the worst, fewer pixels look better than coarser ones.
 */
const BEST = 0.82;
const WORST = 0.5;
const TRIES = 4;

export interface Encoded {
  blob: Blob;
  type: 'image/webp' | 'image/jpeg';
}

/**
 * The canvas as WebP where this browser writes it, else JPEG, at the best quality that stays under `AIM_BYTES`; null when
 * even the worst is too heavy, and the caller should take fewer pixels. Re-encoding is what removes EXIF, GPS and all else.
 */
export async function encode(canvas: OffscreenCanvas, signal?: AbortSignal): Promise<Encoded | null> {
  const best = await write(canvas, BEST, signal);
  if (best.blob.size <= AIM_BYTES) return best;
  let fitting: Encoded | null = null;
  let low = WORST;
  let high = BEST;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const quality = attempt === 0 ? WORST : (low + high) / 2;
    const written = await write(canvas, quality, signal);
    if (written.blob.size > AIM_BYTES) {
      if (attempt === 0) return null;
      high = quality;
    } else {
      fitting = written;
      low = quality;
    }
  }
  return fitting;
}

async function write(canvas: OffscreenCanvas, quality: number, signal?: AbortSignal): Promise<Encoded> {
  signal?.throwIfAborted();
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  // A browser that cannot write WebP answers with PNG instead of an error.
  if (webp.type === 'image/webp') return { blob: webp, type: 'image/webp' };
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  if (jpeg.type !== 'image/jpeg') throw new PhotoError('photo_unsupported');
  return { blob: jpeg, type: 'image/jpeg' };
}

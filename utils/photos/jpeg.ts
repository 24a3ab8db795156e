import { decode } from './decode.ts';
import { draw, scaleTo } from './draw.ts';
import { PhotoError } from './photoError.ts';

/** What a JPEG is worth that only replaces another type, and what one is worth that has to be small. */
const QUALITY = { whole: 0.85, small: 0.7 };

/**
 * The same picture as JPEG, for a CMS that takes only jpg and png (OpenSID refuses WebP even under another name); at most
 * `longest` px on its long side, for one that takes only little. Throws `PhotoError`.
 */
export async function toJpeg(blob: Blob, longest?: number): Promise<Blob> {
  if (blob.type === 'image/jpeg' && longest === undefined) return blob;
  const bitmap = await decode(new Uint8Array(await blob.arrayBuffer()));
  try {
    const canvas = await draw(bitmap, longest === undefined ? 1 : scaleTo(longest, bitmap));
    const quality = longest === undefined ? QUALITY.whole : QUALITY.small;
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.type !== 'image/jpeg') throw new PhotoError('photo_unsupported');
    return jpeg;
  } finally {
    bitmap.close();
  }
}

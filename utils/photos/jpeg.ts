import { decode, draw } from './draw.ts';
import { PhotoError } from './photoError.ts';

/** The same picture as JPEG, for a CMS that takes only jpg and png (OpenSID refuses WebP even under another name). */
export async function toJpeg(blob: Blob): Promise<Blob> {
  if (blob.type === 'image/jpeg') return blob;
  const bitmap = await decode(blob);
  try {
    const canvas = await draw(bitmap, Math.max(bitmap.width, bitmap.height));
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    if (jpeg.type !== 'image/jpeg') throw new PhotoError('photo_unsupported');
    return jpeg;
  } finally {
    bitmap.close();
  }
}

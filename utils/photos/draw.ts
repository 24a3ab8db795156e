import { PhotoError } from './photoError.ts';

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** A canvas of at most `longest` px on its long side, upright and turned. White lies under what is transparent. */
export async function draw(bitmap: ImageBitmap, longest: number, turns: Turns = 0): Promise<OffscreenCanvas> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = turns % 2 === 0 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width);
  const context = canvas.getContext('2d');
  if (context === null) throw new PhotoError('photo_too_large');
  // Shrinking happens off the main thread here; drawImage would do it while the form waits.
  const small = await createImageBitmap(bitmap, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  try {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((turns * Math.PI) / 2);
    context.drawImage(small, -width / 2, -height / 2);
  } finally {
    small.close();
  }
  return canvas;
}

/** Decodes a picture, upright as the camera meant it (EXIF orientation). Throws `photo_broken`. */
export async function decode(blob: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    throw new PhotoError('photo_broken');
  }
}

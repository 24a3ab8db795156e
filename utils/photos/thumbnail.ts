import { toBase64 } from './base64.ts';

/** Edge (px) of the little square in a list, drawn for screens of twice the density. */
const EDGE = 128;

/**
 * A small picture of a photo, cut to a square, as a data URL of a few kB, so that a list of a hundred products is not
 * fifteen megabytes. Null where the browser cannot draw in a worker.
 */
export async function drawThumbnail(bytes: ArrayBuffer, type: string): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type }));
    const canvas = new OffscreenCanvas(EDGE, EDGE);
    const side = Math.min(bitmap.width, bitmap.height);
    const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
    canvas.getContext('2d')?.drawImage(bitmap, x, y, side, side, 0, 0, EDGE, EDGE);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
    return `data:${blob.type};base64,${toBase64(await blob.arrayBuffer())}`;
  } catch {
    return null;
  }
}

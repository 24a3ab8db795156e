import { PhotoError } from './photoError.ts';

/**
 * Decodes a picture as it is stored: the caller turns it. Throws `photo_broken`.
 * Browsers differ in which formats' EXIF turn they heed, so they get a file that has none (`asStored`).
 */
export async function decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes]));
  } catch {
    throw new PhotoError('photo_broken');
  }
}

/** The same file, saying that the camera was held upright. The bytes that are given are changed, not copied. */
export function asStored(bytes: Uint8Array<ArrayBuffer>, turn: { at: number } | null): Uint8Array<ArrayBuffer> {
  if (turn !== null) bytes[turn.at] = 1;
  return bytes;
}

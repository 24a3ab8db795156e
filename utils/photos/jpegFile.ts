import { fromBase64 } from './base64.ts';
import { toJpeg } from './jpeg.ts';
import type { PackedPicture } from './packed.ts';

/** Village sites take JPEG; null where the browser cannot turn the picture into one, which is then left to the person. */
export async function jpegFile({ type, base64, fileName }: PackedPicture): Promise<File | null> {
  try {
    const jpeg = await toJpeg(new Blob([fromBase64(base64)], { type }));
    return new File([jpeg], fileName.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
  } catch {
    return null;
  }
}

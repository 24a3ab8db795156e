import sharp from 'sharp';
import { PHOTO_WIDTHS, type PhotoExtension } from '../contract/index.ts';
import type { Pixels } from './decode.ts';

export interface Variant {
  name: `${number}.${PhotoExtension}`;
  bytes: Uint8Array;
}

/** Every width as WebP and JPEG, from pixels that were decoded once. */
export async function makeVariants({ data, width, height, channels }: Pixels): Promise<Variant[]> {
  const variants: Variant[] = [];
  // One width after another: two cores serve buyers meanwhile.
  for (const target of PHOTO_WIDTHS) {
    const resized = sharp(data, { raw: { width, height, channels } }).resize({
      width: target,
      withoutEnlargement: true,
    });
    const [webp, jpg] = await Promise.all([
      resized.clone().webp({ quality: 74, effort: 3 }).toBuffer(),
      resized.clone().jpeg({ quality: 76, progressive: true, mozjpeg: false }).toBuffer(),
    ]);
    variants.push({ name: `${target}.webp`, bytes: webp }, { name: `${target}.jpg`, bytes: jpg });
  }
  return variants;
}

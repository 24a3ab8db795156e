import sharp from 'sharp';
import { PHOTO_WIDTHS, type PhotoExtension, type PhotoWidth } from '#contract';
import type { Pixels } from './decode.ts';
import { fitInto } from './fit.ts';

export interface Variant {
  name: `${number}.${PhotoExtension}`;
  bytes: Uint8Array;
}

/**
 * The most bytes of the variants that a phone loads unasked: 640 comes first on a product page, which is to stay below
 * 60 kB with it, and 320 comes many at once in lists. 1280 comes only after a tap, so it has no limit.
 */
export const BYTES_MAX: Record<PhotoWidth, number> = { 320: 20_000, 640: 50_000, 1280: Number.POSITIVE_INFINITY };

/** The quality that a photo with ordinary detail gets; it is then well within the bytes above. */
export const QUALITY = { webp: 74, jpg: 76 } as const;

/** Every width as WebP and JPEG, from pixels that were decoded once. A very detailed photo is made coarser until it fits. */
export async function makeVariants({ data, width, height, channels }: Pixels): Promise<Variant[]> {
  const variants: Variant[] = [];
  // One width is made after another, because the two cores of a usual server also serve buyers meanwhile.
  for (const target of PHOTO_WIDTHS) {
    const wide = Math.min(target, width);
    const resized = (scale: number) =>
      sharp(data, { raw: { width, height, channels } }).resize({ width: Math.max(1, Math.round(wide * scale)) });
    const [webp, jpg] = await Promise.all([
      fitInto(BYTES_MAX[target], QUALITY.webp, (quality, scale) =>
        resized(scale).webp({ quality, effort: 3 }).toBuffer(),
      ),
      fitInto(BYTES_MAX[target], QUALITY.jpg, (quality, scale) =>
        resized(scale).jpeg({ quality, progressive: true, mozjpeg: false }).toBuffer(),
      ),
    ]);
    variants.push({ name: `${target}.webp`, bytes: webp }, { name: `${target}.jpg`, bytes: jpg });
  }
  return variants;
}

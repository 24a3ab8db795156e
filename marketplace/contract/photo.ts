import type { PhotoHash } from './ids.ts';

/** Every photo exists in these widths (never enlarged: a small original stays small under each name), as WebP and JPEG. */
export const PHOTO_WIDTHS = [320, 640, 1280] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];
export const PHOTO_EXTENSIONS = ['webp', 'jpg'] as const;
export type PhotoExtension = (typeof PHOTO_EXTENSIONS)[number];

/** The most pixels (width × height) a photo may have before it is decoded. */
export const PHOTO_PIXELS_MAX = 20_000_000;

/** Where anybody may load one variant; `base` is the marketplace's address without a trailing slash. Never changes. */
export function photoUrl(base: string, hash: PhotoHash, width: PhotoWidth, ext: PhotoExtension): string {
  return `${base}/photos/${hash}/${width}.${ext}`;
}

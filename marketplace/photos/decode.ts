import sharp from 'sharp';
import { PHOTO_PIXELS_MAX, PHOTO_WIDTHS } from '#contract';
import { ProblemError } from '#marketplace/problem.ts';
import { withoutTexts } from './pngTexts.ts';
import { isScanBomb } from './scans.ts';

// Only these three loaders exist in this process: a file that claims to be an SVG, a GIF or a PDF cannot reach one.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
// Each photo is decoded only once, so a cache of decoded photos would only cost memory.
sharp.cache(false);
// One processor for each picture that is worked on: the other one serves buyers.
sharp.concurrency(1);

const LARGEST = Math.max(...PHOTO_WIDTHS);
/**
 * A photo that is taller than this (px) is made narrower: neither the cost nor the bytes of a photo may depend on its
 * shape, and WebP ends at 16,383 px.
 */
const TALLEST = 2 * LARGEST;

const SIGNATURES: readonly (readonly [offset: number, bytes: string])[][] = [
  [[0, '\xff\xd8\xff']], // JPEG
  [[0, '\x89PNG\r\n\x1a\n']],
  [[0, 'RIFF'], [8, 'WEBP']], // biome-ignore format: one kind, one line
];

/**
 * No photo that passed the checks takes so long (s), even on a slow machine; a file that found another way to be slow is
 * given up.
 */
const LONGEST_SECONDS = 20;

/** The first byte of a PNG, and of no JPEG or WebP. */
const PNG_FIRST = 0x89;

/** True for the first bytes of a JPEG, PNG or WebP, whatever the sender calls it. */
export function looksLikePhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.some((parts) => parts.every(([offset, text]) => head.startsWith(text, offset)));
}

/**
 * Upright pixels, at most 1280 wide and 2560 high, and the photo's size as buyers get it. Raw pixels hold no metadata.
 */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
}

/**
 * Decodes the whole photo (a truncated file is refused) after reading its header. Throws `photo_not_an_image`, or
 * `photo_too_large` for more than 20 million pixels (a small file can unpack to gigabytes) and for more work than any
 * photo needs.
 */
export async function decodePhoto(sent: Uint8Array): Promise<Pixels> {
  if (!looksLikePhoto(sent)) throw new ProblemError('photo_not_an_image');
  const bytes = sent[0] === PNG_FIRST ? withoutTexts(sent) : sent;
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!header) throw new ProblemError('photo_not_an_image');
  const pixels = header.width * header.height;
  if (pixels > PHOTO_PIXELS_MAX) throw new ProblemError('photo_too_large');
  if (header.format === 'jpeg' && isScanBomb(bytes, pixels)) throw new ProblemError('photo_too_large');
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: PHOTO_PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .resize({ width: LARGEST, height: TALLEST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .raw({ depth: 'uchar' })
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch (error) {
    const isSlow = error instanceof Error && error.message.startsWith('timeout');
    throw new ProblemError(isSlow ? 'photo_too_large' : 'photo_not_an_image');
  }
}

import { PhotoError } from './photoError.ts';
import type { Turn } from './turn.ts';

/** The long side, px: sharp on every phone, and what fits 150 kB without looking poor. */
export const LONGEST = 1280;
/** A tall picture, such as a phone's screenshot, keeps this width (px) so that its words can be read … */
const TALL_WIDTH = 640;
/** … as long as it is no higher than what the marketplace keeps. */
const TALLEST = 2560;
/** Narrower than this (px) nothing in it can be read, and the person should cut out what matters. */
const WIDTH_MIN = 320;

/**
 * How many times smaller the picture becomes, which is stored with these sides and will be turned so. Throws
 * `photo_too_tall` for a long screenshot of which nothing would be legible.
 */
export function scaleOf(stored: { width: number; height: number }, { turns }: Turn): number {
  const isOnSide = turns % 2 === 1;
  const [width, height] = isOnSide ? [stored.height, stored.width] : [stored.width, stored.height];
  const usual = Math.min(1, LONGEST / Math.max(width, height));
  if (height <= width || width * usual >= TALL_WIDTH) return usual;
  const tall = Math.min(1, TALL_WIDTH / width, TALLEST / height);
  if (width >= WIDTH_MIN && width * tall < WIDTH_MIN) throw new PhotoError('photo_too_tall');
  return Math.max(usual, tall);
}

import type { Crop } from '#utils/photos/crop.ts';

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

/** Less than this part of a side is no picture of a product. */
export const LEAST = 0.1;

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

/** The part moved by so much of the picture's sides; it stays inside. */
export function moveCrop(crop: Crop, x: number, y: number): Crop {
  return {
    ...crop,
    left: between(0, crop.left + x, 1 - crop.width),
    top: between(0, crop.top + y, 1 - crop.height),
  };
}

/** One corner pulled by so much; the opposite one stays, and the part never gets smaller than `LEAST`. */
export function pullCorner(crop: Crop, corner: Corner, x: number, y: number): Crop {
  const right = crop.left + crop.width;
  const bottom = crop.top + crop.height;
  const left = corner.endsWith('w') ? between(0, crop.left + x, right - LEAST) : crop.left;
  const top = corner.startsWith('n') ? between(0, crop.top + y, bottom - LEAST) : crop.top;
  const newRight = corner.endsWith('e') ? between(crop.left + LEAST, right + x, 1) : right;
  const newBottom = corner.startsWith('s') ? between(crop.top + LEAST, bottom + y, 1) : bottom;
  return { left, top, width: newRight - left, height: newBottom - top };
}

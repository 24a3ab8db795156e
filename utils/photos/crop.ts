import type { Turn } from './turn.ts';

/** A part of a picture, in fractions (0–1) of its sides as a person sees it. */
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 };

/** The part of the stored picture that is this part once it is mirrored and turned. */
export function storedCrop({ left, top, width, height }: Crop, { turns, isMirrored }: Turn): Crop {
  const unturned = [
    { left, top, width, height },
    { left: top, top: 1 - left - width, width: height, height: width },
    { left: 1 - left - width, top: 1 - top - height, width, height },
    { left: 1 - top - height, top: left, width: height, height: width },
  ][turns] as Crop;
  return isMirrored ? { ...unturned, left: 1 - unturned.left - unturned.width } : unturned;
}

/** The same part after a quarter turn clockwise. */
export function turnedCrop({ left, top, width, height }: Crop): Crop {
  return { left: 1 - top - height, top: left, width: height, height: width };
}

/** A part of a part, as a part of the whole. */
export function cropWithin(outer: Crop, inner: Crop): Crop {
  return {
    left: outer.left + inner.left * outer.width,
    top: outer.top + inner.top * outer.height,
    width: inner.width * outer.width,
    height: inner.height * outer.height,
  };
}

/** In whole px of a picture of this size; at least one. */
export function cropPixels({ left, top, width, height }: Crop, size: { width: number; height: number }): Crop {
  const x = Math.min(size.width - 1, Math.max(0, Math.round(left * size.width)));
  const y = Math.min(size.height - 1, Math.max(0, Math.round(top * size.height)));
  return {
    left: x,
    top: y,
    width: Math.max(1, Math.min(size.width - x, Math.round(width * size.width))),
    height: Math.max(1, Math.min(size.height - y, Math.round(height * size.height))),
  };
}

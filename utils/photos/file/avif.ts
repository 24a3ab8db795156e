import { ascii } from './bytes.ts';
import type { Picture } from './picture.ts';

/** How far the property with the size may stand from the start; it comes before the picture's data. */
const SEARCHED_BYTES = 64 * 1024;

/**
 * An AVIF or HEIC: boxes with a length and a name (ISO 14496-12). Either may call itself `mif1`; then the list behind it says
 * which one it is. A turn of theirs is part of the picture, and every decoder makes it.
 */
export function readAvif(view: DataView): Picture {
  const brands = ascii(view, 8, Math.min(view.getUint32(0), 256) - 8);
  const format = /avi[fs]/.test(brands) ? 'avif' : 'heic';
  return { format, size: sizeIn(view), isWhole: isWhole(view), turn: null };
}

/** The first `ispe` property: four bytes of version, then width and height (ISO 23008-12, 6.5.3). */
function sizeIn(view: DataView): Picture['size'] {
  const at = ascii(view, 0, SEARCHED_BYTES).indexOf('ispe');
  if (at === -1 || at + 16 > view.byteLength) return null;
  return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
}

/** The data stands in a box of its own, or in one inside the first. */
function isWhole(view: DataView): boolean {
  let hasData = ascii(view, 0, SEARCHED_BYTES).includes('idat');
  let at = 0;
  while (at + 8 <= view.byteLength) {
    const length = view.getUint32(at);
    hasData ||= ascii(view, at + 4, 4) === 'mdat';
    // 0: this box goes to the end of the file. 1: its length is behind its name, in 64 bits.
    if (length === 0) return hasData;
    if (length === 1 && at + 16 > view.byteLength) return false;
    at += length === 1 ? Number(view.getBigUint64(at + 8)) : Math.max(8, length);
  }
  return hasData && at === view.byteLength;
}

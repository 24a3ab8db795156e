import { ascii } from './bytes.ts';
import { turnIn } from './exif.ts';
import type { Read } from './picture.ts';

/** Walks the chunks of a WebP (RFC 9649): a name of four letters, a length, data padded to an even number of bytes. */
export function readWebp(view: DataView): Read {
  const read: Read = { size: null, isWhole: false, turn: null };
  if (view.byteLength < 30) return read;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = ascii(view, at, 4);
    const length = view.getUint32(at + 4, true);
    read.size ??= sizeIn(view, name, at + 8);
    if (name === 'EXIF') read.turn = turnIn(view, at + 8);
    at += 8 + length + (length % 2);
  }
  // The length in the head counts what comes behind it.
  return { ...read, isWhole: view.getUint32(4, true) + 8 <= view.byteLength };
}

/** VP8X keeps the canvas size less one in 24 bits, VP8 the frame's in 14; VP8L packs both. */
function sizeIn(view: DataView, name: string, at: number): Read['size'] {
  if (at + 10 > view.byteLength) return null;
  const int24 = (from: number): number => view.getUint16(from, true) + (view.getUint8(from + 2) << 16);
  if (name === 'VP8X') return { width: int24(at + 4) + 1, height: int24(at + 7) + 1 };
  if (name === 'VP8 ')
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff };
  if (name !== 'VP8L') return null;
  const bits = view.getUint32(at + 1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

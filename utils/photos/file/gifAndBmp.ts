import type { Read } from './picture.ts';

const GIF_END = 0x3b;

/** A GIF ends in a semicolon, which some writers follow with zeros (GIF89a, section 27). */
export function readGif(view: DataView): Read {
  if (view.byteLength < 10) return { size: null, isWhole: false, turn: null };
  let last = view.byteLength - 1;
  while (last > 10 && view.getUint8(last) === 0) last -= 1;
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return { size, isWhole: view.getUint8(last) === GIF_END, turn: null };
}

/** A BMP says its own length, and a negative height when its lines go downwards. */
export function readBmp(view: DataView): Read {
  if (view.byteLength < 26) return { size: null, isWhole: false, turn: null };
  const size = { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  return { size, isWhole: view.getUint32(2, true) <= view.byteLength, turn: null };
}

import { ascii } from './bytes.ts';
import { turnIn } from './exif.ts';
import type { Read } from './picture.ts';

/** Walks the chunks to IEND (PNG, third edition, section 5.3): length, type, data, checksum. */
export function readPng(view: DataView): Read {
  const read: Read = { size: null, isWhole: false, turn: null };
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const type = ascii(view, at + 4, 4);
    if (type === 'IHDR' && at + 16 <= view.byteLength)
      read.size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (type === 'eXIf') read.turn = turnIn(view, at + 8);
    if (type === 'IEND') return { ...read, isWhole: true };
  }
  return read;
}

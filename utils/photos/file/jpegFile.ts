import { ascii } from './bytes.ts';
import { turnIn } from './exif.ts';
import type { Read } from './picture.ts';

const END = 0xd9;
const SCAN = 0xda;
const APP1 = 0xe1;
/** Markers without a length behind them: restarts, and the start and the filling that some writers repeat. */
const isBare = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Walks the segments (ITU T.81, annex B) to the end-of-image marker. What stands behind it, such as a phone's second picture
 * or its film, is not looked at; nor is the small picture inside the EXIF block, which has an end of its own.
 */
export function readJpeg(view: DataView, bytes: Uint8Array): Read {
  const read: Read = { size: null, isWhole: false, turn: null };
  let at = 2;
  while (at + 2 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return read;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === END) return { ...read, isWhole: true };
    else if (isBare(marker)) at += 2;
    else {
      if (at + 4 > view.byteLength) return read;
      if (isFrame(marker) && at + 9 <= view.byteLength)
        read.size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (marker === APP1 && read.turn === null && ascii(view, at + 4, 6) === 'Exif\0\0')
        read.turn = turnIn(view, at + 4);
      at += 2 + view.getUint16(at + 2);
      if (marker === SCAN) at = endOfScan(bytes, at);
    }
  }
  return read;
}

/** The next marker that ends a scan's data: not an escaped FF, and not a restart inside it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

import { readAvif } from './avif.ts';
import { ascii } from './bytes.ts';
import { readBmp, readGif } from './gifAndBmp.ts';
import { readJpeg } from './jpegFile.ts';
import type { Picture } from './picture.ts';
import { readPng } from './pngFile.ts';
import { readWebp } from './webpFile.ts';

/** Looks at the bytes, not at the name or the type that somebody claims; nothing is decoded. */
export function readPicture(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = ascii(view, 0, 12);
  if (view.byteLength > 2 && view.getUint16(0) === 0xffd8) return { format: 'jpeg', ...readJpeg(view, bytes) };
  if (start.slice(1, 4) === 'PNG') return { format: 'png', ...readPng(view) };
  if (start.startsWith('GIF8')) return { format: 'gif', ...readGif(view) };
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return { format: 'webp', ...readWebp(view) };
  if (start.startsWith('BM')) return { format: 'bmp', ...readBmp(view) };
  if (start.slice(4, 8) === 'ftyp') return readAvif(view);
  return { format: 'unknown', size: null, isWhole: false, turn: null };
}

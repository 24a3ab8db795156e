export interface Header {
  format: 'jpeg' | 'png' | 'gif' | 'webp' | 'heic' | 'avif' | 'bmp' | 'unknown';
  /** Width × height as stored; null when the header does not say it in a place we know. */
  pixels: number | null;
}

/** Enough for the picture's own size even behind a long EXIF block, an embedded thumbnail and a colour profile. */
const HEAD_BYTES = 512 * 1024;

/** Looks at the first bytes, not at the name or the type that somebody claims; nothing is decoded. */
export async function readHeader(blob: Blob): Promise<Header> {
  const view = new DataView(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const start = ascii(view, 0, 12);
  if (view.byteLength > 2 && view.getUint16(0) === 0xffd8) return { format: 'jpeg', pixels: jpegPixels(view) };
  if (start.slice(1, 4) === 'PNG') return { format: 'png', pixels: product(view, 16, 20, 4) };
  if (start.startsWith('GIF8')) return { format: 'gif', pixels: product(view, 6, 8, 2, true) };
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return { format: 'webp', pixels: webpPixels(view) };
  if (start.startsWith('BM')) return { format: 'bmp', pixels: product(view, 18, 22, 4, true) };
  if (start.slice(4, 8) !== 'ftyp') return { format: 'unknown', pixels: null };
  const brand = start.slice(8);
  return { format: brand.startsWith('avi') ? 'avif' : 'heic', pixels: null };
}

/** Walks the segments to the start-of-frame, whose height and width stand 5 and 7 bytes in (ITU T.81, B.2.2). */
function jpegPixels(view: DataView): number | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return product(view, at + 5, at + 7, 2);
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** VP8X keeps the canvas size less one in 24 bits, VP8 the frame's in 14; VP8L packs both (RFC 9649). */
function webpPixels(view: DataView): number | null {
  const chunk = ascii(view, 12, 4);
  if (view.byteLength < 30) return null;
  const int24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (chunk === 'VP8X') return (int24(24) + 1) * (int24(27) + 1);
  if (chunk === 'VP8 ') return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return chunk === 'VP8L' ? ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1) : null;
}

function product(view: DataView, a: number, b: number, bytes: 2 | 4, little = false): number | null {
  if (view.byteLength < Math.max(a, b) + bytes) return null;
  const read = (at: number): number => (bytes === 2 ? view.getUint16(at, little) : view.getInt32(at, little));
  return Math.abs(read(a) * read(b));
}

function ascii(view: DataView, from: number, length: number): string {
  const end = Math.min(view.byteLength, from + length);
  return String.fromCharCode(...new Uint8Array(view.buffer, from, Math.max(0, end - from)));
}

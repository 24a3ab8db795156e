import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A real JPEG of noise (so that no two are alike) with a camera's EXIF in it. */
export async function jpeg({ width = 800, height = 600, seed = 1 } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const data = Buffer.alloc(width * height * 3);
  let value = seed;
  for (let at = 0; at < data.length; at += 1) {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[at] = (at / (width * 3)) % 256 > 128 ? value >> 26 : (at + seed * 40) % 256;
  }
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .withExif({ IFD0: { Make: 'Kamera Rahasia' }, IFD3: { GPSLatitudeRef: 'S' } })
      .jpeg({ quality: 60 })
      .toBuffer(),
  );
}

/** Noise in every dot: the most detail a photo of this size can have. The same picture each time. */
export async function noise(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const data = Buffer.alloc(width * height * 3);
  let value = 7;
  for (let at = 0; at < data.length; at++) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    data[at] = value >>> 24;
  }
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer(),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A valid PNG of one dot with packed texts that unpack to so many megabytes each. */
export function textBomb(texts: number, megabytes: number): Uint8Array<ArrayBuffer> {
  const png = Buffer.from(pixelBomb(1));
  const afterHeader = 8 + 12 + 13;
  const text = Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(Buffer.alloc(megabytes * 1_000_000))]);
  const all = Array(texts).fill(chunk('zTXt', text));
  return new Uint8Array(Buffer.concat([png.subarray(0, afterHeader), ...all, png.subarray(afterHeader)]));
}

/** A valid PNG of `side` × `side` black pixels: a few kilobytes that unpack to gigabytes. */
export function pixelBomb(side: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8); // one bit a pixel, grey
  const rows = Buffer.alloc(side * (1 + Math.ceil(side / 8)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * A valid progressive JPEG of one colour in which an empty scan over all dots stands so many times: each begins a band
 * that was whole before, which no rule forbids.
 */
export async function scanBomb(scans: number, { width = 1000, height = 1000 } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const flat = sharp({ create: { width, height, channels: 3, background: '#7a3e12' } });
  const bytes = await flat.jpeg({ progressive: true, quality: 40 }).toBuffer();
  const START_OF_SCAN = Buffer.from([0xff, 0xda]);
  // The second scan is the first of one component alone; after ten bytes of header come its data, up to the next marker.
  const at = bytes.indexOf(START_OF_SCAN, bytes.indexOf(START_OF_SCAN) + 2);
  const scan = Buffer.from(bytes.subarray(at, bytes.indexOf(0xff, at + 10)));
  scan[9] = 0; // the whole band at once, to its last bit
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), ...Array(scans).fill(scan), bytes.subarray(at)]));
}

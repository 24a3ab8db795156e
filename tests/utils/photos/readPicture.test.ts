import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPicture } from '#utils/photos/file/readPicture.ts';

const WIDTH = 60;
const HEIGHT = 40;
const picture = () => sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#c33' } });

/** A picture in every format that a person may have, by the name that the reader gives it. */
const FORMATS: [string, string, (from: Sharp) => Sharp][] = [
  ['jpeg', 'JPEG', (from) => from.jpeg()],
  ['jpeg', 'progressive JPEG', (from) => from.jpeg({ progressive: true })],
  ['png', 'PNG', (from) => from.png()],
  ['webp', 'lossy WebP', (from) => from.webp()],
  ['webp', 'lossless WebP', (from) => from.webp({ lossless: true })],
  ['gif', 'GIF', (from) => from.gif()],
  ['avif', 'AVIF', (from) => from.avif({ effort: 0 })],
];

describe.each(FORMATS)('%s (%s)', (format, _, write) => {
  test('says its format and its size, and that it is whole', async () => {
    const read = readPicture(await write(picture()).toBuffer());
    expect(read).toEqual({ format, size: { width: WIDTH, height: HEIGHT }, isWhole: true, turn: null });
  });

  test('is not whole wherever it is cut off', async () => {
    const bytes = await write(picture()).toBuffer();
    for (let end = 12; end < bytes.length; end += 1) expect(readPicture(bytes.subarray(0, end)).isWhole).toBe(false);
  });
});

describe.each([
  ['JPEG', (from: Sharp) => from.jpeg()],
  ['WebP', (from: Sharp) => from.webp()],
  ['PNG', (from: Sharp) => from.png()],
] as const)('a %s that a camera wrote', (_, write) => {
  test.each([2, 3, 4, 5, 6, 7, 8])(
    'says orientation %i, at a place where it can be taken back',
    async (orientation) => {
      const bytes = await write(picture().withMetadata({ orientation })).toBuffer();
      const { turn, isWhole } = readPicture(bytes);
      expect(turn?.orientation).toBe(orientation);
      expect(isWhole).toBe(true);
      bytes[turn?.at ?? 0] = 1;
      expect((await sharp(bytes).metadata()).orientation).toBe(1);
    },
  );
});

test('what a phone puts behind the picture, and the small picture in its head, are not the picture’s own end', async () => {
  const small = await picture().resize(8).jpeg().toBuffer();
  const head = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0'), small]);
  head.writeUInt16BE(head.length - 2, 2);
  const plain = await picture().jpeg().toBuffer();
  const withHead = Buffer.concat([plain.subarray(0, 2), head, plain.subarray(2)]);
  expect(withHead.indexOf(Buffer.from([0xff, 0xd9]))).toBeLessThan(withHead.length - 2);
  expect(readPicture(withHead.subarray(0, -2)).isWhole).toBe(false);
  expect(readPicture(Buffer.concat([withHead, Buffer.from('a film')])).isWhole).toBe(true);
});

test('an iPhone’s picture and an AVIF may both call themselves mif1', () => {
  const box = (...brands: string[]) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(16 + 4 * (brands.length - 1));
    return Buffer.concat([head, Buffer.from(`ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`, 'latin1')]);
  };
  expect(readPicture(box('mif1', 'mif1', 'avif')).format).toBe('avif');
  expect(readPicture(box('mif1', 'mif1', 'heic')).format).toBe('heic');
  expect(readPicture(box('heic')).format).toBe('heic');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['two bytes', Buffer.from([0xff, 0xd8])],
  ['noise behind a JPEG’s start', Buffer.from([0xff, 0xd8, 0xff, ...Array(400).fill(0xff)])],
  ['an EXIF block that points outside', Buffer.from('\xff\xd8\xff\xe1\0\x10Exif\0\0MM\0*\xff\xff\xff\xff', 'latin1')],
])('%s is read without an error, and is not whole', (_, bytes) => {
  expect(readPicture(bytes).isWhole).toBe(false);
});

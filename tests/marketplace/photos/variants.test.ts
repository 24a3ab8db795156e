import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePhoto, type Pixels } from '#marketplace/photos/decode.ts';
import { BYTES_MAX, makeVariants, QUALITY, type Variant } from '#marketplace/photos/variants.ts';
import { texture } from '#scripts/bench/texture.ts';
import { picture } from '#stack/pictures.ts';
import { noise } from '#tests/marketplace/pictures.ts';

/** What a page may weigh with its first photo, without the page itself (HTML and CSS are about 7 kB). */
const FIRST_PHOTO = 50_000;

const bytesOf = (variants: Variant[], name: string) => variants.find((variant) => variant.name === name)?.bytes.length;

describe.each([
  ['lying', 720, 540],
  ['a tall strip', 640, 1600],
])('a photo with more detail than any camera sees, %s', (_, width, height) => {
  let pixels: Pixels;
  let variants: Variant[];
  beforeAll(async () => {
    pixels = await decodePhoto(await noise(width, height));
    variants = await makeVariants(pixels);
  });

  it.each(['webp', 'jpg'])('is light enough for the first picture on a phone (%s)', (ext) => {
    expect(BYTES_MAX[640]).toBe(FIRST_PHOTO);
    expect(bytesOf(variants, `640.${ext}`)).toBeLessThanOrEqual(FIRST_PHOTO);
    expect(bytesOf(variants, `320.${ext}`)).toBeLessThanOrEqual(BYTES_MAX[320]);
  });

  it('is not made tiny: a good part of what is allowed is used, and its shape is kept', async () => {
    for (const ext of ['webp', 'jpg']) expect(bytesOf(variants, `640.${ext}`)).toBeGreaterThan(FIRST_PHOTO / 3);
    const shown = await sharp(variants.find(({ name }) => name === '640.webp')?.bytes).metadata();
    expect(shown.width / shown.height).toBeCloseTo(width / height, 1);
  });
});

it.each([12_000, 17_000])(
  'a strip of 320 × %i is shown whole, lightly, and no higher than a screen can use',
  async (height) => {
    const variants = await makeVariants(await decodePhoto(await noise(320, height)));
    expect(variants.map(({ name }) => name).sort()).toEqual(
      ['1280', '320', '640'].flatMap((width) => [`${width}.jpg`, `${width}.webp`]),
    );
    for (const { name, bytes } of variants) {
      const shown = await sharp(bytes).metadata();
      expect(shown.height, name).toBeLessThanOrEqual(2560);
      expect(Math.abs(shown.width - (shown.height * 320) / height), name).toBeLessThanOrEqual(1);
      if (!name.startsWith('1280')) expect(bytes.length, name).toBeLessThanOrEqual(FIRST_PHOTO);
      if (name.startsWith('320')) expect(bytes.length, name).toBeLessThanOrEqual(BYTES_MAX[320]);
    }
  },
);

it.each([
  ['with a phone’s grain', () => texture(1280, 960), ['webp'] as const],
  ['without', () => picture('gula-semut'), ['webp', 'jpg'] as const],
])('an ordinary photo, %s, keeps its quality and its width', async (_, make, kinds) => {
  const pixels = await decodePhoto(await make());
  const variants = await makeVariants(pixels);
  const { data, ...raw } = pixels;
  for (const width of [320, 640, 1280]) {
    const plain = {
      webp: sharp(data, { raw }).resize({ width }).webp({ quality: QUALITY.webp, effort: 3 }),
      jpg: sharp(data, { raw }).resize({ width }).jpeg({ quality: QUALITY.jpg, progressive: true }),
    };
    for (const kind of kinds) expect(bytesOf(variants, `${width}.${kind}`)).toBe((await plain[kind].toBuffer()).length);
  }
});

it('making the sizes of a photo ends the same each time', async () => {
  const pixels = await decodePhoto(await noise(400, 300));
  const [one, two] = [await makeVariants(pixels), await makeVariants(pixels)];
  expect(one.map(({ bytes }) => Buffer.from(bytes))).toEqual(two.map(({ bytes }) => Buffer.from(bytes)));
});

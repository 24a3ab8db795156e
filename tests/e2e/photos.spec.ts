import { createHash, randomFillSync } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { type Crop, WHOLE } from '#utils/photos/crop.ts';
import type { Turns } from '#utils/photos/turn.ts';
import type { Lab } from './pages/photoLab.entry.ts';
import { openPhotoLab } from './pages/photoLab.ts';

declare const lab: Lab;

let page: Page;
let close: () => Promise<void>;
test.beforeAll(async () => {
  ({ page, close } = await openPhotoLab());
});
test.afterAll(() => close());

/** Red above, blue below, as a camera held sideways stores it: turned, with the turn and the place in EXIF. */
async function phonePhoto(width: number, height: number): Promise<Buffer> {
  const half = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="50%" fill="#d00"/><rect y="50%" width="100%" height="50%" fill="#00d"/></svg>`,
  );
  const stored = await sharp(half).rotate(-90).jpeg({ quality: 95 }).toBuffer();
  return sharp(stored)
    .withExif({
      IFD0: { Make: 'Telepon', Software: 'kamera' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 23/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '109/1 22/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** Nothing compresses worse than noise. */
function noise(width: number, height: number): Promise<Buffer> {
  const raw = randomFillSync(Buffer.alloc(width * height * 3));
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function prepare(bytes: Buffer, turns: Turns = 0, crop: Crop = WHOLE) {
  const said = [bytes.toString('base64'), turns, crop] as const;
  const result = await page.evaluate(([b, t, c]) => lab.prepare(b, t, c), said);
  if ('code' in result) throw new Error(result.code);
  return { ...result, bytes: Buffer.from(result.base64, 'base64') };
}

const refusal = (bytes: Buffer) => page.evaluate((b) => lab.prepare(b), bytes.toString('base64'));

async function colourAt(bytes: Buffer, x: number, y: number): Promise<'red' | 'blue'> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
}

test('a 12 megapixel phone photo comes out upright, light, and without a trace of who took it where', async () => {
  const taken = await phonePhoto(3000, 4000);
  expect((await sharp(taken).metadata()).exif).toBeDefined();
  const { photo, bytes } = await prepare(taken);
  const metadata = await sharp(bytes).metadata();
  expect(photo).toEqual({
    hash: createHash('sha256').update(bytes).digest('hex'),
    type: 'image/webp',
    width: 960,
    height: 1280,
    bytes: bytes.length,
  });
  expect(metadata).toMatchObject({ format: 'webp', width: 960, height: 1280 });
  expect([metadata.exif, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined]);
  expect([await colourAt(bytes, 0.5, 0.1), await colourAt(bytes, 0.5, 0.9)]).toEqual(['red', 'blue']);
});

test('even noise comes down to 150 kB, by quality first and then by size', async () => {
  const { photo } = await prepare(await noise(2000, 1500));
  expect(photo.bytes).toBeLessThanOrEqual(150_000);
  expect(photo.width).toBeLessThan(1280);
  expect(photo.width / photo.height).toBeCloseTo(4 / 3, 1);
});

test('a quarter turn puts the top on the right', async () => {
  const { photo, bytes } = await prepare(await phonePhoto(300, 400), 1);
  expect([photo.width, photo.height]).toEqual([400, 300]);
  expect([await colourAt(bytes, 0.9, 0.5), await colourAt(bytes, 0.1, 0.5)]).toEqual(['red', 'blue']);
});

test('a part is cut as it is seen: of a camera’s turned picture, and of one that was turned once more', async () => {
  const lower = { left: 0, top: 0.5, width: 1, height: 0.5 };
  const cut = await prepare(await phonePhoto(300, 400), 0, lower);
  expect([cut.photo.width, cut.photo.height]).toEqual([300, 200]);
  expect([await colourAt(cut.bytes, 0.5, 0.1), await colourAt(cut.bytes, 0.5, 0.9)]).toEqual(['blue', 'blue']);
  // Turned, the red top is on the right.
  const right = { left: 0.5, top: 0, width: 0.5, height: 1 };
  const turned = await prepare(await phonePhoto(300, 400), 1, right);
  expect([turned.photo.width, turned.photo.height]).toEqual([200, 300]);
  expect([await colourAt(turned.bytes, 0.1, 0.5), await colourAt(turned.bytes, 0.9, 0.5)]).toEqual(['red', 'red']);
});

test('a small picture is not blown up, and what is transparent becomes white', async () => {
  const clear = await sharp({ create: { width: 40, height: 20, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const { photo, bytes } = await prepare(clear);
  expect([photo.width, photo.height]).toEqual([40, 20]);
  const [red = 0] = await sharp(bytes).removeAlpha().raw().toBuffer();
  expect(red).toBeGreaterThan(250);
});

test('what is no usable picture says what it is', async () => {
  const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
  expect(await refusal(heic)).toEqual({ code: 'photo_heic' });
  expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({
    code: 'photo_unsupported',
  });
  expect(await refusal(Buffer.from('GIF89a\u0001\0\u0001\0'))).toEqual({ code: 'photo_broken' });
});

test('a picture that would unpack to gigabytes is refused by its header, in every format', async () => {
  const small = sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } });
  const [png, jpeg, webp] = [
    await small.clone().png().toBuffer(),
    await small.clone().jpeg().toBuffer(),
    await small.clone().webp({ lossless: true }).toBuffer(),
  ];
  png.writeUInt32BE(12_000, 16);
  png.writeUInt32BE(6000, 20);
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(20_000, frame + 5);
  jpeg.writeUInt16BE(20_000, frame + 7);
  webp.writeUInt32LE(webp.readUInt32LE(21) | 0x0fffffff, 21);
  for (const bytes of [png, jpeg, webp]) expect(await refusal(bytes)).toEqual({ code: 'photo_too_large' });
});

test('a phone’s 108 megapixels are taken', async () => {
  const { photo } = await prepare(await phonePhoto(9000, 12_000));
  expect([photo.width, photo.height]).toEqual([960, 1280]);
});

test('half a picture is refused in every format, whatever the browser would show of it', async () => {
  const noisy = sharp(await noise(400, 300));
  for (const whole of [
    await noisy.clone().jpeg().toBuffer(),
    await noisy.clone().jpeg({ progressive: true }).toBuffer(),
    await noisy.clone().png().toBuffer(),
    await noisy.clone().webp().toBuffer(),
    await noisy.clone().gif().toBuffer(),
    await noisy.clone().avif({ effort: 0 }).toBuffer(),
  ]) {
    expect((await prepare(whole)).photo).toMatchObject({ width: 400, height: 300 });
    expect(await refusal(whole.subarray(0, whole.length / 2))).toEqual({ code: 'photo_broken' });
  }
});

for (const format of ['jpeg', 'webp', 'png'] as const) {
  test(`a ${format} is upright however the camera was held, and mirrored back`, async () => {
    // Red left above, blue elsewhere: no two of the eight orientations look alike.
    const upright = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="100%" height="100%" fill="#00d"/><rect width="50%" height="25%" fill="#d00"/></svg>',
    );
    const undo = {
      2: [0, true],
      3: [180, false],
      4: [180, true],
      5: [90, true],
      6: [270, false],
      7: [270, true],
      8: [90, false],
    } as const;
    for (const [orientation, [degrees, isMirrored]] of Object.entries(undo)) {
      const turned = await sharp(await sharp(upright).rotate(degrees).png().toBuffer())
        .flop(isMirrored)
        .png()
        .toBuffer();
      const stored = await sharp(turned)
        [format]()
        .withMetadata({ orientation: Number(orientation) })
        .toBuffer();
      // sharp is asked too, so that the table above is not its own witness.
      expect(await colourAt(await sharp(stored).rotate().png().toBuffer(), 0.1, 0.1)).toBe('red');
      const { photo, bytes } = await prepare(stored);
      expect([photo.width, photo.height], orientation).toEqual([300, 400]);
      const corners = [
        await colourAt(bytes, 0.1, 0.1),
        await colourAt(bytes, 0.9, 0.1),
        await colourAt(bytes, 0.1, 0.9),
      ];
      expect(corners, orientation).toEqual(['red', 'blue', 'blue']);
    }
  });
}

test('a phone’s screenshot stays legible, and one of many screens is asked to be cut', async () => {
  const shot = (height: number) =>
    sharp({ create: { width: 1080, height, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
  const { photo } = await prepare(await shot(2400));
  expect(photo.width).toBeGreaterThanOrEqual(640);
  expect(await refusal(await shot(12_000))).toEqual({ code: 'photo_too_tall' });
});

test('eight photos are unpacked one at a time, and give one name for one picture', async () => {
  const taken = (await phonePhoto(1500, 2000)).toString('base64');
  const { hashes, atOnce } = await page.evaluate((b) => lab.many(b, 8), taken);
  expect(new Set(hashes).size).toBe(1);
  expect([hashes.length, atOnce]).toEqual([8, 1]);
});

test('a photo that was taken out is not worked on to the end', async () => {
  const taken = (await phonePhoto(1500, 2000)).toString('base64');
  expect(await page.evaluate((b) => lab.cancelled(b), taken)).toBe('taken out');
});

test('a WebP becomes a JPEG for a CMS that takes no WebP', async () => {
  const webp = await sharp(await phonePhoto(300, 400))
    .webp()
    .toBuffer();
  const jpeg = await page.evaluate((b) => lab.jpeg(b, 'image/webp'), webp.toString('base64'));
  expect((await sharp(Buffer.from(jpeg, 'base64')).metadata()).format).toBe('jpeg');
});

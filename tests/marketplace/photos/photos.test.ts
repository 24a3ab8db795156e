import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHOTO_BYTES_MAX, PHOTO_EXTENSIONS, PHOTO_WIDTHS, photoUrl } from '#contract';
import {
  BASE_URL,
  backends,
  type Marketplace,
  sha256,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { jpeg, pixelBomb } from '#tests/marketplace/pictures.ts';

describe.each(backends)('photos on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village();
  });
  afterAll(() => market.stop());

  const put = (bytes: Uint8Array<ArrayBuffer>, hash = sha256(bytes)) =>
    market.call('PUT', `/v1/photos/${hash}`, { token: village.token, raw: bytes });
  const kept = async () => ({
    rows: await market.deps.db.selectFrom('photos').select('hash').execute(),
    files: await readdir(join(market.deps.config.dataDir, 'photos'), { recursive: true }).catch(() => []),
  });

  it('keeps every width as WebP and JPEG, upright, without metadata, for any site and for ever', async () => {
    const bytes = new Uint8Array(
      await sharp(await jpeg({ width: 1600, height: 900 }))
        .keepExif()
        .withMetadata({ orientation: 6 })
        .blur(3)
        .jpeg({ quality: 40 })
        .toBuffer(),
    );
    const hash = sha256(bytes);
    const response = await put(bytes);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ hash, width: 900, height: 1600 });
    for (const width of PHOTO_WIDTHS) {
      for (const ext of PHOTO_EXTENSIONS) {
        const file = await market.call('GET', photoUrl('', hash, width, ext));
        expect(file.status).toBe(200);
        expect(file.headers.get('cache-control')).toContain('immutable');
        expect(file.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
        const meta = await sharp(await file.arrayBuffer()).metadata();
        expect(meta).toMatchObject({ format: ext === 'jpg' ? 'jpeg' : 'webp', width: Math.min(width, 900) });
        expect(meta.exif).toBeUndefined();
        expect(meta.orientation).toBeUndefined();
      }
    }
    expect(photoUrl(BASE_URL, hash, 640, 'jpg')).toBe(`${BASE_URL}/photos/${hash}/640.jpg`);
  });

  it('is the same photo when it is sent again, and when it is sent twice at once', async () => {
    const bytes = await jpeg({ width: 50, height: 50, seed: 7 });
    const [one, two] = await Promise.all([put(bytes), put(bytes)]);
    expect([one.status, two.status].every((status) => status === 201 || status === 200)).toBe(true);
    const again = await put(bytes);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(await one.json());
  });

  it.each([
    [
      'text that says it is a photo',
      415,
      'photo_not_an_image',
      new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')),
    ],
    ['a JPEG that breaks off', 415, 'photo_not_an_image', async () => (await jpeg({ seed: 3 })).slice(0, 2000)],
    [
      'a GIF',
      415,
      'photo_not_an_image',
      async () =>
        new Uint8Array(
          await sharp(await jpeg())
            .gif()
            .toBuffer(),
        ),
    ],
    ['an empty body', 415, 'photo_not_an_image', new Uint8Array()],
    ['a small file of 900 million pixels', 413, 'photo_too_large', () => pixelBomb(30_000)],
    ['too many bytes', 413, 'photo_too_large', new Uint8Array(PHOTO_BYTES_MAX + 1).fill(0xff)],
  ])('refuses %s and keeps nothing of it', async (_what, status, code, make) => {
    const before = await kept();
    const bytes = typeof make === 'function' ? await make() : make;
    const response = await put(bytes);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(await kept()).toEqual(before);
  });

  it('refuses bytes under another hash, and an unknown sender', async () => {
    const bytes = await jpeg({ width: 40, height: 40, seed: 9 });
    const wrong = await put(bytes, sha256(new Uint8Array([1])));
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'photo_hash_mismatch' }]);
    const malformed = await put(bytes, 'ABC');
    expect(await malformed.json()).toMatchObject({
      code: 'invalid',
      issues: [{ path: 'sha256', code: 'hash_malformed' }],
    });
    const nobody = await market.call('PUT', `/v1/photos/${sha256(bytes)}`, { raw: bytes });
    expect([nobody.status, await nobody.json()]).toMatchObject([401, { code: 'unauthorized' }]);
  });

  it('answers 404 for a photo, a width or a kind that is not there', async () => {
    const hash = 'a'.repeat(64);
    for (const file of ['320.webp', '999.webp', '320.gif', '..%2f..%2fetc', 'x']) {
      expect((await market.call('GET', `/photos/${hash}/${file}`)).status).toBe(404);
    }
    expect((await market.call('GET', `/v1/photos/${hash}`, { token: village.token })).status).toBe(404);
  });
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoUrl } from '#contract';
import { withoutTexts } from '#marketplace/photos/pngTexts.ts';
import { isScanBomb } from '#marketplace/photos/scans.ts';
import { takeTurns } from '#marketplace/photos/turns.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { backends, type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { jpeg, scanBomb, textBomb } from '#tests/marketplace/pictures.ts';

describe.each(backends)('photos that are made to be slow, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village();
  });
  afterAll(() => market.stop());

  const put = (bytes: Uint8Array<ArrayBuffer>) =>
    market.call('PUT', `/v1/photos/${sha256(bytes)}`, { token: village.token, raw: bytes });

  it('a JPEG of thousands of scans is refused by its markers, and nothing of it is kept', async () => {
    const answer = await put(await scanBomb(9_000));
    expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'photo_too_large' }]);
    expect(await market.deps.db.selectFrom('photos').selectAll().execute()).toEqual([]);
    expect(await readdir(join(market.deps.config.dataDir, 'photos')).catch(() => [])).toEqual([]);
  });

  it('a PNG is not slower for the texts that are packed into it', async () => {
    const bytes = textBomb(9, 40);
    expect(withoutTexts(bytes).length).toBeLessThan(100);
    expect((await put(bytes)).status).toBe(201);
  });

  it('a progressive JPEG as encoders make it is a photo', async () => {
    const plain = sharp(await jpeg({ width: 400, height: 300 }));
    for (const options of [{ progressive: true }, { mozjpeg: true }]) {
      const answer = await put(new Uint8Array(await plain.clone().jpeg(options).toBuffer()));
      expect(answer.status).toBe(201);
    }
  });

  it('the larger the picture, the fewer scans it may have', async () => {
    const bytes = await scanBomb(40);
    expect(isScanBomb(bytes, 1_000_000)).toBe(false);
    expect(isScanBomb(bytes, 20_000_000)).toBe(true);
  });

  it('many photos at once are worked on one after another, and whoever reads a photo waits for none of them', async () => {
    const known = await jpeg({ width: 60, height: 60, seed: 21 });
    expect((await put(known)).status).toBe(201);
    const running = Promise.all(
      Array.from({ length: 6 }, async (_, n) => put(await jpeg({ width: 1280, height: 1280, seed: 30 + n }))),
    );
    let isOver = false;
    void running.finally(() => (isOver = true));
    const url = photoUrl('', sha256(known), 320, 'jpg');
    for (let n = 0; n < 20; n++) expect((await market.call('GET', url)).status).toBe(200);
    expect(isOver).toBe(false);
    expect((await running).map(({ status }) => status)).toEqual(Array(6).fill(201));
  });
});

describe('turns', () => {
  it('are taken in order, one at a time, also after one that failed', async () => {
    const inTurn = takeTurns(10);
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${name} ends`);
      if (name === 'b') throw new Error('b');
      return name;
    };
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))));
    expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are not given to more than can wait', async () => {
    const inTurn = takeTurns(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const [one, two] = [inTurn(() => promise), inTurn(() => promise)];
    expect(() => inTurn(() => promise)).toThrow(ProblemError);
    resolve();
    await Promise.all([one, two]);
    await inTurn(() => promise);
  });
});

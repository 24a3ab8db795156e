import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#marketplace/app.ts';
import type { Deps } from '#marketplace/deps.ts';
import { backends, type Marketplace, sha256, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { jpeg } from '#tests/marketplace/pictures.ts';

describe.each(backends)('a full disk, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village();
  });
  afterAll(() => market.stop());

  /** The market while its disk takes only so many files more, and what it writes into its log. */
  function withRoomFor(files: number, code: string) {
    let left = files;
    const events: string[] = [];
    const photos: Deps['photos'] = {
      ...market.deps.photos,
      put: (key, bytes) => {
        if (left-- > 0) return market.deps.photos.put(key, bytes);
        return Promise.reject(Object.assign(new Error('the disk'), { code }));
      },
    };
    return { app: createApp({ ...market.deps, photos, log: (_level, event) => void events.push(event) }), events };
  }

  it.each([
    ['ENOSPC', 61],
    ['EDQUOT', 62],
  ])('%s: the photo is asked for again later, and nothing of it is left until then', async (code, seed) => {
    const bytes = await jpeg({ width: 50, height: 50, seed });
    const path = `/v1/photos/${sha256(bytes)}`;
    const { app, events } = withRoomFor(3, code);
    const headers = { authorization: `Bearer ${village.token}` };
    const refused = await app.request(path, { method: 'PUT', headers, body: bytes });
    expect([refused.status, await refused.json()]).toMatchObject([503, { code: 'unavailable' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(events).toContain('disk_full');
    const files = await readdir(join(market.deps.config.dataDir, 'photos'), { recursive: true });
    expect(files.filter((file) => file.includes(sha256(bytes)) && file.includes('.'))).toEqual([]);
    expect((await market.call('GET', path, village)).status).toBe(404);
    expect((await market.call('PUT', path, { token: village.token, raw: bytes })).status).toBe(201);
  });

  it('takes nothing from a photo that is there', async () => {
    const bytes = await jpeg({ width: 50, height: 50, seed: 77 });
    const path = `/v1/photos/${sha256(bytes)}`;
    expect((await market.call('PUT', path, { token: village.token, raw: bytes })).status).toBe(201);
    await market.deps.db.updateTable('photos').set({ gone: true }).where('hash', '=', sha256(bytes)).execute();
    const headers = { authorization: `Bearer ${village.token}` };
    const refused = await withRoomFor(0, 'ENOSPC').app.request(path, { method: 'PUT', headers, body: bytes });
    expect(refused.status).toBe(503);
    expect((await market.call('GET', `/photos/${sha256(bytes)}/640.jpg`)).status).toBe(200);
  });
});

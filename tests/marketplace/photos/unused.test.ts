import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PHOTO_EXTENSIONS, PHOTO_WIDTHS } from '#contract';
import { newId } from '#contract/newId.ts';
import type { PhotoStore } from '#marketplace/deps.ts';
import { hideListing } from '#marketplace/listings/visibility.ts';
import { findPhotos } from '#marketplace/photos/service.ts';
import { removeUnusedPhotos } from '#marketplace/photos/unused.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentPhoto } from '#tests/marketplace/samples.ts';

const DAY = 86_400_000;

describe.each(backends)('photos that no product uses, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let seed = 1;
  beforeAll(async () => {
    market = await startMarketplace({ backend, config: { photoDays: 30 } });
    village = await market.village();
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    // Photos that an earlier test left over must not count in this one.
    await remove();
    market.clock.advance(31 * DAY);
    await remove();
  });

  const remove = (store?: PhotoStore) => removeUnusedPhotos({ ...market.deps, ...(store && { photos: store }) });
  const send = () => sentPhoto(market, village, ++seed);
  const put = (photos: string[], { id = newId(), rev = 1, state = 'live' as 'live' | 'withdrawn' } = {}) =>
    market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: listingInput(photos, { rev, state }) });
  /** True when the photo is known and every file of it is there; false when it is unknown to everybody. */
  const isHere = async (hash: string) => {
    const known = (await market.call('GET', `/v1/photos/${hash}`, { token: village.token })).status;
    if (known === 404) return false;
    for (const width of PHOTO_WIDTHS)
      for (const ext of PHOTO_EXTENSIONS) {
        const file = await market.call('GET', `/photos/${hash}/${width}.${ext}`);
        expect([known, file.status], `${width}.${ext}`).toEqual([200, 200]);
      }
    return true;
  };
  const missThenWait = async (days: number) => {
    await remove();
    market.clock.advance(days * DAY);
    return remove();
  };

  it('go after so many days, by the nightly job; those of live, withdrawn and hidden products stay', async () => {
    const [alone, live, withdrawn, hidden] = [await send(), await send(), await send(), await send()];
    const id = newId();
    await put([live]);
    await put([withdrawn], { state: 'withdrawn' });
    await put([hidden], { id });
    await hideListing(market.deps, id, 'diperiksa');
    await missThenWait(30);
    const before = await market.deps.db.selectFrom('photos').select('hash').where('hash', '=', alone).execute();
    expect(before, 'not a day too early').toHaveLength(1);
    market.clock.advance(1);
    await market.deps.jobs.send('forget-photos', {});
    await market.runJobs();
    expect([await isHere(alone), await isHere(live), await isHere(withdrawn), await isHere(hidden)]).toEqual(
      [false, true, true, true],
    ); // biome-ignore format: one list
    expect((await market.call('GET', `/photos/${alone}/640.webp`)).status).toBe(404);
  });

  it('sent again afterwards is the same photo at the same address; until then a product with it is told', async () => {
    const hash = await send();
    expect(await missThenWait(31)).toBe(1);
    expect(await (await put([hash])).json()).toMatchObject({
      code: 'photo_unknown',
      issues: [{ path: 'photos.0', code: 'photo_unknown' }],
    });
    expect(await sentPhoto(market, village, seed)).toBe(hash);
    expect((await put([hash])).status).toBe(201);
    expect(await isHere(hash)).toBe(true);
  });

  it('wait anew when they are sent or asked for again, and count from the day their product lost them', async () => {
    const [sent, asked, replaced, next] = [await send(), await send(), await send(), await send()];
    const id = newId();
    await put([replaced], { id });
    await missThenWait(29);
    const sentSeed = seed - 3;
    expect(await sentPhoto(market, village, sentSeed)).toBe(sent);
    await isHere(asked);
    await put([next], { id, rev: 2 });
    await missThenWait(20);
    const left = await market.deps.db.selectFrom('photos').select('hash').where('gone', '=', false).execute();
    expect(left.map(({ hash }) => hash)).toEqual(expect.arrayContaining([sent, asked, replaced, next]));
    market.clock.advance(11 * DAY);
    expect(await remove()).toBe(3);
    expect(await isHere(next)).toBe(true);
  });

  it('are all kept when the operator wants that', async () => {
    await send();
    await remove();
    market.clock.advance(400 * DAY);
    const { config } = market.deps;
    expect(await removeUnusedPhotos({ ...market.deps, config: { ...config, photoDays: 0 } })).toBe(0);
  });

  it('taken up by products in the moment they are removed: each is told, or has its photo whole', async () => {
    const hashes = [];
    for (let n = 0; n < 12; n++) hashes.push(await send());
    await remove();
    market.clock.advance(31 * DAY);
    const [put1, , put2] = [
      hashes.slice(0, 6).map((hash) => put([hash])),
      remove(),
      hashes.slice(6).map((hash) => put([hash])),
    ];
    const answers = await Promise.all([...put1, ...put2]);
    await remove();
    for (const [at, hash] of hashes.entries()) expect(await isHere(hash), hash).toBe(answers[at]?.ok);
  });

  it('sent again in the moment they are removed are whole; two removals at once do it once', async () => {
    const hash = await send();
    await remove();
    market.clock.advance(31 * DAY);
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const { photos } = market.deps;
    const slow: PhotoStore = {
      ...photos,
      async delete(key) {
        reached.resolve();
        await gate.promise;
        await photos.delete(key);
      },
    };
    const removing = remove(slow);
    await reached.promise;
    const beside = remove(slow);
    const again = sentPhoto(market, village, seed);
    gate.resolve();
    const removed = (await Promise.all([removing, beside])).reduce((sum, count) => sum + count);
    expect([removed, await again, await isHere(hash)]).toEqual([1, hash, true]);
  });

  it('a removal that dies half-way is known to nobody as a photo, and is ended by the next', async () => {
    const [hash, other] = [await send(), await send()];
    await remove();
    market.clock.advance(31 * DAY);
    let deleted = 0;
    const { photos } = market.deps;
    const dying: PhotoStore = {
      ...photos,
      async delete(key) {
        if (++deleted === 3) throw new Error('power cut');
        await photos.delete(key);
      },
    };
    await expect(remove(dying)).rejects.toThrow('power cut');
    expect([await isHere(hash), await isHere(other), (await put([hash])).status]).toEqual([false, false, 409]);
    await sentPhoto(market, village, seed - 1);
    expect(await isHere(hash)).toBe(true);
    expect(await remove()).toBe(1);
    expect(await isHere(hash)).toBe(true);
  });
});

describe.each(backends.filter((backend) => backend === 'postgres'))(
  'a product that is being written, on %s',
  (backend) => {
    it('keeps the photo that it takes up, although the removal had begun to look', async () => {
      const market = await startMarketplace({ backend, config: { photoDays: 30 } });
      const village = await market.village();
      const hash = await sentPhoto(market, village);
      await removeUnusedPhotos(market.deps);
      market.clock.advance(31 * DAY);
      let removing: Promise<number> | undefined;
      await market.deps.db.transaction().execute(async (trx) => {
        expect(await findPhotos({ db: trx }, [hash])).toHaveLength(1);
        removing = removeUnusedPhotos(market.deps);
        const waits = sql<{ waits: boolean }>`select exists (select from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database()) as waits`;
        while (!(await waits.execute(trx)).rows[0]?.waits) await new Promise(setImmediate);
      });
      expect(await removing).toBe(0);
      expect(await findPhotos(market.deps, [hash])).toHaveLength(1);
      await market.stop();
    });
  },
);

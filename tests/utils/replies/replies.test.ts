import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { come, leave } from '#tests/utils/villages/bareDevice.ts';
import { village } from '#tests/utils/villages/storedVillage.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { listReplies, saveReplies } from '#utils/replies/replies.ts';
import { sayReplies, syncReplies } from '#utils/replies/sync.ts';
import { getSettings, patchSettings } from '#utils/settings.ts';

describe('two laptops of one village', () => {
  let laptop: Laptop;
  beforeAll(async () => {
    laptop = await Laptop.start();
  }, 60_000);
  afterAll(() => laptop.stop());
  beforeEach(async () => {
    laptop.village = await laptop.market.village('Desa Dagan', [laptop.site.url]);
    laptop.reset();
    await laptop.know();
  });

  const texts = async () => (await listReplies(laptop.db))[laptop.key];
  const save = (...said: string[]) => saveReplies(laptop.db, laptop.key, said);
  async function sync(how = syncReplies) {
    const marketplace = await laptop.deps().marketplace(laptop.key);
    return marketplace === null ? null : how(laptop.db, marketplace, laptop.key);
  }
  async function onAnother(work: () => Promise<void>): Promise<void> {
    const here = { disk: globalThis.indexedDB, db: laptop.db, village: laptop.village };
    globalThis.indexedDB = new IDBFactory();
    laptop.db = createDb();
    laptop.village = { ...here.village, ...(await laptop.market.device(here.village.id)) };
    await laptop.know();
    await work();
    globalThis.indexedDB = here.disk;
    Object.assign(laptop, { db: here.db, village: here.village });
  }

  test('have the same replies, those from before they were kept with the village too', async () => {
    await patchSettings(laptop.db, { ownReplies: ['Siap, {pembeli}'] });
    expect(await sync()).toBe(true);
    expect(await sync()).toBe(false);
    await onAnother(async () => {
      expect(await sync()).toBe(true);
      expect(await texts()).toEqual(['Siap, {pembeli}']);
    });
  });

  test('without a signal they are owed; what was added and removed on both is put together', async () => {
    await save('Siap', 'Habis');
    await sync();
    await onAnother(async () => {
      await sync();
      await save('Habis', 'Dari sana');
      await sync();
    });
    await save('Siap', 'Habis', 'Dari sini');
    laptop.faults = ['cut'];
    await expect(sync(sayReplies)).rejects.toThrow();
    await sync();
    expect(await texts()).toEqual(['Habis', 'Dari sana', 'Dari sini']);
    await onAnother(async () => {
      await sync();
      expect(await texts()).toEqual(['Habis', 'Dari sana', 'Dari sini']);
    });
  });

  test('what the marketplace refuses stays here and is not sent again', async () => {
    await save('x'.repeat(2001));
    await sync();
    laptop.requests = [];
    expect(await sync(sayReplies)).toBe(false);
    expect(laptop.requests).toEqual([]);
    expect(await texts()).toEqual(['x'.repeat(2001)]);
  });
});

describe('one device and several villages', () => {
  const utara = village('utara', ['https://utara.desa.id']);
  const dagan = village('dagan', ['https://dagan.desa.id']);
  let db: Db;
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    db = createDb();
    await patchSettings(db, { ownReplies: ['Siap'] });
    await come(db, utara);
  });

  test('what was written for the first does not go to the second', async () => {
    await come(db, dagan);
    expect(await listReplies(db)).toEqual({ [utara.key]: ['Siap'], [dagan.key]: [] });
    await leave(db, utara);
    expect(await listReplies(db)).toEqual({ [dagan.key]: [] });
  });

  test('a device that leaves its only village keeps what it wrote, for the next', async () => {
    await saveReplies(db, utara.key, ['Siap', 'Habis']);
    await leave(db, utara);
    expect((await getSettings(db)).ownReplies).toEqual(['Siap', 'Habis']);
    await come(db, dagan);
    expect(await listReplies(db)).toEqual({ [dagan.key]: ['Siap', 'Habis'] });
  });
});

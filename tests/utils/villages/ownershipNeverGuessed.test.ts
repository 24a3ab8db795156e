import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDb, type Db } from '#utils/db/db.ts';
import { panelVillage } from '#utils/drafts/village.ts';
import { chooseVillage, OWNERSHIP_STORES, siteOwnerOf } from '#utils/villages/ownership.ts';
import { come, leave, listing, sell } from './bareDevice.ts';
import { village } from './storedVillage.ts';

const SOUTH = 'https://selatan.desa.id';
const utara = village('utara', ['https://utara.desa.id']);
const selatan = village('selatan', [SOUTH]);

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

describe('a product never goes out in another village’s name unasked', () => {
  test('written before anything was connected, it waits for its own village, whichever is connected first', async () => {
    const { id } = await sell(db, SOUTH);
    await come(db, utara);
    expect((await listing(db, id))?.village).toBeNull();
    expect((await panelVillage(db, id)).among).toMatchObject([{ key: utara.key }]);
    await come(db, selatan);
    expect((await listing(db, id))?.village).toBe(selatan.key);
  });

  test('with one village connected, the site of one that is not yet is asked about', async () => {
    await come(db, utara);
    await expect(sell(db, SOUTH)).rejects.toMatchObject({ code: 'village_unknown' });
    await chooseVillage(db, SOUTH, utara.key);
    expect((await listing(db, (await sell(db, `${SOUTH}/`)).id))?.village).toBe(utara.key);
    await come(db, selatan);
    expect((await listing(db, (await sell(db, SOUTH)).id))?.village).toBe(selatan.key);
  });

  test('a site that was given to a village is asked about again when that village is taken off the device', async () => {
    const site = 'https://toko.example';
    await come(db, utara);
    await come(db, selatan);
    await chooseVillage(db, site, selatan.key);
    await leave(db, selatan);
    const asked = { key: null, candidates: [utara.key] };
    expect(await db.read(OWNERSHIP_STORES, (tx) => siteOwnerOf(tx, site))).toEqual(asked);
    await chooseVillage(db, `http://www.toko.example`, utara.key);
    expect((await db.read(OWNERSHIP_STORES, (tx) => siteOwnerOf(tx, site))).key).toBe(utara.key);
  });
});

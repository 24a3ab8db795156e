import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { soon } from '#tests/support/soon.ts';
import type { Background } from '#utils/background/context.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { followLive } from '#utils/inbox/live.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { type VillageKey, villageKey } from '#utils/model/site.ts';

const PASAR = 'https://pasar.example';
let db: Db;
/** Villages whose marketplace is listened to right now. */
let listened: VillageKey[];
/** Popups that are open. */
let popups: AbortController[];

const marketplace = (key: VillageKey) =>
  ({
    listen: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        listened.push(key);
        signal.addEventListener('abort', () => {
          listened.splice(listened.indexOf(key), 1);
          resolve();
        });
      }),
  }) as unknown as Marketplace;

const background = () =>
  ({ db, marketplace: async (key: VillageKey) => marketplace(key), clock: () => ({ now: 1 }) }) as Background;

async function connect(marketplaceUrl: string, id: string): Promise<VillageKey> {
  const village = { id, slug: id, name: `Desa ${id}`, code: null, sites: [], status: 'approved', url: `${PASAR}/desa` };
  const where = { district: null, regency: null };
  const connection = { marketplaceUrl, deviceId: id, deviceName: 'Laptop', village: { ...village, ...where } };
  const key = villageKey(connection as Parameters<typeof villageKey>[0]);
  const inbox = { cursor: null, syncedAt: null };
  const row = { key, public: connection, token: 't', revoked: false, inbox };
  await db.change(['villages'], (tx) => tx.put('villages', row as Parameters<typeof tx.put<'villages'>>[1]));
  return key;
}

async function openPopup(): Promise<AbortController> {
  const popup = new AbortController();
  popups.push(popup);
  await followLive(background(), popup.signal);
  return popup;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  listened = [];
  popups = [];
});
afterEach(() => {
  for (const popup of popups) popup.abort();
});

test('however many popups are open, a village has one stream; the last one closes it', async () => {
  const key = await connect(PASAR, 'aaaaaaaaaaaaaaaa');
  const [first, second] = [await openPopup(), await openPopup()];
  await soon(() => expect(listened).toEqual([key]));
  first.abort();
  expect(listened).toEqual([key]);
  second.abort();
  expect(listened).toEqual([]);
});

test('many villages of one marketplace leave the browser connections for everything else', async () => {
  for (const letter of 'abcdef') await connect(PASAR, letter.repeat(16));
  const other = await connect('https://lain.example', 'gggggggggggggggg');
  await openPopup();
  await soon(() => expect(listened).toContain(other));
  expect(listened.filter((key) => key !== other)).toHaveLength(2);
});

test('a village that was connected meanwhile is taken up by the next call', async () => {
  const first = await connect(PASAR, 'aaaaaaaaaaaaaaaa');
  await openPopup();
  const second = await connect(PASAR, 'bbbbbbbbbbbbbbbb');
  await openPopup();
  await soon(() => expect(listened.toSorted()).toEqual([first, second]));
});

import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Village } from '#contract';
import type { Background } from '#utils/background/context.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { publish } from '#utils/drafts/publish.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';
import { drain } from '#utils/outbox/drain.ts';
import { chooseVillage } from '#utils/villages/ownership.ts';
import { clock, come, listing, sell } from './bareDevice.ts';
import { village } from './storedVillage.ts';

const SOUTH = 'https://selatan.desa.id';
const utara = village('utara', ['https://utara.desa.id']);

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

/** A marketplace whose operator has given the village these sites. */
function roomWith(sites: string[], woken: string[]): Background {
  const me = async () => ({ village: Village.parse({ ...utara.public.village, sites }), devices: [] });
  const marketplace = { url: utara.public.marketplaceUrl, listings: async () => [], me } as Partial<Marketplace>;
  return {
    db,
    fetch: () => Promise.reject(new Error('nothing else is asked')),
    clock: () => clock,
    marketplace: async () => marketplace as Marketplace,
    broadcast: () => undefined,
    drain: () => undefined,
    trigger: (by) => void woken.push(by),
  };
}

async function drained(id: string) {
  const deps: Partial<OutboxDeps> = {
    db,
    clock: () => clock,
    locks: { request: (_name, body) => body() },
    marketplace: async () => null,
    broadcast: () => undefined,
    armAlarm: async () => undefined,
    schedule: async () => undefined,
  };
  await drain(deps as OutboxDeps);
  return db.read(['outbox'], (tx) => tx.get('outbox', id));
}

describe('a product that nobody knew the village of', () => {
  test('is the village’s as soon as the marketplace lists its site, and what is owed goes on', async () => {
    const { id } = await sell(db, SOUTH);
    await come(db, utara);
    const woken: string[] = [];
    await refreshVillage(roomWith(utara.public.village.sites, woken), utara.key);
    expect([(await listing(db, id))?.village, woken]).toEqual([null, []]);
    await refreshVillage(roomWith([...utara.public.village.sites, SOUTH], woken), utara.key);
    expect([(await listing(db, id))?.village, woken]).toEqual([utara.key, ['connected']]);
  });

  test('published again with the same words, it takes the village that is known by now', async () => {
    const sold = await sell(db, SOUTH);
    await come(db, utara);
    const again = () => publish(db, { ...sold, baseRev: 1 }, clock);
    await expect(again()).rejects.toMatchObject({ code: 'village_unknown' });
    // An older version left it so: the village was chosen, but the listing was not given to it.
    await db.change(['values'], (tx) => tx.setValue('choices', { [SOUTH]: utara.key }));
    expect((await again()).row).toMatchObject({ rev: 2 });
    expect((await again()).row).toMatchObject({ rev: 2 });
    expect((await listing(db, sold.id))?.village).toBe(utara.key);
  });

  test('says that its village is to be chosen, not that a marketplace is to be connected', async () => {
    const { id } = await sell(db, SOUTH);
    expect(await drained(id)).toMatchObject({ reason: 'not_connected' });
    await come(db, utara);
    await db.change(['outbox'], async (tx) => {
      const row = await tx.get('outbox', id);
      if (row) await tx.put('outbox', { ...row, nextAt: clock.now });
    });
    expect(await drained(id)).toMatchObject({ reason: 'village_unknown' });
    await chooseVillage(db, SOUTH, utara.key);
    expect((await listing(db, id))?.village).toBe(utara.key);
  });
});

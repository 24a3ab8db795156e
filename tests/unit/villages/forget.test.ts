import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '../../../marketplace/contract/index.ts';
import { createDb, type Db } from '../../../utils/db/db.ts';
import { defaultsFor, rememberDefaults } from '../../../utils/drafts/defaults.ts';
import { pullListings } from '../../../utils/drafts/pull.ts';
import { emptyForm } from '../../../utils/listing/form.ts';
import type { Marketplace } from '../../../utils/marketplace.ts';
import type { StoredVillage } from '../../../utils/model/stored.ts';
import { patchSettings } from '../../../utils/settings.ts';
import { clock, come, leave, listing, sell } from './laptop.ts';
import { village } from './village.ts';

const NORTH = 'https://utara.desa.id';
const NOTHING = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
const utara = village('utara', [NORTH]);

let db: Db;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  await come(db, utara);
});

async function answerOf(id: string): Promise<Listing> {
  const stored = await listing(db, id);
  if (stored === undefined) throw new Error('published');
  const url = `${utara.public.marketplaceUrl}/p/${id}`;
  const verification = { state: 'none' as const, url: null, checkedAt: null, reason: null };
  const updatedAt = new Date(clock.now).toISOString();
  return { id, input: stored.input, url, shortUrl: url, verification, hidden: null, updatedAt } as Listing;
}

describe('a village that was taken off the device', () => {
  test('stays off, with its listings, when an answer of its marketplace comes late', async () => {
    const { id } = await sell(db, NORTH);
    const answer = await answerOf(id);
    const marketplace: Partial<Marketplace> = {
      async listings() {
        await leave(db, utara);
        return [answer];
      },
    };
    await pullListings(db, marketplace as Marketplace, utara.key);
    expect(await db.read(['listings'], (tx) => tx.all('listings'))).toEqual([]);
  });

  test('takes its makers along: the village that stays goes on from its own', async () => {
    const dagan = village('dagan', ['https://dagan.desa.id']);
    const begin = () => db.read(['values', 'villages'], (tx) => defaultsFor(tx, 'https://dagan.desa.id'));
    const remember = (producerName: string, { key }: StoredVillage) =>
      rememberDefaults(db, { ...emptyForm(NOTHING), producerName, producerPhone: '081111111111' }, key);
    await remember('Pak Contoh', utara);
    await come(db, dagan);
    await remember('Bu Siti', dagan);
    await leave(db, utara);
    expect(await begin()).toMatchObject({ producerName: 'Bu Siti' });
    await patchSettings(db, { defaults: { ...NOTHING, producerName: 'Bu Sri' } });
    expect(await begin()).toMatchObject({ producerName: 'Bu Sri' });
  });

  test('leaves no maker to one that has none of its own, and none to the next one', async () => {
    const dagan = village('dagan', ['https://dagan.desa.id']);
    const begin = () => db.read(['values', 'villages'], (tx) => defaultsFor(tx, 'https://dagan.desa.id'));
    const sold = { ...emptyForm(NOTHING), producerName: 'Pak Contoh', terms: 'COD' };
    await rememberDefaults(db, sold, utara.key);
    await come(db, dagan);
    await patchSettings(db, { rememberDefaults: false });
    expect(await begin()).toMatchObject({ producerName: '', terms: 'COD' });
    await leave(db, utara);
    expect(await begin()).toMatchObject({ producerName: '', terms: 'COD' });
  });
});

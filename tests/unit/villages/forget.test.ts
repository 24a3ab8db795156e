import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '../../../marketplace/contract/index.ts';
import { createDb, type Db } from '../../../utils/db/db.ts';
import { pullListings } from '../../../utils/drafts/pull.ts';
import type { Marketplace } from '../../../utils/marketplace.ts';
import { clock, come, leave, listing, sell } from './laptop.ts';
import { village } from './village.ts';

const NORTH = 'https://utara.desa.id';
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
});

import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listingInput } from '#tests/marketplace/samples.ts';
import { idOf, inquiry, NOW, owed, VILLAGE_KEY } from '#tests/utils/inquiries/make.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDatabase } from '#utils/db/open.ts';
import { ASIDE, DB_NAME, STORES, type StoreName, UPGRADES } from '#utils/db/schema.ts';
import { listViews } from '#utils/drafts/views.ts';
import { readBadge } from '#utils/inbox/inbox.ts';
import { readInbox } from '#utils/inbox/read.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { listOwed } from '#utils/outbox/owed.ts';
import { getConnection, listVillages, openMarketplace } from '#utils/villages/villages.ts';

const village = {
  id: idOf('village'),
  slug: 'dagan',
  name: 'Desa Dagan',
  code: null,
  district: null,
  regency: null,
  sites: ['https://dagan.desa.id'],
  url: 'https://pasar.example/desa/dagan',
  status: 'approved',
};
const CONNECTION = {
  public: { marketplaceUrl: 'https://pasar.example', deviceId: idOf('device'), deviceName: 'Laptop', village },
  token: 'rahasia',
  revoked: false,
};

/** Rows as the first version wrote them: none of them names a village. */
function firstRows(connection: unknown): Partial<Record<StoreName, unknown[]>> {
  const { village: _, ...question } = inquiry('tanya', { unanswered: true });
  const input = listingInput(['a'.repeat(64)], { siteUrl: 'https://dagan.desa.id' });
  const listing = {
    ...{ id: idOf('gula'), input, serverRev: 1, url: 'https://pasar.example/p/gula', shortUrl: null },
    ...{ verification: null, hidden: null, post: null, postRev: 0, postAt: 0, writing: null },
    ...{ overwriteEdits: false, linkbackSkipped: false, updatedAt: 5 },
  };
  const blank = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
  const draft = {
    ...{ id: idOf('kopi'), siteUrl: 'https://dagan.desa.id', form: { ...emptyForm(blank), name: 'Kopi' } },
    ...{ photos: [], baseRev: 0, prefilled: null, issues: [], updatedAt: 6 },
  };
  return {
    values: [
      { name: 'connection', value: connection },
      { name: 'inbox', value: { cursor: 'sampai-sini', syncedAt: 7 } },
      { name: 'taken', value: { 'https://dagan.desa.id 1': idOf('gula') } },
    ],
    listings: [listing],
    drafts: [draft],
    inquiries: [question],
    unread: [{ id: question.id }],
    outbox: [owed(question.id, { kind: 'reply', text: 'Ada, Bu.' })],
    typed: [{ key: 'invite', text: 'https://' }],
  };
}

async function install(connection: unknown): Promise<void> {
  const first = await openDatabase(DB_NAME, UPGRADES.slice(0, 1));
  for (const [store, rows] of Object.entries(firstRows(connection)))
    for (const row of rows) await first.put(store, row);
  first.close();
}

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

const stores = Object.keys(STORES) as StoreName[];
const counts = () => db.read(stores, async (tx) => Promise.all(stores.map(async (s) => [s, (await tx.all(s)).length])));

/** The rows that were set aside because they could not be read. */
async function aside(): Promise<unknown[]> {
  const raw = await openDatabase();
  const rows = await raw.getAll(ASIDE);
  raw.close();
  return rows;
}

describe('the one connection of an older version', () => {
  test('is the first village, still connected, with everything listed, typed, asked and owed', async () => {
    await install(CONNECTION);
    expect(await listVillages(db)).toEqual([{ key: VILLAGE_KEY, connection: CONNECTION.public, state: 'connected' }]);
    const sent: (string | null)[] = [];
    const marketplace = await openMarketplace(
      db,
      async (_, init) => {
        sent.push(new Headers(init?.headers).get('authorization'));
        return new Response('', { status: 500 });
      },
      VILLAGE_KEY,
    );
    await marketplace?.me().catch(() => undefined);
    expect(sent).toEqual(['Bearer rahasia']);
    expect(await listViews(db)).toMatchObject([
      { name: 'Kopi', state: 'draft', village: VILLAGE_KEY },
      { name: 'Gula semut organik', state: 'live', village: VILLAGE_KEY },
    ]);
    expect(await readInbox(db)).toMatchObject({
      inquiries: [{ id: idOf('tanya'), village: VILLAGE_KEY }],
      unread: [idOf('tanya')],
      syncedAt: 7,
    });
    expect(await listOwed(db)).toMatchObject([{ message: { text: 'Ada, Bu.' } }]);
    expect((await readBadge(db, NOW)).text).toBe('1');
    expect(await db.read(['villages'], (tx) => tx.get('villages', VILLAGE_KEY))).toMatchObject({
      inbox: { cursor: 'sampai-sini', syncedAt: 7 },
    });
    expect(await aside()).toEqual([]);
  });

  test('loses no row on the way, and the values beside it stay', async () => {
    await install(CONNECTION);
    expect(Object.fromEntries(await counts())).toMatchObject({
      ...{ villages: 1, listings: 1, drafts: 1, inquiries: 1, unread: 1, outbox: 1, typed: 1 },
      values: 1,
    });
    expect(await db.read(['values'], (tx) => tx.value('taken'))).toEqual({ 'https://dagan.desa.id 1': idOf('gula') });
  });

  test('that was signed out is a village that is signed out: what is owed waits for it', async () => {
    await install({ ...CONNECTION, token: '', revoked: true });
    expect(await listVillages(db)).toMatchObject([{ key: VILLAGE_KEY, state: 'signed_out' }]);
    expect(await getConnection(db, VILLAGE_KEY)).toBeNull();
    expect((await listViews(db)).map(({ village }) => village)).toContain(VILLAGE_KEY);
  });

  test('that cannot be read leaves the listings to whichever village comes', async () => {
    await install({ from: 'the future' });
    expect(await listVillages(db)).toEqual([]);
    expect(await listViews(db)).toMatchObject([{ village: null }, { village: null }]);
  });

  test('may be missing: nothing was connected yet', async () => {
    await install(undefined);
    expect(await listVillages(db)).toEqual([]);
    expect(await listViews(db)).toHaveLength(2);
  });
});

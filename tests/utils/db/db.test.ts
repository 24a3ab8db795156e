import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDatabase } from '#utils/db/open.ts';
import { ASIDE, DB_NAME, STORES, UPGRADES } from '#utils/db/schema.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { Draft } from '#utils/model/draft.ts';
import { getSettings } from '#utils/settings.ts';

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

const blank = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
const draft = (id: string): Draft => ({
  id,
  siteUrl: null,
  form: emptyForm(blank),
  photos: [],
  baseRev: 0,
  prefilled: null,
  issues: [],
  updatedAt: 1,
});

/** Writes a row past our checks, as another version or a broken disk would. */
async function putRaw(store: string, row: unknown): Promise<void> {
  const raw = await openDatabase();
  await raw.put(store, row);
  raw.close();
}

async function aside(): Promise<unknown[]> {
  const raw = await openDatabase();
  const rows = await raw.getAll(ASIDE);
  raw.close();
  return rows;
}

describe('a row that cannot be read', () => {
  const bad = { id: 'b'.repeat(16), form: 'from the future' };

  test('is set aside, not thrown away, and the good ones are read', async () => {
    await db.change(['drafts'], (tx) => tx.put('drafts', draft('a'.repeat(16))));
    await putRaw('drafts', bad);
    expect(await db.read(['drafts'], (tx) => tx.all('drafts'))).toEqual([draft('a'.repeat(16))]);
    expect(await aside()).toEqual([{ store: 'drafts', key: bad.id, row: bad, at: expect.any(Number) }]);
    expect(await db.read(['drafts'], (tx) => tx.keys('drafts'))).toEqual(['a'.repeat(16)]);
  });

  test('reads as absent by its key, and is set aside once', async () => {
    await putRaw('drafts', bad);
    expect(await db.read(['drafts'], (tx) => tx.get('drafts', bad.id))).toBeUndefined();
    expect(await db.read(['drafts'], (tx) => tx.get('drafts', bad.id))).toBeUndefined();
    expect(await aside()).toHaveLength(1);
  });

  test('does not take a good row with it that was written meanwhile', async () => {
    await putRaw('drafts', bad);
    await db.change(['drafts'], async (tx) => {
      await tx.get('drafts', bad.id);
      await tx.put('drafts', draft(bad.id));
    });
    expect(await db.read(['drafts'], (tx) => tx.get('drafts', bad.id))).toEqual(draft(bad.id));
    expect(await aside()).toEqual([]);
  });

  test('settings in a language that this version does not know read as Indonesian, with all else kept', async () => {
    const settings = { ...(await getSettings(db)), notifications: false, ownReplies: ['Nggih'] };
    await putRaw('values', { name: 'settings', value: { ...settings, locale: 'jv' } });
    expect(await getSettings(db)).toEqual({ ...settings, locale: 'id' });
    expect(await aside()).toEqual([]);
  });

  test('a single value that cannot be read is as if it had not been set', async () => {
    await putRaw('values', { name: 'settings', value: { locale: 'jv' } });
    expect(await db.read(['values'], (tx) => tx.value('settings'))).toBeUndefined();
    expect(await aside()).toHaveLength(1);
  });
});

describe('a transaction', () => {
  test('happens as a whole or not at all', async () => {
    const failing = db.change(['drafts', 'typed'], async (tx) => {
      await tx.put('drafts', draft('a'.repeat(16)));
      await tx.put('typed', { key: 'invite', text: 'https://' });
      throw new Error('in the middle');
    });
    await expect(failing).rejects.toThrow('in the middle');
    expect(await db.read(['drafts', 'typed'], async (tx) => [await tx.keys('drafts'), await tx.keys('typed')])).toEqual(
      [[], []],
    );
  });

  test('that only reads may not write', async () => {
    await expect(db.read(['drafts'], (tx) => tx.put('drafts', draft('a'.repeat(16))))).rejects.toThrow();
  });
});

describe('an upgrade', () => {
  test('from every earlier version keeps every row', async () => {
    for (let from = 1; from <= UPGRADES.length; from += 1) {
      globalThis.indexedDB = new IDBFactory();
      const old = await openDatabase(DB_NAME, UPGRADES.slice(0, from));
      const stores = [...old.objectStoreNames].filter((name) => name !== ASIDE);
      for (const name of stores) await old.put(name, { [STORES[name as keyof typeof STORES].key]: 'kept' });
      old.close();
      const now = await openDatabase();
      for (const name of stores) expect(await now.count(name), `${name} from version ${from}`).toBe(1);
      now.close();
    }
  });

  test('by a later version is refused to this one, which then leaves it alone', async () => {
    const later = await openDB(DB_NAME, UPGRADES.length + 1, {
      upgrade: (raw) => void raw.createObjectStore('new', { keyPath: 'id' }),
    });
    await later.put('new', { id: 1 });
    later.close();
    await expect(db.read(['drafts'], (tx) => tx.all('drafts'))).rejects.toThrow();
    const again = await openDB(DB_NAME);
    expect(await again.count('new')).toBe(1);
    again.close();
  });
});

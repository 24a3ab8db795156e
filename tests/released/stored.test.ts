import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDb } from '#utils/db/db.ts';
import { openDatabase } from '#utils/db/open.ts';
import { ASIDE, STORES, type StoreName, VALUES, type ValueName } from '#utils/db/schema.ts';
import { RELEASES, type Release } from './checkout.ts';
import { frozenLayout, frozenRows } from './frozen.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A database exactly as that version left it, without any of today's code. */
async function writeAs(release: Release, rows: [store: string, row: Record<string, unknown>][]): Promise<void> {
  const { name, version, stores } = frozenLayout(release);
  const raw = await openDB(name, version, {
    upgrade(db) {
      for (const [store, options] of Object.entries(stores)) db.createObjectStore(store, options);
    },
  });
  for (const [store, row] of rows) await raw.put(store, row);
  raw.close();
}

async function aside(): Promise<unknown[]> {
  const raw = await openDatabase();
  const rows = await raw.getAll(ASIDE);
  raw.close();
  return rows;
}

/** The same row once more has the same key: the first of each key, then the second, and so on. */
function layers(release: Release): [string, Record<string, unknown>][][] {
  const made: [string, Record<string, unknown>][][] = [];
  for (const [store, rows] of Object.entries(frozenRows(release))) {
    const seen = new Map<unknown, number>();
    const keyPath = String(frozenLayout(release).stores[store]?.keyPath);
    for (const row of rows) {
      const at = seen.get(row[keyPath]) ?? 0;
      seen.set(row[keyPath], at + 1);
      made[at] = [...(made[at] ?? []), [store, row]];
    }
  }
  return made;
}

describe.each(Object.keys(RELEASES) as Release[])('what version %s stored', (release) => {
  const rows = frozenRows(release);

  test('stands in every store it had, and for every single value', () => {
    const { [ASIDE]: _, ...stores } = frozenLayout(release).stores;
    expect(Object.keys(rows).sort()).toEqual(Object.keys(stores).sort());
    for (const [store, some] of Object.entries(rows)) expect(some.length, store).toBeGreaterThan(0);
  });

  test('has its stores and keys today: nothing stored is renamed', () => {
    const { [ASIDE]: _, ...stores } = frozenLayout(release).stores;
    for (const [store, { keyPath }] of Object.entries(stores))
      expect(STORES[store as StoreName]?.key, store).toBe(keyPath);
    for (const { name } of rows.values ?? []) expect(Object.keys(VALUES)).toContain(name);
  });

  test('is read by today’s code row by row, and nothing goes aside', async () => {
    for (const layer of layers(release)) {
      globalThis.indexedDB = new IDBFactory();
      await writeAs(release, layer);
      const db = createDb();
      for (const [store, row] of layer) {
        const name = store as StoreName;
        const read = await db.read([name], (tx) => tx.get(name, String(row[STORES[name].key])));
        expect(read, `${store} ${JSON.stringify(row)}`).toMatchObject(row);
        if (name !== 'values') continue;
        const value = await db.read(['values'], (tx) => tx.value(row.name as ValueName));
        expect(value, `values ${JSON.stringify(row)}`).toEqual(row.value);
      }
      for (const name of new Set(layer.map(([store]) => store as StoreName)))
        expect((await db.read([name], (tx) => tx.all(name))).length, name).toBe(
          layer.filter(([store]) => store === name).length,
        );
      expect(await aside()).toEqual([]);
    }
  });
});

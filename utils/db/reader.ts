import * as z from 'zod/mini';
import { Id, PhotoHash } from '#contract';
import { Consignments } from '#utils/model/consignment.ts';
import { OutboxRow } from '#utils/model/outbox.ts';
import { Settings } from '#utils/model/site.ts';
import { StoredInquiry, StoredVillage, VillageReplies } from '#utils/model/stored.ts';
import type { Db, Tx } from './db.ts';
import { DB_NAME, DB_VERSION } from './version.ts';

const ROWS: Record<string, z.ZodMiniType> = {
  villages: StoredVillage,
  inquiries: StoredInquiry,
  outbox: OutboxRow,
  unread: z.object({ id: Id }),
  thumbnails: z.object({ hash: PhotoHash, dataUrl: z.string() }),
};
const VALUES: Record<string, z.ZodMiniType> = {
  settings: Settings,
  consignments: Consignments,
  replies: VillageReplies,
};

/**
 * The database as the popup reads it, in a hurry: nothing is brought up to date and nothing is set aside. Where one of both
 * is due the read fails, and the background, which does both, is asked instead.
 */
export function createReader(open = openForReading): Pick<Db, 'read'> {
  let opened: Promise<IDBDatabase> | null = null;
  return {
    async read(stores, body) {
      opened ??= open();
      const db = await opened.catch((error) => {
        opened = null;
        throw error;
      });
      // Another context of ours wants to upgrade: this one gives way, and asks the background from then on.
      db.onversionchange = () => db.close();
      return body(toTx(db.transaction([...stores], 'readonly')));
    },
  };
}

async function openForReading(): Promise<IDBDatabase> {
  const request = indexedDB.open(DB_NAME);
  // There is none yet. It is the background's to make.
  request.onupgradeneeded = () => request.transaction?.abort();
  const db = await answerOf(request);
  if (db.version === DB_VERSION) return db;
  db.close();
  throw new Error('the database is of another version');
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function toTx(transaction: IDBTransaction): Tx {
  const store = (name: string) => transaction.objectStore(name);
  const known = (schemas: typeof ROWS, name: string, row: unknown) => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`the popup does not read ${name}`);
    return schema.parse(row);
  };
  const refuse = () => Promise.reject(new Error('only the background writes'));
  const tx: { [M in keyof Tx]: (name: string, key: string) => Promise<unknown> } = {
    get: async (name, key) => {
      const row = await answerOf(store(name).get(key));
      return row === undefined ? undefined : known(ROWS, name, row);
    },
    all: async (name) => (await answerOf(store(name).getAll())).map((row) => known(ROWS, name, row)),
    keys: async (name) => (await answerOf(store(name).getAllKeys())).map(String),
    value: async (name) => {
      const row = await answerOf(store('values').get(name));
      return row === undefined ? undefined : known(VALUES, name, row.value);
    },
    put: refuse,
    delete: refuse,
    setValue: refuse,
  };
  // Each row is of its store's own shape, as the schemas above say; how they belong together is known only by name.
  return tx as unknown as Tx;
}

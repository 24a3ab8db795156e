import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import { openDatabase } from './open.ts';
import { ASIDE, AsideRow, type RowOf, STORES, type StoreName, VALUES, type ValueName, type ValueOf } from './schema.ts';

/** One transaction: all of it happens, or nothing. Await nothing but these calls inside, or it ends by itself. */
export interface Tx {
  get<S extends StoreName>(store: S, key: string): Promise<RowOf<S> | undefined>;
  all<S extends StoreName>(store: S): Promise<RowOf<S>[]>;
  keys(store: StoreName): Promise<string[]>;
  put<S extends StoreName>(store: S, row: RowOf<S>): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
  value<V extends ValueName>(name: V): Promise<ValueOf<V> | undefined>;
  setValue<V extends ValueName>(name: V, value: ValueOf<V> | null): Promise<void>;
}

/** The background's database. A row that does not parse is set aside and reads as absent. */
export interface Db {
  read<T>(stores: readonly StoreName[], body: (tx: Tx) => Promise<T>): Promise<T>;
  change<T>(stores: readonly StoreName[], body: (tx: Tx) => Promise<T>): Promise<T>;
  /** The rows that could not be read, oldest first; nothing is checked but that each is a row that was set aside. */
  aside(): Promise<AsideRow[]>;
}

export function createDb(open: () => Promise<IDBPDatabase> = openDatabase): Db {
  let opened: Promise<IDBPDatabase> | null = null;
  const database = async (): Promise<IDBPDatabase> => {
    opened ??= open();
    try {
      return await opened;
    } catch (error) {
      opened = null;
      throw error;
    }
  };

  async function run<T>(stores: readonly StoreName[], mode: 'readonly' | 'readwrite', body: (tx: Tx) => Promise<T>) {
    const db = await database();
    const bad: BadRow[] = [];
    const transaction = db.transaction([...stores], mode);
    const result = await finish(transaction, body(toTx(transaction, bad)));
    if (bad.length > 0) await setAside(db, bad);
    return result;
  }

  return {
    read: (stores, body) => run(stores, 'readonly', body),
    change: (stores, body) => run(stores, 'readwrite', body),
    async aside() {
      const rows: unknown[] = await (await database()).getAll(ASIDE);
      return rows.flatMap((row) => AsideRow.safeParse(row).data ?? []);
    },
  };
}

type Mode = 'readonly' | 'readwrite';
type Transaction = IDBPTransaction<unknown, string[], Mode>;

interface BadRow {
  store: StoreName;
  key: string;
  row: unknown;
}

/** Waits for the commit itself; when the body throws, everything it wrote is undone. */
async function finish<T>(transaction: Transaction, body: Promise<T>): Promise<T> {
  const done = transaction.done;
  done.catch(() => undefined);
  try {
    const result = await body;
    await done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // The transaction has ended already: the error that ended it is the one to report.
    }
    throw error;
  }
}

function toTx(transaction: Transaction, bad: BadRow[]): Tx {
  const parse = <S extends StoreName>(store: S, row: unknown): RowOf<S>[] => {
    const parsed = STORES[store].row.safeParse(row);
    if (parsed.success) return [parsed.data as RowOf<S>];
    bad.push({ store, key: String((row as Record<string, unknown>)[STORES[store].key]), row });
    return [];
  };
  // In a transaction that was opened for reading, IndexedDB itself refuses to write.
  const writable = (store: StoreName) =>
    transaction.objectStore(store) as IDBPObjectStore<unknown, string[], string, 'readwrite'>;
  return {
    async get(store, key) {
      const row: unknown = await transaction.objectStore(store).get(key);
      return row === undefined ? undefined : parse(store, row)[0];
    },
    all: async (store) => (await transaction.objectStore(store).getAll()).flatMap((row) => parse(store, row)),
    keys: async (store) => (await transaction.objectStore(store).getAllKeys()).map(String),
    put: async (store, row) => void (await writable(store).put(row)),
    delete: async (store, key) => void (await writable(store).delete(key)),
    async value(name) {
      const row = await transaction.objectStore('values').get(name);
      if (row === undefined) return undefined;
      const parsed = VALUES[name].safeParse(row.value);
      if (parsed.success) return parsed.data as ValueOf<typeof name>;
      bad.push({ store: 'values', key: name, row });
      return undefined;
    },
    async setValue(name, value) {
      if (value === null) await writable('values').delete(name);
      else await writable('values').put({ name, value });
    },
  };
}

/**
 * Sets bad rows aside, in a transaction of its own. A row is moved only while it is still the bad one, because somebody
 * may have written a good one since.
 */
async function setAside(db: IDBPDatabase, bad: BadRow[]): Promise<void> {
  const transaction = db.transaction([...new Set(bad.map(({ store }) => store)), ASIDE], 'readwrite');
  for (const { store, key, row } of bad) {
    const current: unknown = await transaction.objectStore(store).get(key);
    if (current === undefined || JSON.stringify(current) !== JSON.stringify(row)) continue;
    await transaction.objectStore(ASIDE).add({ store, key, row, at: Date.now() });
    await transaction.objectStore(store).delete(key);
  }
  await transaction.done;
}

import type { ExtensionBrowser } from '#stack/browser.ts';
import type { RowOf, StoreName } from '#utils/db/schema.ts';
import { inPage } from './inPage.ts';

/**
 * The rows of the extension's own database, for states that would take a broken site or days to come about. Whoever puts
 * rows takes them out again.
 */
export interface Rows {
  all<S extends StoreName>(store: S): Promise<RowOf<S>[]>;
  put<S extends StoreName>(store: S, rows: RowOf<S>[]): Promise<void>;
  delete(store: StoreName, keys: string[]): Promise<void>;
}

interface Work {
  store: string;
  put?: unknown[];
  remove?: string[];
}

export function rowsOf(browser: ExtensionBrowser): Rows {
  const change = async <T>(work: Work): Promise<T> => {
    const page = await browser.open('popup.html');
    const rows = await inPage(page, touch, work);
    await page.close();
    return rows as T;
  };
  return {
    all: (store) => change({ store }),
    put: (store, rows) => change({ store, put: rows }),
    delete: (store, keys) => change({ store, remove: keys }),
  };
}

/** Runs in a page of the extension. */
async function touch({ store, put = [], remove = [] }: Work): Promise<unknown[]> {
  const done = <R>(request: IDBRequest<R>) =>
    new Promise<R>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('dodolan'));
  const rows = db.transaction(store, 'readwrite').objectStore(store);
  for (const row of put) await done(rows.put(row));
  for (const key of remove) await done(rows.delete(key));
  const all = put.length + remove.length > 0 ? [] : await done(rows.getAll());
  db.close();
  return all;
}

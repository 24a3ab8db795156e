import { type IDBPDatabase, openDB, unwrap } from 'idb';
import { UPGRADES } from './schema.ts';
import { DB_NAME } from './version.ts';

/** Opens the database, bringing an older one up by every step in between. Rejects when a newer version wrote it. */
export function openDatabase(name = DB_NAME, upgrades = UPGRADES): Promise<IDBPDatabase> {
  return openDB(name, upgrades.length, {
    upgrade(db, from, _to, transaction) {
      for (const upgrade of upgrades.slice(from)) upgrade(unwrap(db), unwrap(transaction));
    },
    // Another context of ours (a newer version starting) wants to upgrade: this one gives way at once.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

import * as z from 'zod/mini';

/** What the first version kept: one connection, and the rows of whatever village it was. Frozen: never changes again. */
const OnlyConnection = z.object({
  public: z.looseObject({ marketplaceUrl: z.string(), village: z.looseObject({ id: z.string() }) }),
  token: z.string(),
  revoked: z.boolean(),
});
const OnlyInbox = z.object({ cursor: z.nullable(z.string()), syncedAt: z.nullable(z.number()) });

/**
 * Makes the one connection the first of the villages, and stamps its listings and inquiries with its key, whether it is
 * signed out or not: what is owed waits for it all the same. A connection that cannot be read is left where it is; the
 * listings then have no village yet, as if they had been made before connecting.
 */
export function intoVillages(transaction: IDBTransaction): void {
  const values = transaction.objectStore('values');
  read(values, 'connection', (connection) => {
    const only = OnlyConnection.safeParse(connection);
    if (!only.success) return;
    const { marketplaceUrl, village } = only.data.public;
    const key = `${marketplaceUrl} ${village.id}`;
    read(values, 'inbox', (state) => {
      const inbox = OnlyInbox.safeParse(state);
      transaction
        .objectStore('villages')
        .put({ ...only.data, key, inbox: inbox.success ? inbox.data : { cursor: null, syncedAt: null } });
      values.delete('connection');
      values.delete('inbox');
    });
    for (const store of ['listings', 'inquiries']) stamp(transaction.objectStore(store), key);
  });
}

function read(values: IDBObjectStore, name: string, then: (value: unknown) => void): void {
  const asked: IDBRequest<{ value: unknown } | undefined> = values.get(name);
  asked.onsuccess = () => then(asked.result?.value);
}

/** Writes the village's key into every row of a store, whatever else is in the row. */
function stamp(store: IDBObjectStore, village: string): void {
  const asked = store.openCursor();
  asked.onsuccess = () => {
    const cursor = asked.result;
    if (cursor === null) return;
    cursor.update({ ...cursor.value, village });
    cursor.continue();
  };
}

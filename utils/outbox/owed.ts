import type { Db } from '#utils/db/db.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';

/** The rows of everything that is owed, oldest first. */
export async function listOwed(db: Pick<Db, 'read'>): Promise<OutboxRow[]> {
  const rows = await db.read(['outbox'], (tx) => tx.all('outbox'));
  return rows.sort((a, b) => a.createdAt - b.createdAt);
}

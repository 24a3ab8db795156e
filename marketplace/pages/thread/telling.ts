import type { Db } from '#marketplace/db/open.ts';
import type { Key } from '#marketplace/inquiries/store/events.ts';

/** Where the buyer is told, in full, for what the buyer downloads. */
export async function addressesOf(db: Db, key: Key): Promise<{ email: string | null; browsers: string[] }> {
  const rows = await db
    .selectFrom('contacts')
    .select(['channel', 'address'])
    .where('village_id', '=', key.villageId)
    .where('inquiry_id', '=', key.id)
    .execute();
  return {
    email: rows.find(({ channel }) => channel === 'mail')?.address ?? null,
    browsers: rows.filter(({ channel }) => channel === 'push').map(({ address }) => address),
  };
}

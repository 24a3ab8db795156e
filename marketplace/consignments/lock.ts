import type { Db } from '#marketplace/db/open.ts';

/**
 * What changes a village's consignments or their photos happens one after another: the room is counted, a twin waits for the
 * first, and no photo goes in the moment in which a consignment names it. Held until the transaction ends.
 */
export async function oneAtATime(trx: Db, villageId: string): Promise<void> {
  const own = trx.selectFrom('villages').select('id').where('id', '=', villageId);
  await own.forNoKeyUpdate().executeTakeFirstOrThrow();
}

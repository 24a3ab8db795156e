import type { Db } from '#marketplace/db/open.ts';

/** The most villages that one form asks, over all its presses. */
export const BULK_MAX = 5;

/** `asked_before`: that village has a thread of this form, with other words. `bulk_full`: the form has asked its five. */
export type NoRoom = 'asked_before' | 'bulk_full';

/**
 * Locks a form to several villages until the transaction ends. Two presses at once then see each other's threads, so
 * that they never open two in one village, nor more than five in all; an index would hold only the first of the two.
 */
export async function lockBulk(db: Db, bulkId: string): Promise<void> {
  await db.selectFrom('bulk_inquiries').select('id').where('id', '=', bulkId).forUpdate().executeTakeFirst();
}

/** Why a locked form may open no thread in this village; null when it may. */
export async function noRoomIn(db: Db, bulkId: string, villageId: string): Promise<NoRoom | null> {
  const bulk = await db
    .selectFrom('bulk_inquiries')
    .select(({ exists, selectFrom }) => [
      'asked',
      exists(selectFrom('inquiries').select('id').where('bulk_id', '=', bulkId).where('village_id', '=', villageId)).as(
        'isAsked',
      ),
    ])
    .where('id', '=', bulkId)
    .executeTakeFirst();
  if (bulk?.isAsked) return 'asked_before';
  return (bulk?.asked ?? BULK_MAX) >= BULK_MAX ? 'bulk_full' : null;
}

/** Counts a thread that a locked form has opened. */
export async function countOpened(db: Db, bulkId: string): Promise<void> {
  await db
    .updateTable('bulk_inquiries')
    .set((eb) => ({ asked: eb('asked', '+', 1) }))
    .where('id', '=', bulkId)
    .execute();
}

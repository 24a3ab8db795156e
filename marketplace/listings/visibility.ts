import { sql } from 'kysely';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { forgetPlaces } from './places.ts';

/** Updates `listed` after a village's status or a listing's `hidden` changed. */
async function refreshListed(db: Db, villageId: string): Promise<void> {
  await db
    .updateTable('listings as l')
    .from('villages as v')
    .set({
      listed: sql<boolean>`l.state = 'live' and l.hidden is null and v.status = 'approved' and v.practice_room is null`,
    })
    .whereRef('v.id', '=', 'l.village_id')
    .where('l.village_id', '=', villageId)
    .execute();
}

type Status = VillageTables['villages']['status'];

/**
 * Sets a village's status (approved, blocked, waiting), and shows or hides all its listings in the same moment. With
 * `from`, only when the village has that status now.
 */
export async function setVillageStatus(deps: Deps, villageId: string, status: Status, from?: Status): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    let change = trx.updateTable('villages').set({ status }).where('id', '=', villageId);
    if (from) change = change.where('status', '=', from);
    const { numUpdatedRows } = await change.executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await refreshListed(trx, villageId);
    await notifyLive(trx, villageId, { kind: 'village', id: villageId });
  });
  forgetPlaces(deps);
}

/**
 * An operator hides a listing with a reason that its village will read, or shows it again (null). False when the id is
 * unknown.
 */
export async function hideListing(deps: Deps, id: string, reason: string | null): Promise<boolean> {
  const isKnown = await deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('listings')
      .set({ hidden: reason, updated_at: deps.now() })
      .where('id', '=', id)
      .returning('village_id')
      .executeTakeFirst();
    if (!row) return false;
    await refreshListed(trx, row.village_id);
    await notifyLive(trx, row.village_id, { kind: 'listing', id });
    return true;
  });
  forgetPlaces(deps);
  return isKnown;
}

import { CONSIGNMENT_DAYS, type Consignment, type ConsignmentOutcome } from '#contract';
import { DAY } from '#contract/time.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { SaidConsignment } from '#marketplace/db/tables/consignments.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { oneAtATime } from './lock.ts';
import { dropLoosePhotos, dropPhotos } from './photos.ts';

/** What waits for the village's devices, the oldest first. */
export async function waitingConsignments({ db }: Deps, { villageId }: Actor): Promise<Consignment[]> {
  const rows = await db
    .selectFrom('consignments')
    .select(['id', 'said', 'sent_at'])
    .where('village_id', '=', villageId)
    .where('said', 'is not', null)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, said, sent_at }) => (said === null ? [] : [toConsignment(id, said, sent_at)]));
}

function toConsignment(id: string, { producer, ...said }: SaidConsignment, sentAt: Date): Consignment {
  const maker = { name: producer.name, phone: producer.phone };
  return { id, ...said, maker, sentAt: sentAt.toISOString() };
}

/** Whether a consignment that waits has this photo. */
export async function isWaitingPhoto(deps: Deps, actor: Actor, id: string, hash: string): Promise<boolean> {
  const waiting = (await waitingConsignments(deps, actor)).find((one) => one.id === id);
  return waiting?.photos.some((photo) => photo.hash === hash) ?? false;
}

/**
 * Ends a consignment and forgets all that was said in it. The device that ended it may say so again; any other hears
 * `not_found`.
 */
export function endConsignment(
  deps: Deps,
  { villageId, deviceId }: Actor,
  id: string,
  { outcome }: ConsignmentOutcome,
): Promise<ConsignmentOutcome> {
  return deps.db.transaction().execute(async (trx) => {
    await oneAtATime(trx, villageId);
    const row = await trx
      .selectFrom('consignments')
      .select(['said', 'outcome', 'said_by'])
      .where('village_id', '=', villageId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row?.said === null && row.said_by === deviceId && row.outcome !== null) return { outcome: row.outcome };
    if (row === undefined || row.said === null) throw new ProblemError('not_found');
    await trx
      .updateTable('consignments')
      .set({ said: null, outcome, said_by: deviceId, ended_at: deps.now() })
      .where('village_id', '=', villageId)
      .where('id', '=', id)
      .execute();
    const hashes = row.said.photos.map(({ hash }) => hash);
    await dropPhotos(trx, villageId, hashes);
    await notifyLive(trx, villageId, { kind: 'village', id: villageId });
    return { outcome };
  });
}

/** Deletes what nobody looked at for `CONSIGNMENT_DAYS`, the ids of what was ended as long ago, and photos without a form. */
export async function forgetConsignments(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - CONSIGNMENT_DAYS * DAY);
  await deps.db
    .deleteFrom('consignments')
    .where((eb) =>
      eb.or([eb('ended_at', '<', before), eb.and([eb('ended_at', 'is', null), eb('sent_at', '<', before)])]),
    )
    .execute();
  await dropLoosePhotos(deps);
}

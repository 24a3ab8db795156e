import { MAKERS_MAX, type Maker, type MakerPut } from '#contract';
import { practicePhoneIssue } from '#contract/practice.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { columnsOf, isSame, type MakerRow, toMaker } from './rows.ts';

/**
 * Stores a revision of a maker. The same revision again answers as the first time; an older one, other words under the same
 * number, one that was said without having seen another device's newest, and one of a maker that was deleted meanwhile are
 * `revision_old`, with what is stored as `current`: the device puts the two together and says that.
 */
export async function putMaker(
  deps: Deps,
  actor: Actor,
  id: string,
  { base, ...input }: MakerPut,
): Promise<{ maker: Maker; isNew: boolean }> {
  return deps.db.transaction().execute(async (trx) => {
    await oneAtATime(trx, actor);
    const code = practicePhoneIssue(actor.practice, input.phone);
    if (code !== null) throw new ProblemError('invalid', { issues: [{ path: 'phone', code }] });
    const stored = await find(trx, actor, id);
    if (stored !== undefined) {
      const current = toMaker(stored);
      if (input.rev === stored.rev && isSame(stored, input)) return { maker: current, isNew: false };
      if (input.rev <= stored.rev || isUnseen(stored, base, actor)) throw new ProblemError('revision_old', { current });
    } else if (base > 0) throw new ProblemError('revision_old');
    else await leaveRoom(trx, actor);
    const row = { ...columnsOf(input), said_by: actor.deviceId, updated_at: deps.now() };
    const maker = await trx
      .insertInto('makers')
      .values({ ...row, village_id: actor.villageId, id })
      .onConflict((oc) => oc.columns(['village_id', 'id']).doUpdateSet(row))
      .returningAll()
      .executeTakeFirstOrThrow();
    return { maker: toMaker(maker), isNew: stored === undefined };
  });
}

/** The village's makers, the last changed first. */
export async function makersOf(deps: Deps, actor: Actor): Promise<Maker[]> {
  const rows = await deps.db
    .selectFrom('makers')
    .selectAll()
    .where('village_id', '=', actor.villageId)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toMaker);
}

/** Deletes a maker, or finds it deleted already. */
export async function deleteMaker(deps: Deps, actor: Actor, id: string): Promise<void> {
  await deps.db.deleteFrom('makers').where('village_id', '=', actor.villageId).where('id', '=', id).execute();
}

/** What the device said itself it knows, also when the answer was lost and its base is therefore an older one. */
function isUnseen(stored: MakerRow, base: number, { deviceId }: Actor): boolean {
  return base < stored.rev && stored.said_by !== deviceId;
}

/** The devices of one village write one after another, so that two first revisions of a maker are not one insert each. */
async function oneAtATime(trx: Db, { villageId }: Actor): Promise<void> {
  await trx.selectFrom('villages').select('id').where('id', '=', villageId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

function find(trx: Db, { villageId }: Actor, id: string): Promise<MakerRow | undefined> {
  return trx
    .selectFrom('makers')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('id', '=', id)
    .executeTakeFirst();
}

async function leaveRoom(trx: Db, { villageId }: Actor): Promise<void> {
  const { count } = await trx
    .selectFrom('makers')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('village_id', '=', villageId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MAKERS_MAX) throw new ProblemError('invalid', { issues: [{ path: '', code: 'makers_many' }] });
}

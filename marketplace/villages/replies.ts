import { isDeepStrictEqual } from 'node:util';
import type { Replies, RepliesPut } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { ProblemError } from '#marketplace/problem.ts';

/** The village's quick replies. */
export async function readReplies({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Replies> {
  const row = await find(db, actor);
  return { rev: row?.rev ?? 0, texts: row?.texts ?? [] };
}

/**
 * Stores a revision of them. The same again answers as the first time; an older one, other texts under the same number, and one
 * that was said without having seen another device's newest are `revision_old`, with what is stored as `current`.
 */
export async function putReplies(deps: Deps, actor: Actor, { rev, base, texts }: RepliesPut): Promise<Replies> {
  return deps.db.transaction().execute(async (trx) => {
    // The devices of one village write one after another.
    const own = trx.selectFrom('villages').select('id').where('id', '=', actor.villageId);
    await own.forNoKeyUpdate().executeTakeFirstOrThrow();
    const stored = await find(trx, actor);
    if (stored !== undefined) {
      const current = { rev: stored.rev, texts: stored.texts };
      if (rev === stored.rev && isDeepStrictEqual(texts, stored.texts)) return current;
      const isUnseen = base < stored.rev && stored.said_by !== actor.deviceId;
      if (rev <= stored.rev || isUnseen) throw new ProblemError('revision_old', { current });
    }
    const row = { rev, said_by: actor.deviceId, texts: JSON.stringify(texts), updated_at: deps.now() };
    await trx
      .insertInto('village_replies')
      .values({ ...row, village_id: actor.villageId })
      .onConflict((oc) => oc.column('village_id').doUpdateSet(row))
      .execute();
    return { rev, texts };
  });
}

function find(db: Db, { villageId }: Actor) {
  return db.selectFrom('village_replies').selectAll().where('village_id', '=', villageId).executeTakeFirst();
}

import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { Actor } from '#marketplace/http/actor.ts';
import { limit } from '#marketplace/http/limits.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { LIMITS } from './limits.ts';

/**
 * The buyer's number, or null when none was given or it was erased. The service records which device looked, and when.
 */
export async function revealPhone(deps: Deps, actor: Actor, inquiryId: string): Promise<string | null> {
  await limit(deps, LIMITS.revealPerDevice, `${actor.villageId}/${actor.deviceId}`);
  const row = await deps.db
    .selectFrom('inquiries')
    .select('buyer_phone')
    .where('village_id', '=', actor.villageId)
    .where('id', '=', inquiryId)
    .executeTakeFirst();
  if (!row) throw new ProblemError('inquiry_unknown');
  if (row.buyer_phone === null) return null;
  await deps.db
    .insertInto('phone_reveals')
    .values({
      village_id: actor.villageId,
      inquiry_id: inquiryId,
      id: newId(),
      device_id: actor.deviceId,
      at: deps.now(),
    })
    .execute();
  return row.buyer_phone;
}

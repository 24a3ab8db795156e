import { CONSIGNMENTS_MAX, type ConsignmentInput } from '#contract';
import { newId } from '#contract/newId.ts';
import { notifyLive } from '#marketplace/db/live.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { Deps } from '#marketplace/deps.ts';
import { type Proof, spend } from '#marketplace/inquiries/proofOfWork/spent.ts';
import { keyedHash } from '#marketplace/inquiries/secret.ts';
import { oneAtATime } from './lock.ts';
import { formPhotos } from './photos.ts';

/** What came under load without its proof may take this much of the room: a flood leaves place for those who solve it. */
const UNPROVEN_MAX = CONSIGNMENTS_MAX / 2;

/** Why nothing was kept: the photos have gone, there is no room, or the proof was another form's already. */
export type NotSent = 'photos_missing' | 'titip_full' | 'proof_spent';

export interface Sending {
  villageId: string;
  input: ConsignmentInput;
  /** Tells one sent form from another: the page's hidden id together with who sends it. */
  form: string;
  proof: Proof;
}

/** Keeps a consignment until a device of the village takes or refuses it; null when it is kept. The same form sent twice is one. */
export function sendConsignment(deps: Deps, { villageId, input, form, proof }: Sending): Promise<NotSent | null> {
  const sent_with = keyedHash(deps, 'consignment', JSON.stringify([form, villageId, input]));
  return deps.db.transaction().execute(async (trx) => {
    await oneAtATime(trx, villageId);
    if (await isSent(trx, villageId, sent_with)) return null;
    const photos = await formPhotos(trx, villageId, input.photos);
    if (photos.length < input.photos.length) return 'photos_missing';
    const unproven = proof === 'missing';
    if (await isFull(trx, villageId, unproven)) return 'titip_full';
    if (typeof proof !== 'string' && !(await spend(trx, villageId, proof))) return 'proof_spent';
    const said = JSON.stringify({ ...input, photos });
    const ended = { outcome: null, said_by: null, ended_at: null };
    await trx
      .insertInto('consignments')
      .values({ village_id: villageId, id: newId(), sent_with, said, unproven, sent_at: deps.now(), ...ended })
      .execute();
    await notifyLive(trx, villageId, { kind: 'village', id: villageId });
    return null;
  });
}

async function isSent(trx: Db, villageId: string, sentWith: string): Promise<boolean> {
  const twin = trx.selectFrom('consignments').select('id').where('village_id', '=', villageId);
  return (await twin.where('sent_with', '=', sentWith).executeTakeFirst()) !== undefined;
}

async function isFull(trx: Db, villageId: string, unproven: boolean): Promise<boolean> {
  const { all, without } = await trx
    .selectFrom('consignments')
    .select((eb) => [
      eb.fn.countAll<string>().as('all'),
      eb.fn.countAll<string>().filterWhere('unproven', '=', true).as('without'),
    ])
    .where('village_id', '=', villageId)
    .where('said', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(all) >= CONSIGNMENTS_MAX || (unproven && Number(without) >= UNPROVEN_MAX);
}

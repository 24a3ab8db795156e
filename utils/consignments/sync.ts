import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { ProblemAnswerError } from '#utils/marketplace/http.ts';
import type { OwedOutcome } from '#utils/model/consignment.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { createQueue } from '#utils/queue.ts';
import { AHEAD } from './ahead.ts';
import { CONSIGNMENT_STORES, consignmentsOf, updateConsignments } from './consignments.ts';
import { hear, type Synced } from './hear.ts';
import { fetchConsigned } from './photos.ts';

/** A list that was asked for before something was taken must not be read after it: it would bring that back. */
const inTurn = createQueue();

/**
 * Tells the marketplace what this device took and refused; true when there was something. Throws as `call` does.
 */
export function sayOutcomes(db: Db, marketplace: Marketplace, key: VillageKey, now: number): Promise<boolean> {
  return inTurn(() => sayAll(db, marketplace, key, now));
}

/** Brings what waits, and its photos. Throws as `call` does. */
export async function syncConsignments(
  db: Db,
  marketplace: Marketplace,
  key: VillageKey,
  now: number,
): Promise<Synced> {
  const heard = await inTurn(async () => {
    const isSaid = await sayAll(db, marketplace, key, now);
    const { isChanged, fresh } = await hear(db, marketplace, key, now);
    return { isChanged: isChanged || isSaid, fresh };
  });
  const { waiting } = await db.read(['values'], (tx) => consignmentsOf(tx, key));
  let { isChanged } = heard;
  for (const one of waiting.slice(0, AHEAD)) {
    // Another device may take it meanwhile, and one photo that cannot be had keeps no other back.
    if (await fetchConsigned(db, async () => marketplace, one, now).catch(() => false)) isChanged = true;
  }
  return { ...heard, isChanged };
}

async function sayAll(db: Db, marketplace: Marketplace, key: VillageKey, now: number): Promise<boolean> {
  const { owed } = await db.read(['values'], (tx) => consignmentsOf(tx, key));
  const due = owed.filter(({ at }) => at <= now);
  for (const row of due) await sayOne(db, marketplace, key, row);
  return due.length > 0;
}

async function sayOne(db: Db, marketplace: Marketplace, key: VillageKey, row: OwedOutcome) {
  const { consignment, outcome } = row;
  const { id } = consignment;
  const wasFirst = await marketplace.endConsignment(id, outcome).then(
    () => true,
    (error) => {
      if (error instanceof ProblemAnswerError && error.code === 'not_found') return false;
      throw error;
    },
  );
  await db.change([...CONSIGNMENT_STORES, 'drafts', 'listings'], async (tx) => {
    const kept = await consignmentsOf(tx, key);
    const owed = kept.owed.filter((one) => one.consignment.id !== id);
    const isLost = !wasFirst && outcome === 'taken' && (await giveUp(tx, row));
    const elsewhere = isLost ? [...kept.elsewhere, { id, name: consignment.name }] : kept.elsewhere;
    await updateConsignments(tx, key, { ...kept, owed, elsewhere });
  });
}

/**
 * Another device was first. The draft goes from here while nobody has written in it, so that one product is not made twice; what
 * was written stays, and so does what is published. True when the person has to be told.
 */
async function giveUp(tx: Tx, { consignment: { id }, at }: OwedOutcome): Promise<boolean> {
  const draft = await tx.get('drafts', id);
  if (draft === undefined || (await tx.get('listings', id)) !== undefined) return false;
  if (draft.updatedAt === at) await tx.delete('drafts', id);
  return true;
}

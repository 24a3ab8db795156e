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
    const isLost = !wasFirst && outcome === 'taken' && (await isToTell(tx, row));
    const elsewhere = isLost ? [...kept.elsewhere, { id, name: consignment.name }] : kept.elsewhere;
    await updateConsignments(tx, key, { ...kept, owed, elsewhere });
  });
}

/**
 * The marketplace has it no more: another device was first, or it was too old. Which of both nobody says, so the draft stays, and
 * the person is told. True when there is something to tell.
 */
async function isToTell(tx: Tx, { consignment: { id } }: OwedOutcome): Promise<boolean> {
  return (await tx.get('drafts', id)) !== undefined && (await tx.get('listings', id)) === undefined;
}

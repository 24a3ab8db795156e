import type { Consignment } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { KeptConsignment } from '#utils/model/consignment.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { CONSIGNMENT_STORES, consignmentsOf, updateConsignments } from './consignments.ts';

export interface Synced {
  /** Something is shown otherwise than before. */
  isChanged: boolean;
  /** Those that this device had not heard of; none at the very first time, when what is old is not news. */
  fresh: KeptConsignment[];
}

/** Asks the marketplace what waits. Throws as `call` does. */
export async function hear(db: Db, marketplace: Marketplace, key: VillageKey, now: number): Promise<Synced> {
  const answer = await marketplace.consignments().catch((error) => {
    // A marketplace of an older version has none.
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
  return db.change([...CONSIGNMENT_STORES, 'drafts', 'listings'], async (tx) => {
    const kept = await consignmentsOf(tx, key);
    if (answer === null) {
      await updateConsignments(tx, key, { ...kept, heardAt: now });
      return { isChanged: false, fresh: [] };
    }
    const taken = await takenIds(tx, key);
    const waiting = answer.consignments.filter(({ id }) => !taken.has(id)).map(toKept);
    await updateConsignments(tx, key, { ...kept, link: answer.link, waiting, heardAt: now });
    const ids = (list: KeptConsignment[]) => list.map(({ id }) => id).join();
    const known = new Set(kept.waiting.map(({ id }) => id));
    return {
      isChanged: answer.link !== kept.link || ids(waiting) !== ids(kept.waiting),
      fresh: kept.heardAt === 0 ? [] : waiting.filter(({ id }) => !known.has(id)),
    };
  });
}

/**
 * Ids that may not be brought again: what was taken or refused here, and whatever has the id already, because no marketplace may
 * speak of another village's things, and of none that is written here.
 */
async function takenIds(tx: Tx, key: VillageKey): Promise<ReadonlySet<string>> {
  const all = Object.entries((await tx.value('consignments')) ?? {});
  const owed = all.flatMap(([, kept]) => kept.owed.map(({ consignment }) => consignment.id));
  const others = all.flatMap(([village, kept]) => (village === key ? [] : kept.waiting.map(({ id }) => id)));
  return new Set([...owed, ...others, ...(await tx.keys('drafts')), ...(await tx.keys('listings'))]);
}

function toKept({ sentAt, ...said }: Consignment): KeptConsignment {
  return { ...said, sentAt: Date.parse(sentAt) };
}

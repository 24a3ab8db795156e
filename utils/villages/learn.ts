import type { Village } from '#contract';
import type { Db } from '#utils/db/db.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { adopt, OWNERSHIP_STORES } from './ownership.ts';

/**
 * Stores what the marketplace says of a village. A longer list of sites may tell the owner of listings that waited for
 * one. Answers true when something changed: the caller then triggers the rows that wait for their village.
 */
export function learnVillage(db: Db, key: VillageKey, village: Village): Promise<boolean> {
  return db.change([...OWNERSHIP_STORES, 'listings'], async (tx) => {
    const row = await tx.get('villages', key);
    if (row === undefined || JSON.stringify(row.public.village) === JSON.stringify(village)) return false;
    await tx.put('villages', { ...row, public: { ...row.public, village } });
    await adopt(tx);
    return true;
  });
}

import type { Village } from '#contract';
import type { Db } from '#utils/db/db.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { adopt, OWNERSHIP_STORES } from './ownership.ts';

/**
 * Keeps what the marketplace says of a village; a list of sites that has grown may tell whose a listing is that waited for
 * it. True when it was news: then what waits for its village is to be woken.
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

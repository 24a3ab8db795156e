import { sql } from 'kysely';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';

const WINDOW_MS = 10 * MINUTE;

/**
 * Whether more questions came in the last ten minutes than people ask, to this village or to all villages. The stored
 * threads are counted, so every process says the same. What is held for want of a proof does not count, or a flood that
 * solves nothing would keep the load up for everybody; so the load ends by itself. Reads at most as many index entries
 * as the two settings allow.
 */
export async function isUnderLoad({ db, now, config }: Deps, villageId: string): Promise<boolean> {
  const since = new Date(now().getTime() - WINDOW_MS);
  const { rows } = await sql<{ pressed: boolean }>`/* prepared */ select
    exists (select from inquiries where village_id = ${villageId} and asked_at > ${since} and not unproven
      offset ${config.pressureVillage}::int)
    or exists (select from inquiries where asked_at > ${since} and not unproven
      offset ${config.pressureMarket}::int) as pressed`.execute(db);
  return rows[0]?.pressed ?? false;
}

import { sql } from 'kysely';
import { MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';

const WINDOW_MS = 10 * MINUTE;

/**
 * Whether more came to this village, or to all villages, in the last ten minutes than people send: then the form brings a proof
 * of work, as the question form does. What came without its proof does not count, so the load ends by itself.
 */
export async function isFormUnderLoad({ db, now, config }: Deps, villageId: string): Promise<boolean> {
  const since = new Date(now().getTime() - WINDOW_MS);
  const { rows } = await sql<{ pressed: boolean }>`select
    exists (select from consignments where village_id = ${villageId} and sent_at > ${since} and not unproven
      offset ${config.pressureVillage}::int)
    or exists (select from consignments where sent_at > ${since} and not unproven
      offset ${config.pressureMarket}::int) as pressed`.execute(db);
  return rows[0]?.pressed ?? false;
}

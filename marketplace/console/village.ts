import { findVillage } from '#marketplace/admin/queries.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';
import type { Deps } from '#marketplace/deps.ts';
import { ProblemError } from '#marketplace/problem.ts';

/** The village of an address. Throws `not_found`. */
export async function villageOf(deps: Deps, slug: string): Promise<VillageTables['villages']> {
  const village = await findVillage(deps, slug);
  if (!village) throw new ProblemError('not_found');
  return village;
}

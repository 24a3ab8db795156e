import { MINUTE } from '#contract/time.ts';
import type { RefreshDeps } from '#utils/listings/refresh.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { connectedVillages } from '#utils/villages/villages.ts';
import { announceConsigned } from './announce.ts';
import { consignmentsOf } from './consignments.ts';
import { syncConsignments } from './sync.ts';

export type ConsignmentDeps = Pick<RefreshDeps, 'db' | 'marketplace' | 'broadcast'> & { clock(): { now: number } };

/** While nobody looks on, the marketplace is asked no more often than this. */
const QUIET = 10 * MINUTE;

/** Brings what waits for a village, and tells the open pages of it. Does nothing while it is not connected; throws as `call` does. */
export async function refreshConsignments(deps: ConsignmentDeps, key: VillageKey): Promise<void> {
  const marketplace = await deps.marketplace(key);
  if (marketplace === null) return;
  const { isChanged, fresh } = await syncConsignments(deps.db, marketplace, key, deps.clock().now);
  if (isChanged) deps.broadcast('consignments');
  await announceConsigned(deps.db, fresh).catch(() => undefined);
}

/** The same for every village that was not asked for a while; what fails now is asked again. */
export async function refreshQuietly(deps: ConsignmentDeps): Promise<void> {
  for (const key of await connectedVillages(deps.db)) {
    const { heardAt } = await deps.db.read(['values'], (tx) => consignmentsOf(tx, key));
    if (deps.clock().now - heardAt >= QUIET) await refreshConsignments(deps, key).catch(() => undefined);
  }
}

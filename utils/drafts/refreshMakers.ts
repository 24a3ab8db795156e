import type { RefreshDeps } from '#utils/listings/refresh.ts';
import { syncMakers } from '#utils/makers/sync.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { followWithdrawals } from './followMaker.ts';

/**
 * Brings a village's address book in step with its other devices; where one of them was told that a maker withdrew, the
 * products of this device follow. Does nothing while the village is not connected; throws as `call` does.
 */
export async function refreshMakers(deps: RefreshDeps & { clock(): Clock }, key: VillageKey): Promise<void> {
  const { db, broadcast } = deps;
  const marketplace = await deps.marketplace(key);
  if (marketplace === null) return;
  await syncMakers(db, marketplace, key);
  broadcast('makers');
  if (!(await followWithdrawals(db, key, deps.clock()))) return;
  broadcast('listings');
  broadcast('outbox');
  deps.trigger('connected');
}

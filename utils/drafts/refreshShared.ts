import type { RefreshDeps } from '#utils/listings/refresh.ts';
import { syncMakers } from '#utils/makers/sync.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { syncRecipes } from '#utils/recipes/sync.ts';
import { syncReplies } from '#utils/replies/sync.ts';
import { followWithdrawals } from './followMaker.ts';
import { syncUsualGoods } from './usualGoods.ts';

/**
 * Brings what all of a village's devices share in step, its address book, its quick replies, how its sites save and what its regency usually sells; where one of them was told that a maker withdrew, the
 * products of this device follow. Does nothing while the village is not connected; throws as `call` does.
 */
export async function refreshShared(deps: RefreshDeps & { clock(): Clock }, key: VillageKey): Promise<void> {
  const { db, broadcast } = deps;
  const marketplace = await deps.marketplace(key);
  if (marketplace === null) return;
  await syncMakers(db, marketplace, key);
  broadcast('makers');
  if (await followWithdrawals(db, key, deps.clock())) {
    broadcast('listings');
    broadcast('outbox');
    deps.trigger('connected');
  }
  if (await syncReplies(db, marketplace, key)) broadcast('settings');
  await syncUsualGoods(db, marketplace, key, deps.clock().now);
  if (await syncRecipes(db, marketplace, key)) broadcast('recipes');
}

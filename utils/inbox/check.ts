import { AppError } from '#utils/appError.ts';
import { markRevoked } from '#utils/connection/connection.ts';
import { endPractice } from '#utils/connection/practice.ts';
import type { RefreshDeps } from '#utils/listings/refresh.ts';
import type { VillageKey } from '#utils/model/site.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { connectedVillages } from '#utils/villages/villages.ts';
import { notify } from './notify.ts';
import { syncInbox } from './sync.ts';

/** What the inbox needs of the background: what a refresh needs, and its clock. */
export interface InboxDeps extends RefreshDeps {
  clock(): Clock;
}

/** The checks under way in this worker's life, one a village: popup, alarm and live event often ask together. */
const looking = new Map<VillageKey, Promise<void>>();

/**
 * Checks every connected village for news, side by side. A village that cannot be asked keeps nobody from the others'
 * news; this throws only afterwards, as `call` does.
 */
export async function checkInbox(deps: InboxDeps): Promise<void> {
  const looks = (await connectedVillages(deps.db)).map((key) => checkVillage(deps, key));
  const failed = (await Promise.allSettled(looks)).find((look) => look.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** Checks one village for news, stores it, tells the open pages, notifies. Does nothing while it is not connected. */
export function checkVillage(deps: InboxDeps, key: VillageKey): Promise<void> {
  const look = looking.get(key) ?? checkNow(deps, key).finally(() => looking.delete(key));
  looking.set(key, look);
  return look;
}

async function checkNow(deps: InboxDeps, key: VillageKey): Promise<void> {
  const marketplace = await deps.marketplace(key);
  if (marketplace === null) return;
  try {
    const news = await syncInbox(deps.db, marketplace, key, deps.clock().now);
    deps.broadcast('inquiries');
    await notify(deps.db, news);
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') {
      await markRevoked(deps.db, key, marketplace.token);
      deps.broadcast('connection');
    }
    if (error instanceof AppError && error.code === 'practice_over') {
      await endPractice(deps.db, key, marketplace.token);
      deps.broadcast('connection');
      deps.broadcast('outbox');
    }
    throw error;
  }
}

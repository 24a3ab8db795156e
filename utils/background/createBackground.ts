import { browser } from 'wxt/browser';
import type { CmsShopDeps } from '#utils/cmsShop/deps.ts';
import { toItem } from '#utils/cmsShop/item.ts';
import { syncOwed } from '#utils/cmsShop/sync.ts';
import { markRevoked } from '#utils/connection/connection.ts';
import { createDb } from '#utils/db/db.ts';
import { readBadge } from '#utils/inbox/inbox.ts';
import type { OutboxDeps } from '#utils/outbox/deps.ts';
import { drain } from '#utils/outbox/drain.ts';
import { takeDownLeftovers } from '#utils/outbox/leftovers.ts';
import { toPost } from '#utils/outbox/post.ts';
import { trigger } from '#utils/outbox/store.ts';
import { witness } from '#utils/outbox/witness.ts';
import { recipeOf } from '#utils/recipes/book.ts';
import { broadcastChange } from '#utils/runtime/broadcast.ts';
import { keepAlive } from '#utils/runtime/keepAlive.ts';
import { drivenTabs } from '#utils/sites/drivenTabs.ts';
import { cmsShopTabs, siteTabs } from '#utils/sites/siteTabs.ts';
import { connectedVillages, needConnection, openMarketplace } from '#utils/villages/villages.ts';
import { armAlarm, comeBack, keepInboxAlarm } from './alarms.ts';
import type { Background } from './context.ts';
import { sayOwed } from './sayOwed.ts';

/** The background as it is in a browser: everything real, put together once per worker life. */
export function createBackground(): Background {
  const db = createDb();
  const fetch: Background['fetch'] = (input, init) => globalThis.fetch(input, init);
  const clock: Background['clock'] = () => ({ now: Date.now(), random: Math.random() });

  const broadcast: Background['broadcast'] = (changed, id = null) => {
    broadcastChange(changed, id);
    if (changed === 'inquiries' || changed === 'outbox' || changed === 'consignments')
      void showBadge(background).catch(logged);
    if (changed === 'connection') void watchInbox(background).catch(logged);
  };
  const deps: OutboxDeps = {
    db,
    clock,
    locks: navigator.locks,
    marketplace: (village) => openMarketplace(db, fetch, village),
    async disconnected(village, token) {
      await markRevoked(db, village, token);
      broadcast('connection');
    },
    tabs: siteTabs,
    driven: drivenTabs(db),
    recipe: (siteUrl) => recipeOf(db, siteUrl),
    async toPost(listing, options) {
      return toPost({ db, fetch, connection: await needConnection(db, listing.village) }, listing, options);
    },
    seesLink: (listing) => witness(fetch, listing),
    broadcast,
    armAlarm,
    schedule: (at) => comeBack(at, () => background.drain()),
  };
  const shop: CmsShopDeps = {
    db,
    clock,
    locks: navigator.locks,
    tabs: cmsShopTabs,
    recipe: (siteUrl) => recipeOf(db, siteUrl),
    toItem: (listing) => toItem(db, fetch, listing),
    broadcast,
  };
  /** The CMS's own shop comes after everything else, so that nothing ever waits for it. */
  const work = async (visited: string | null): Promise<void> => {
    await Promise.all([drain(deps), sayOwed(deps)]);
    await takeDownLeftovers(deps);
    await syncOwed(shop, visited);
  };
  const background: Background = {
    db,
    fetch,
    clock,
    marketplace: deps.marketplace,
    broadcast,
    drain: () => void keepAlive(work(null)).catch(logged),
    trigger: (by, siteUrl) =>
      void trigger(db, by, siteUrl ?? null, clock())
        .then(() => keepAlive(work(by === 'handshake' ? (siteUrl ?? null) : null)))
        .catch(logged),
  };
  return background;
}

export async function showBadge({ db, clock }: Background): Promise<void> {
  const badge = await readBadge(db, clock().now);
  await browser.action.setBadgeBackgroundColor({ color: badge.color });
  await browser.action.setBadgeText({ text: badge.text });
}

/** Sets the alarm that checks the inbox, only while there is a marketplace to ask. */
export async function watchInbox({ db }: Background): Promise<void> {
  await keepInboxAlarm((await connectedVillages(db)).length > 0);
}

function logged(error: unknown): void {
  console.error(error);
}

import { MINUTE } from '#contract/time.ts';
import type { CmsShopReason } from '#utils/model/shop.ts';
import { attempt } from './attempt.ts';
import type { CmsShopDeps } from './deps.ts';
import { CMS_SHOP_STORES, isOwed, type ShopListing, shopListings } from './owed.ts';

/** How long (ms) a shop that has just said no is left alone, so that it is not asked at every page the person opens. */
const PAUSE = 5 * MINUTE;
const PAUSED: ReadonlySet<CmsShopReason> = new Set(['no_permission', 'markup_changed', 'refused', 'not_reached']);
/** What broke the public shop once is not written again before the person has changed the listing. */
const STOPPED: ReadonlySet<CmsShopReason> = new Set(['shop_broken']);

/**
 * Brings what is owed to the CMSs' own shops, through the admin pages that are open. `visited` is the site whose page has
 * just been opened: what failed there is tried again. Articles and listings never wait for this. Safe to call at any time.
 */
export async function syncOwed(deps: CmsShopDeps, visited: string | null): Promise<void> {
  if ((await owedNow(deps)).length === 0) return;
  await deps.locks.request('dodolan-shelf', async () => {
    const blocked = new Set<string>();
    for (const owed of await owedNow(deps)) {
      const { siteUrl } = owed;
      if (blocked.has(siteUrl) || !isDue(owed, visited, deps.clock().now)) continue;
      // What is wrong with the site or the account is wrong for the next listing too.
      if ((await attempt(deps, owed)) === 'stop') blocked.add(siteUrl);
    }
  });
}

/** What is owed, listings that have not failed yet first: one that the shop refuses must not hold up the others. */
async function owedNow({ db }: CmsShopDeps): Promise<ShopListing[]> {
  const owed = (await db.read(CMS_SHOP_STORES, shopListings)).filter(isOwed);
  return owed.sort((a, b) => (a.entry?.wait?.at ?? 0) - (b.entry?.wait?.at ?? 0));
}

function isDue({ listing, entry, siteUrl }: ShopListing, visited: string | null, now: number): boolean {
  const wait = entry?.wait ?? null;
  if (wait === null || wait.rev !== listing.input.rev) return true;
  if (visited !== siteUrl || STOPPED.has(wait.reason)) return false;
  return !PAUSED.has(wait.reason) || now >= wait.at + PAUSE;
}

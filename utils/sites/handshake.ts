import { folderOf, siteOf } from '#contract';
import { HOUR } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import type { CmsPage } from '#utils/cms/types.ts';
import type { Db } from '#utils/db/db.ts';
import type { Site } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { OUTBOX_STORES, requeue } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { ownersOf } from '#utils/villages/ownership.ts';

/** A contributor's post is looked at again this often (ms): an editor may have approved it. */
const CHECK_AGAIN_AFTER = 6 * HOUR;

/** Whether a site with an adapter of its own lies at this address: a form on its public side is no CMS of its own. */
export async function isServed(db: Db, address: string): Promise<boolean> {
  const sites = await db.read(['sites'], (tx) => tx.all('sites'));
  return sites.some(({ cms, url }) => cms !== 'assist' && (address === url || address.startsWith(`${url}/`)));
}

/**
 * Remembers the site. Throws `bad_message` when the page names a site on another origin than its own, or of another village
 * than its own address lies in; `site_served` when it was taken for an unknown CMS and is known as another one.
 */
export async function rememberSite(db: Db, page: CmsPage, tabUrl: string, now: number): Promise<Site> {
  const origin = URL.parse(page.siteUrl)?.origin;
  if (origin === undefined || origin !== URL.parse(tabUrl)?.origin) throw new AppError('bad_message');
  if (page.cms === 'assist' && (await isServed(db, tabUrl))) throw new AppError('site_served');
  const { cms, version, siteName } = page;
  return db.change(['sites', 'villages'], async (tx) => {
    const url = ownAddress(page, new URL(tabUrl), await tx.all('villages'));
    const site: Site = { url, origin, cms, version, name: siteName, seenAt: now };
    await tx.put('sites', site);
    return site;
  });
}

/** Of an unknown CMS nothing but a marketplace's list tells in which folder the site begins. */
function ownAddress({ cms, siteUrl }: CmsPage, tab: URL, villages: readonly StoredVillage[]): string {
  const own = siteOf(
    tab,
    villages.flatMap(({ public: { village } }) => village.sites),
  );
  if (cms === 'assist') return own === null || siteUrl !== tab.origin ? siteUrl : tab.origin + folderOf(own);
  const claimed = ownersOf(new URL(siteUrl), villages);
  const here = ownersOf(tab, villages);
  if (claimed.length > 0 && !claimed.some((village) => here.includes(village))) throw new AppError('bad_message');
  return siteUrl;
}

/** Posts of this site that waited for an editor's approval are owed a look. */
export async function checkPending(db: Db, siteUrl: string, clock: Clock): Promise<void> {
  await db.change(OUTBOX_STORES, async (tx) => {
    for (const listing of await tx.all('listings')) {
      const { post, input, postAt } = listing;
      const isPending = post?.state === 'pending' || post?.state === 'draft';
      if (!isPending || input.siteUrl !== siteUrl || input.state !== 'live') continue;
      if (clock.now < postAt + CHECK_AGAIN_AFTER || listing.linkbackSkipped) continue;
      await requeue(tx, listing, clock);
    }
  });
}

/** The listing that was to be opened on this site, once: asked for a moment ago from the popup. */
export async function takeOpenNext(db: Db, siteUrl: string, now: number): Promise<string | null> {
  return db.change(['values'], async (tx) => {
    const next = await tx.value('openNext');
    if (next === undefined || next.siteUrl !== siteUrl) return null;
    await tx.setValue('openNext', null);
    return now < next.until ? next.listingId : null;
  });
}

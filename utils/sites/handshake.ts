import { folderOf, isInside, siteOf } from '#contract';
import { HOUR } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import type { CmsPage } from '#utils/cms/types.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import type { Site } from '#utils/model/site.ts';
import type { StoredVillage } from '#utils/model/stored.ts';
import { OUTBOX_STORES, requeue } from '#utils/outbox/store.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { ownersOf } from '#utils/villages/ownership.ts';

/** How often (ms) a contributor's post is checked again: an editor may have approved it. */
const CHECK_AGAIN_AFTER = 6 * HOUR;

/** How many sites of one origin are remembered that neither a product nor a village's list names. */
const UNUSED_SITES = 20;

/** True when a site with an adapter of its own lies at this address: a form on its public side is no CMS of its own. */
export async function isServed(db: Db, address: string): Promise<boolean> {
  const sites = await db.read(['sites'], (tx) => tx.all('sites'));
  return sites.some(({ cms, url }) => cms !== 'assist' && isInside(address, url));
}

const REMEMBER_STORES = ['sites', 'villages', 'listings', 'drafts', 'values'] as const;

/**
 * Remembers the site of a recognised page. Throws `bad_message` when the page names a site on another origin, or a site
 * of another village than the page's own address lies in; `site_served` when the page was taken for an unknown CMS but
 * belongs to a known one. `hasEditor`: an article can be written on the page, so that it is worth opening again.
 */
export async function rememberSite(
  db: Db,
  page: CmsPage,
  tabUrl: string,
  now: number,
  hasEditor = true,
): Promise<Site> {
  const origin = URL.parse(page.siteUrl)?.origin;
  if (origin === undefined || origin !== URL.parse(tabUrl)?.origin) throw new AppError('bad_message');
  if (page.cms === 'assist' && (await isServed(db, tabUrl))) throw new AppError('site_served');
  const { cms, version, siteName } = page;
  return db.change(REMEMBER_STORES, async (tx) => {
    const url = ownAddress(page, new URL(tabUrl), await tx.all('villages'));
    const site: Site = { url, origin, cms, version, name: siteName, seenAt: now };
    // Not every page tells of the shop, so it stays known once it was seen.
    const ownShop = page.ownShop ?? (await tx.get('sites', url))?.ownShop;
    if (ownShop !== undefined) site.ownShop = ownShop;
    if (cms === 'assist') {
      const known = await tx.get('sites', url);
      const editorUrl = hasEditor ? tabUrl : known?.editorUrl;
      Object.assign(site, editorUrl && { editorUrl }, known?.openedIn && { openedIn: known.openedIn });
    }
    await tx.put('sites', site);
    await forgetUnused(tx, site);
    return site;
  });
}

/**
 * Keeps a page from filling the database with made-up sites. Of the sites of one origin, those that nothing depends on
 * are few; the one seen longest ago is forgotten, and its next visit brings it back.
 */
async function forgetUnused(tx: Tx, seen: Site): Promise<void> {
  const others = (await tx.all('sites')).filter(({ origin, url }) => origin === seen.origin && url !== seen.url);
  if (others.length < UNUSED_SITES) return;
  const used = new Set<string | null>([
    ...(await tx.all('villages')).flatMap(({ public: { village } }) => village.sites),
    ...(await tx.all('listings')).map(({ input }) => input.siteUrl),
    ...(await tx.all('drafts')).map(({ siteUrl }) => siteUrl),
    ...Object.keys((await tx.value('choices')) ?? {}),
  ]);
  const unused = others.filter(({ url }) => !used.has(url)).sort((a, b) => a.seenAt - b.seenAt);
  for (const { url } of unused.slice(0, Math.max(0, unused.length + 1 - UNUSED_SITES))) await tx.delete('sites', url);
}

/**
 * The address of the page's site. For an unknown CMS, only a marketplace's list tells in which folder the site begins.
 */
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

/** Owes another check of the posts of this site that waited for an editor's approval. */
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

/**
 * Takes the listing that the popup asked a moment ago to open on this site; null when there is none or it was too long
 * ago. It is answered only once.
 */
export async function takeOpenNext(db: Db, siteUrl: string, now: number): Promise<string | null> {
  return db.change(['values'], async (tx) => {
    const next = await tx.value('openNext');
    if (next === undefined || next.siteUrl !== siteUrl) return null;
    await tx.setValue('openNext', null);
    return now < next.until ? next.listingId : null;
  });
}

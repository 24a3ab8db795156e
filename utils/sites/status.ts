import { browser } from 'wxt/browser';
import { isInside } from '#contract/site.ts';
import type { Db } from '#utils/db/db.ts';
import type { TabStatus } from '#utils/model/views.ts';
import { OWNERSHIP_STORES, siteOwnerOf } from '#utils/villages/ownership.ts';
import { listVillages } from '#utils/villages/villages.ts';
import { isServed } from './handshake.ts';
import { adminUrl } from './open.ts';
import { isEnabled } from './origins.ts';
import { webOrigin } from './pattern.ts';
import { cmsPageOf } from './tabs.ts';

/** Addresses at which browsers let no extension in. */
const STORES = /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)/;

/** What can be done on the tab in front, and why when it is nothing. `ownTab` is the asking page's, where that is a tab. */
export async function tabStatus(db: Db, ownTab?: number): Promise<TabStatus> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return { state: 'cannot', why: 'none' };
  // Chromium hides the address of our own page from us too.
  const why = tab.id === ownTab && !tab.url ? 'own_page' : whyNot(tab.url);
  const origin = webOrigin(tab.url);
  if (why !== null || origin === null) return { state: 'cannot', why: why ?? 'browser_page' };
  if (!(await isEnabled(db, origin))) return { state: 'can_enable', origin, tabId: tab.id };
  const page = await cmsPageOf(tab.id);
  const isOther = page?.cms === 'assist' && (await isServed(db, tab.url ?? ''));
  if (page === null || isOther)
    return { state: 'enabled_not_admin', origin, tabId: tab.id, admin: await adminOf(db, tab.url ?? '') };
  const village = await villageNamed(db, page.siteUrl);
  return { state: 'ready', siteUrl: page.siteUrl, name: page.siteName, village, cms: page.cms, tabId: tab.id };
}

/** The page to open for the site that this address lies in (the longest one); null when none was seen yet. */
async function adminOf(db: Db, address: string): Promise<string | null> {
  const sites = await db.read(['sites'], (tx) => tx.all('sites'));
  const within = sites.filter(({ url }) => isInside(address, url));
  const site = within.sort((a, b) => b.url.length - a.url.length)[0];
  return site === undefined ? null : adminUrl(site);
}

/** The site's village by name; null when this device knows only one village, or the owner is not known yet. */
async function villageNamed(db: Db, siteUrl: string): Promise<string | null> {
  const villages = await listVillages(db);
  const { key } = await db.read(OWNERSHIP_STORES, (tx) => siteOwnerOf(tx, siteUrl));
  const own = villages.find((village) => village.key === key);
  return villages.length < 2 || own === undefined ? null : own.connection.village.name;
}

/**
 * Why no extension, or not ours, can work at this address; null when ours can. A missing address is one that the
 * browser hides from us.
 */
function whyNot(address: string | undefined): Extract<TabStatus, { state: 'cannot' }>['why'] | null {
  if (address === undefined || address === '') return 'browser_page';
  if (address.startsWith(browser.runtime.getURL('/'))) return 'own_page';
  if (address.startsWith('file:')) return 'file';
  if (STORES.test(address)) return 'store';
  return /^https?:/.test(address) ? null : 'browser_page';
}

import { browser } from 'wxt/browser';
import { MINUTE } from '#contract/time.ts';
import { AppError } from '#utils/appError.ts';
import { recogniserOf } from '#utils/cms/recognisers.ts';
import type { Db } from '#utils/db/db.ts';
import type { Site } from '#utils/model/site.ts';
import { showPanel } from './askContent.ts';
import { openPanelTab } from './panelWindow.ts';
import { anyTabsOf, tabsOfSite } from './tabs.ts';

/** How long (ms) a person may take to sign in before "edit this product" is forgotten. */
const WAIT_FOR_ADMIN = 10 * MINUTE;

/**
 * Opens a listing's form: in a tab of its site, else on the site's admin address in a new one (as soon as it is
 * recognised there), and without any site in a tab of its own.
 */
export async function editListing(db: Db, id: string, now: number): Promise<boolean> {
  const siteUrl = await db.read(['listings', 'drafts'], async (tx) => {
    const listing = await tx.get('listings', id);
    const draft = await tx.get('drafts', id);
    if (listing === undefined && draft === undefined) throw new AppError('listing_unknown');
    return listing?.input.siteUrl ?? draft?.siteUrl ?? null;
  });
  if (siteUrl === null) {
    await openPanelTab(id);
    return true;
  }
  for (const { tabId } of await tabsOfSite(siteUrl)) {
    if (!(await showPanel(tabId, id))) continue;
    await bringToFront(tabId);
    return true;
  }
  const site = await db.change(['values', 'sites'], async (tx) => {
    await tx.setValue('openNext', { siteUrl, listingId: id, until: now + WAIT_FOR_ADMIN });
    return tx.get('sites', siteUrl);
  });
  return openTab(site === undefined ? `${siteUrl}/` : adminUrl(site));
}

/** Brings a page of the site to the front, or opens its admin. */
export async function showSite(db: Db, siteUrl: string): Promise<void> {
  const [tabId] = await anyTabsOf(siteUrl);
  if (tabId !== undefined) return bringToFront(tabId);
  const site = await db.read(['sites'], (tx) => tx.get('sites', siteUrl));
  await openTab(site === undefined ? `${siteUrl}/` : adminUrl(site));
}

/** Where a person works on this site: the CMS's admin, and of an unknown one the editor as it was last seen. */
export function adminUrl({ url, cms, editorUrl }: Site): string {
  return editorUrl ?? url + recogniserOf(cms).adminPath;
}

async function openTab(url: string): Promise<boolean> {
  await browser.tabs.create({ url });
  return true;
}

async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}

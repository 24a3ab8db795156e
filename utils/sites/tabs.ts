import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isInside } from '#contract/site.ts';
import { CmsPage } from '#utils/model/cms.ts';
import { UNSEEN } from '#utils/model/unseen.ts';
import type { SiteTab } from '#utils/outbox/deps.ts';
import { askContent } from './askContent.ts';
import { originPattern } from './pattern.ts';

/** Runs one of our files in a tab's top frame; false when the page does not let anybody in (or is gone). */
export async function injectContent(tabId: number, file: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file as '/writer.js'] });
    return true;
  } catch {
    return false;
  }
}

/** The CMS page that a tab shows right now, null when it is none (or not ours to see). */
export async function cmsPageOf(tabId: number): Promise<CmsPage | null> {
  const page = CmsPage.safeParse(await askContent(tabId, { name: 'page/who' }));
  return page.success ? page.data : null;
}

const Checked = z.object({ held: z.boolean(), unseen: z.nullable(z.enum(UNSEEN)) });

/**
 * Asks a tab's content script whether the frame with this pass is the panel that it holds, and whether a person sees it.
 * A tab that does not answer holds no panel.
 */
export async function checkPanel(tabId: number | null, pass: string): Promise<z.infer<typeof Checked>> {
  const checked = Checked.safeParse(tabId === null ? null : await askContent(tabId, { name: 'panel/check', pass }));
  return checked.success ? checked.data : { held: false, unseen: 'covered' };
}

/** The signed-in admin pages of a site, the one in front first. */
export async function tabsOfSite(siteUrl: string): Promise<SiteTab[]> {
  const tabs = await browser.tabs.query({ url: [originPattern(new URL(siteUrl).origin)] });
  const known = await Promise.all(
    tabs
      .sort((a, b) => Number(b.active) - Number(a.active))
      .map(async ({ id, url }) => (id === undefined ? null : { tabId: id, url, page: await cmsPageOf(id) })),
  );
  return known.flatMap((tab) => {
    if (!tab?.page) return [];
    const { page, tabId, url = '' } = tab;
    // A page of an unknown CMS names its whole origin, and the site may be a folder there.
    const isOf = page.siteUrl === siteUrl || (page.cms === 'assist' && url.startsWith(`${siteUrl}/`));
    return isOf ? [{ tabId, page }] : [];
  });
}

/** The tabs in which any page of the site is open, admin page or not, the one in front first. */
export async function anyTabsOf(siteUrl: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: [originPattern(new URL(siteUrl).origin)] });
  return tabs
    .filter(({ url = '' }) => isInside(url, siteUrl))
    .sort((a, b) => Number(b.active) - Number(a.active))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
}

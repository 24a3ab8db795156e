import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { isInside } from '#contract/site.ts';
import { MINUTE } from '#contract/time.ts';

/** Under this name the session's storage keeps on which site a list of products is looked for. */
const KEPT = 'soughtTable';
const Sought = z.object({ siteUrl: z.string(), until: z.number() });
/** How long (ms) a person may take to open the list. */
const PATIENCE = 10 * MINUTE;

/**
 * The person wants to take products and is on the way to their list: until then the launcher stands on every page of the
 * site, because a site without a sign-in shows its admin to everybody, and nothing tells the list from a public page.
 */
export async function seekTable(siteUrl: string, now: number): Promise<void> {
  await browser.storage.session.set({ [KEPT]: { siteUrl, until: now + PATIENCE } });
}

/** Whether a list of products is looked for on the site of this page. */
export async function isTableSought(address: string, now: number): Promise<boolean> {
  const sought = Sought.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
  return sought.success && now < sought.data.until && isInside(address, sought.data.siteUrl);
}

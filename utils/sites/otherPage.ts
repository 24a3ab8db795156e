import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { assistPage } from '#utils/cms/assist/page.ts';
import { siteUrlOf } from '#utils/cms/assist/recognise.ts';
import type { Db } from '#utils/db/db.ts';
import type { CmsPage } from '#utils/model/cms.ts';
import { openedBefore } from './adminFolder.ts';
import { askAssist } from './assistHelper.ts';
import { isServed } from './handshake.ts';
import { isTableSought } from './soughtTable.ts';

/** Under this name the session's storage keeps which addresses are other pages for a stranger. */
const KEPT = 'strangers';
const Kept = z.record(z.string(), z.boolean());
const MOST = 200;

/**
 * What a page is that nobody recognises: one for the people who look after its site, where the person opened the panel
 * before, where a stranger gets another page, or where a list of products is looked for. Null for a page for everybody, and in sites with an adapter.
 */
export async function otherPage(db: Db, tab: { id: number; url: string }, now: number): Promise<CmsPage | null> {
  if (await isServed(db, tab.url)) return null;
  const opened = await openedBefore(db, tab.url);
  if (opened === null && !(await isTableSought(tab.url, now)) && !(await isForStaff(tab))) return null;
  return assistPage(opened ?? siteUrlOf(new URL(tab.url)));
}

/** Asked of the site once for each address. */
async function isForStaff({ id, url }: { id: number; url: string }): Promise<boolean> {
  const { origin, pathname } = new URL(url);
  const key = origin + pathname;
  const parsed = Kept.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
  const kept = parsed.success ? parsed.data : {};
  const known = kept[key];
  if (known !== undefined) return known;
  const differs = await askAssist(id, { name: 'differs' });
  if (differs === null) return false;
  const all = Object.entries({ ...kept, [key]: differs }).slice(-MOST);
  await browser.storage.session.set({ [KEPT]: Object.fromEntries(all) });
  return differs;
}

import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { isEnabled } from './origins.ts';
import { webOrigin } from './pattern.ts';

/**
 * The tab with the article that is being written: the panel's own, the one under the popup, and where our page is
 * itself a tab, the one that was in front before it. Null when that tab is not on an enabled site.
 */
export async function articleTab(db: Db, { tab }: From): Promise<number | null> {
  const found = tab !== null && webOrigin(tab.url) !== null ? tab : await frontTab();
  const origin = webOrigin(found?.url);
  return found?.id !== undefined && origin !== null && (await isEnabled(db, origin)) ? found.id : null;
}

async function frontTab(): Promise<{ id?: number | undefined; url?: string | undefined } | undefined> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (!front?.url?.startsWith(browser.runtime.getURL('/'))) return front;
  const others = await browser.tabs.query({ lastFocusedWindow: true, active: false });
  return others
    .filter(({ url }) => webOrigin(url) !== null)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

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
  const found = tab !== null && webOrigin(tab.url) !== null ? tab : await frontTab(tab?.id);
  const origin = webOrigin(found?.url);
  return found?.id !== undefined && origin !== null && (await isEnabled(db, origin)) ? found.id : null;
}

/** `ownTab` is the sender's, where our page is itself a tab. Chromium tells nobody the address of it (since 150, its own extension included). */
async function frontTab(
  ownTab: number | undefined,
): Promise<{ id?: number | undefined; url?: string | undefined } | undefined> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const isOurs =
    front?.url?.startsWith(browser.runtime.getURL('/')) || (front?.id !== undefined && front.id === ownTab);
  if (!isOurs) return front;
  const others = await browser.tabs.query({ lastFocusedWindow: true, active: false });
  return others
    .filter(({ url }) => webOrigin(url) !== null)
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}

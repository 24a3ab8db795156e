import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { askContent } from './askContent.ts';
import { enabledOrigins, isPermitted, removeOrigin } from './origins.ts';
import { originPattern } from './pattern.ts';
import { injectContent } from './tabs.ts';

/** Path of the content script in the build; WXT names it after its entrypoint. */
export const CONTENT_SCRIPT = '/content-scripts/cms.js';

/**
 * Makes what the browser has registered equal to what is enabled and permitted: on install, update, start-up and whenever
 * permissions change. An origin whose permission was taken away is forgotten. True when one was.
 */
export async function reconcile(db: Db): Promise<boolean> {
  const origins = await enabledOrigins(db);
  const permitted = await Promise.all(origins.map(isPermitted));
  const lost = origins.filter((_, at) => !permitted[at]);
  for (const origin of lost) await removeOrigin(db, origin);

  const wanted = new Set(origins.filter((_, at) => permitted[at]).map(originPattern));
  const registered = await browser.scripting.getRegisteredContentScripts();
  const stale = registered.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = [...wanted].filter((pattern) => !registered.some(({ id }) => id === pattern));
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(registration));
  return lost.length > 0;
}

/** The pattern is the registration's name: two enabled ports of one host share one. */
function registration(pattern: string) {
  return {
    id: pattern,
    js: [CONTENT_SCRIPT],
    matches: [pattern],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
}

/** A registration counts from the next page on; the pages that are open already are served here. */
export async function serveOpenTabs(origins: readonly string[]): Promise<void> {
  const patterns = [...new Set(origins.map(originPattern))];
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.all(tabs.map(({ id }) => id !== undefined && serveTab(id)));
}

/**
 * Injects the content script, unless the tab's own one answers: a second copy would close the panel that is open in it.
 */
async function serveTab(tabId: number): Promise<void> {
  if ((await askContent(tabId, { name: 'page/who' })) === undefined) await injectContent(tabId, CONTENT_SCRIPT);
}

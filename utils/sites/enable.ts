import { browser } from 'wxt/browser';
import { AppError } from '#utils/appError.ts';
import type { Db } from '#utils/db/db.ts';
import { listVillages } from '#utils/villages/villages.ts';
import { askContent } from './askContent.ts';
import { addOrigin, enabledOrigins, isPermitted, removeOrigin } from './origins.ts';
import { originPattern, webOrigin } from './pattern.ts';
import { reconcile, serveOpenTabs } from './register.ts';

/** Begins to serve an origin that the browser has permitted, the open pages at once. Throws `site_not_permitted`. */
export async function enableSite(db: Db, origin: string, now: number): Promise<void> {
  if (webOrigin(origin) !== origin || !(await isPermitted(origin))) throw new AppError('site_not_permitted');
  await addOrigin(db, origin, now);
  await reconcile(db);
  await serveOpenTabs([origin]);
}

/**
 * Stops serving an origin: leaves its open pages and removes the registration and the permission. Throws `bad_message`.
 */
export async function disableSite(db: Db, origin: string): Promise<void> {
  if (webOrigin(origin) !== origin) throw new AppError('bad_message');
  const pattern = originPattern(origin);
  const tabs = await browser.tabs.query({ url: [pattern] });
  const here = tabs.filter(({ id, url }) => id !== undefined && webOrigin(url) === origin);
  await Promise.all(here.map(({ id }) => id !== undefined && askContent(id, { name: 'page/leave' })));
  await removeOrigin(db, origin);
  await reconcile(db);
  if (await isNeededElsewhere(db, pattern)) return;
  // The browser rejects this for an origin that the manifest requires (the e2e build's loopback).
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/** True when another enabled port of the host, or a marketplace on it, needs the same permission. */
async function isNeededElsewhere(db: Db, pattern: string): Promise<boolean> {
  const villages = (await listVillages(db)).filter(({ state }) => state === 'connected');
  const others = [...(await enabledOrigins(db)), ...villages.map(({ connection }) => connection.marketplaceUrl)];
  return others.some((address) => originPattern(address) === pattern);
}

/**
 * Enables the site in front when a permission for it has just come: the person said yes in the browser's own question,
 * which closes the popup that asked before it can tell us. Other additions (the marketplace's, from the options page)
 * are not sites. Answers whether a site was enabled.
 */
export async function adoptPermission(db: Db, patterns: readonly string[], now: number): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const origin = webOrigin(tab?.url);
  if (origin === null || !patterns.includes(originPattern(origin))) return false;
  await enableSite(db, origin, now);
  return true;
}

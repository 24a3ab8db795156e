import { browser } from 'wxt/browser';
import type { Db } from '#utils/db/db.ts';
import { originPattern } from './pattern.ts';

/** Origins the person enabled, oldest first. */
export async function enabledOrigins(db: Db): Promise<string[]> {
  const rows = await db.read(['origins'], (tx) => tx.all('origins'));
  return rows.sort((a, b) => a.since - b.since).map((row) => row.origin);
}

/**
 * True when the person enabled the origin and the browser still allows it. Both are checked, because the browser's
 * permission may be wider than what was enabled (a host's other ports, the marketplace) and may be taken away behind
 * our back.
 */
export async function isEnabled(db: Db, origin: string): Promise<boolean> {
  const row = await db.read(['origins'], (tx) => tx.get('origins', origin));
  return row !== undefined && isPermitted(origin);
}

export function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(origin)] });
}

export function addOrigin(db: Db, origin: string, now: number): Promise<void> {
  return db.change(['origins'], async (tx) => {
    if ((await tx.get('origins', origin)) === undefined) await tx.put('origins', { origin, since: now });
  });
}

/** Forgets the origin and the sites seen on it. Listings and what is owed for them stay. */
export function removeOrigin(db: Db, origin: string): Promise<void> {
  return db.change(['origins', 'sites'], async (tx) => {
    await tx.delete('origins', origin);
    for (const site of await tx.all('sites')) if (site.origin === origin) await tx.delete('sites', site.url);
  });
}

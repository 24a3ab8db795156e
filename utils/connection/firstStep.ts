import { sameHost } from '#contract/site.ts';
import type { Db } from '#utils/db/db.ts';
import { isConnected } from '#utils/villages/known.ts';

/** 1 connect, 2 turn a site on, 3 sell the first product. */
export type FirstStep = 1 | 2 | 3;

/**
 * What is still before the first sale on this device; null once there is a product or a question. Only keys are counted,
 * because the popup asks as it opens.
 */
export function firstStep(db: Pick<Db, 'read'>): Promise<FirstStep | null> {
  return db.read(['villages', 'origins', 'listings', 'inquiries'], async (tx) => {
    const connected = (await tx.all('villages')).filter(isConnected);
    if (connected.length === 0) return 1;
    if ((await tx.keys('listings')).length + (await tx.keys('inquiries')).length > 0) return null;
    const sites = connected.flatMap(({ public: { village } }) => village.sites);
    return isTurnedOn(sites, (await tx.keys('origins')).map(String)) ? 3 : 2;
  });
}

/** Another site than the village's own is no step: nothing of it can be written there. */
function isTurnedOn(sites: readonly string[], origins: readonly string[]): boolean {
  if (sites.length === 0) return origins.length > 0;
  const hosts = origins.flatMap((origin) => URL.parse(origin) ?? []);
  return sites.some((site) => hosts.some((host) => sameHost(host, new URL(site))));
}

import { sql } from 'kysely';
import { HOUR, MINUTE } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import type { LinkResult } from './check.ts';
import { checkStored, type Due, selectLinks } from './due.ts';

const DUE_MS = 20 * HOUR;
const BATCH = 200;
/** How many sites are looked at at once; each site gets one request at a time. */
const SITES_AT_ONCE = 8;
/** The longest that one site is kept at in a round, so that a slow one does not hold up the others. */
const SITE_MS = MINUTE;
/** A site that did not answer so often in a row is left for the next round, in an hour. */
const SILENCES = 2;

/**
 * Looks at every link that is due: the one that is unseen longest comes first, each at most once in a round. What a slow
 * or silent site leaves over is due again in the next round, and says nothing of its links.
 */
export async function lookAtAll(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - DUE_MS);
  const taken: string[] = [];
  for (let due = await next(); due.length > 0 && !deps.stopping.aborted; due = await next()) {
    taken.push(...due.map(({ id }) => id));
    await lookSideBySide(deps, due);
  }

  function next(): Promise<Due[]> {
    return selectLinks(deps)
      .where((eb) => eb.or([eb('l.backlink_checked_at', 'is', null), eb('l.backlink_checked_at', '<', before)]))
      .where(sql<boolean>`l.id <> all(${taken}::text[])`)
      .orderBy('l.backlink_checked_at', (order) => order.asc().nullsFirst())
      .limit(BATCH)
      .execute();
  }
}

async function lookSideBySide(deps: Deps, due: Due[]): Promise<void> {
  const sites = [...Map.groupBy(due, (one) => URL.parse(one.backlink_url ?? '')?.host).values()];
  const worker = async () => {
    for (let site = sites.pop(); site; site = sites.pop()) await lookAtSite(deps, site);
  };
  await Promise.all(Array.from({ length: SITES_AT_ONCE }, worker));
}

async function lookAtSite(deps: Deps, links: Due[]): Promise<void> {
  // How long the site takes is real time, whatever the clock of the rules says.
  const until = performance.now() + SITE_MS;
  let silences = 0;
  for (const link of links) {
    if (deps.stopping.aborted || silences >= SILENCES || performance.now() > until) return;
    silences = isSilent(await checkStored(deps, link)) ? silences + 1 : 0;
  }
}

function isSilent(result: LinkResult | null): boolean {
  return result?.state === 'broken' && (result.reason === 'timeout' || result.reason === 'unreachable');
}

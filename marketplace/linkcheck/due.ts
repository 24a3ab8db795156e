import type { Deps } from '#marketplace/deps.ts';
import { errorFields } from '#marketplace/log.ts';
import { checkLink, type LinkResult } from './check.ts';
import { recordCheck } from './record.ts';

/** A link back that can be looked at. */
export interface Due {
  id: string;
  village_id: string;
  backlink_url: string | null;
  sites: string[];
}

export function selectLinks(deps: Deps) {
  return deps.db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select(['l.id', 'l.village_id', 'l.backlink_url', 'v.sites'])
    .where('l.backlink_url', 'is not', null)
    .where('l.backlink_state', '!=', 'none')
    .where('l.state', '=', 'live')
    .where('v.status', '!=', 'blocked');
}

/** Looks at one link and stores what was seen. Null when that failed on our side: it is logged, and others go on. */
export async function checkStored(
  deps: Deps,
  { id, village_id, backlink_url, sites }: Due,
): Promise<LinkResult | null> {
  if (backlink_url === null) return null;
  try {
    const link = { id, villageId: village_id, url: backlink_url, sites };
    const result = await checkLink(deps, link);
    await recordCheck(deps, link, result);
    return result;
  } catch (error) {
    deps.log('error', 'linkcheck', { listing: id, ...errorFields(error) });
    return null;
  }
}

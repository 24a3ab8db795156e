import * as z from 'zod/mini';
import { Id, WebUrl } from '#contract';
import { HOUR } from '#contract/time.ts';
import type { Deps } from '#marketplace/deps.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { checkLink } from './check.ts';
import { recordCheck } from './record.ts';

const DUE_MS = 20 * HOUR;
const BATCH = 200;
/** How many sites are checked at once; each site gets one request at a time. */
const SITES_AT_ONCE = 8;

interface Due {
  id: string;
  village_id: string;
  backlink_url: string | null;
  sites: string[];
}

function selectLinks(deps: Deps) {
  return deps.db
    .selectFrom('listings as l')
    .innerJoin('villages as v', 'v.id', 'l.village_id')
    .select(['l.id', 'l.village_id', 'l.backlink_url', 'v.sites'])
    .where('l.backlink_url', 'is not', null)
    .where('l.backlink_state', '!=', 'none')
    .where('l.state', '=', 'live')
    .where('v.status', '!=', 'blocked');
}

async function checkOne(deps: Deps, { id, village_id, backlink_url, sites }: Due): Promise<void> {
  if (backlink_url === null) return;
  const link = { id, villageId: village_id, url: backlink_url, sites };
  await recordCheck(deps, link, await checkLink(deps, link));
}

/**
 * Checks a link that was just recorded, in case the process that took the request died before it had checked the link.
 */
export const checkNamedLink = defineJob({
  name: 'linkcheck',
  data: z.object({ villageId: Id, id: Id, url: WebUrl }),
  async run(deps, { villageId, id, url }) {
    const due = await selectLinks(deps)
      .where('l.village_id', '=', villageId)
      .where('l.id', '=', id)
      .where('l.backlink_url', '=', url)
      .where('l.backlink_state', '=', 'checking')
      .executeTakeFirst();
    if (due) await checkOne(deps, due);
  },
});

/** Checks every link back once a day: the one that is unchecked longest comes first, until none is due. */
export const recheckLinks = defineJob({
  name: 'linkcheck-daily',
  data: z.object({}),
  cron: '17 * * * *',
  async run(deps) {
    const before = new Date(deps.now().getTime() - DUE_MS);
    let due: Due[];
    do {
      due = await selectLinks(deps)
        .where((eb) => eb.or([eb('l.backlink_checked_at', 'is', null), eb('l.backlink_checked_at', '<', before)]))
        .orderBy('l.backlink_checked_at', (order) => order.asc().nullsFirst())
        .limit(BATCH)
        .execute();
      await checkSideBySide(deps, due);
    } while (due.length > 0 && !deps.stopping.aborted);
  },
});

async function checkSideBySide(deps: Deps, due: Due[]): Promise<void> {
  const sites = [...Map.groupBy(due, (one) => URL.parse(one.backlink_url ?? '')?.host).values()];
  const worker = async () => {
    for (let site = sites.pop(); site; site = sites.pop()) {
      for (const one of site) {
        if (deps.stopping.aborted) return;
        await checkOne(deps, one);
      }
    }
  };
  await Promise.all(Array.from({ length: SITES_AT_ONCE }, worker));
}

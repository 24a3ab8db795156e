import * as z from 'zod/mini';
import { Id, WebUrl } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { checkStored, selectLinks } from './due.ts';
import { lookAtAll } from './round.ts';

/**
 * Looks at a link again that was just recorded: the process that took the request may have died before it had looked, or
 * the site may not have answered.
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
    if (due) await checkStored(deps, due);
  },
});

/** Looks at a link that an operator asks for, however it stands. */
export const checkAskedLink = defineJob({
  name: 'linkcheck-asked',
  data: z.object({ villageId: Id, id: Id }),
  async run(deps, { villageId, id }) {
    const due = await selectLinks(deps).where('l.village_id', '=', villageId).where('l.id', '=', id).executeTakeFirst();
    if (due) await checkStored(deps, due);
  },
});

/** Looks at every link back once a day. */
export const recheckLinks = defineJob({
  name: 'linkcheck-daily',
  data: z.object({}),
  cron: '17 * * * *',
  run: (deps: Deps) => lookAtAll(deps),
});

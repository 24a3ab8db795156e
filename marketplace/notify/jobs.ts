import * as z from 'zod/mini';
import { forgetOrphans } from '#marketplace/inquiries/store/contacts.ts';
import { defineJob, type JobDefinition } from '#marketplace/queue/define.ts';
import { deliverDue } from './deliver.ts';
import { forgetRefusals } from './mail/stop.ts';
import { forgetNotices } from './owed.ts';

const Nothing = z.object({});

export const noticeJobs: JobDefinition[] = [
  defineJob({
    name: 'notices',
    data: Nothing,
    cron: '* * * * *',
    run: async (deps) => void (await deliverDue(deps)),
  }),
  defineJob({
    name: 'notices-forget',
    data: Nothing,
    cron: '50 2 * * *',
    async run(deps) {
      await forgetNotices(deps);
      await forgetRefusals(deps);
      await forgetOrphans(deps);
    },
  }),
];

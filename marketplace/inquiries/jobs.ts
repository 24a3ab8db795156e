import * as z from 'zod/mini';
import { DAY } from '#contract/time.ts';
import { defineJob, type JobDefinition } from '#marketplace/queue/define.ts';
import { forgetBulks } from './bulk/store.ts';
import { sweepDue } from './due.ts';
import { pseudonymiseOld } from './retention.ts';

const Nothing = z.object({});

export const inquiryJobs: JobDefinition[] = [
  defineJob({
    name: 'inquiries-due',
    data: Nothing,
    cron: '* * * * *',
    run: async (deps) => void (await sweepDue(deps)),
  }),
  defineJob({
    name: 'inquiries-retention',
    data: Nothing,
    cron: '40 2 * * *',
    async run(deps) {
      await pseudonymiseOld(deps);
      await forgetBulks(deps, DAY);
    },
  }),
];

import * as z from 'zod/mini';
import { defineJob, type JobDefinition } from '#marketplace/queue/define.ts';
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
    run: async (deps) => void (await pseudonymiseOld(deps)),
  }),
];

import * as z from 'zod/mini';
import { defineJob } from '#marketplace/queue/define.ts';
import { forgetConsignments } from './waiting.ts';

export const forgetConsigned = defineJob({
  name: 'forget-consignments',
  data: z.object({}),
  cron: '20 3 * * *',
  run: forgetConsignments,
});

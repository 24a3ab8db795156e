import * as z from 'zod/mini';
import { defineJob, type JobDefinition } from '#marketplace/queue/define.ts';
import { playBuyers } from './buyers.ts';
import { closeRooms } from './close.ts';

const nothing = z.object({});

export const practiceJobs: JobDefinition[] = [
  // Sent, beside the timetable, when a village for practice publishes something (`listings/routes.ts`).
  defineJob({ name: 'practice-buyers', data: nothing, cron: '* * * * *', run: playBuyers }),
  defineJob({ name: 'practice-rooms', data: nothing, cron: '* * * * *', run: closeRooms }),
];

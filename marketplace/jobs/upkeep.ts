import * as z from 'zod/mini';
import { forgetOldHits } from '../http/limits.ts';
import { forgetSpent } from '../inquiries/puzzle/spent.ts';
import { recountVocabulary } from '../search/vocabulary.ts';
import { defineJob } from './types.ts';

const nothing = z.object({});

export const forgetHits = defineJob({
  name: 'forget-hits',
  data: nothing,
  cron: '41 * * * *',
  async run(deps) {
    await forgetOldHits(deps);
    await forgetSpent(deps);
  },
});

export const recountWords = defineJob({
  name: 'recount-words',
  data: nothing,
  cron: '30 2 * * *',
  run: (deps) => recountVocabulary(deps.db),
});

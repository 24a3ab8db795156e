import * as z from 'zod/mini';
import { forgetOldHits } from '#marketplace/http/limits.ts';
import { forgetSpent } from '#marketplace/inquiries/proofOfWork/spent.ts';
import { markStale } from '#marketplace/listings/stale.ts';
import { forgetEndedSessions } from '#marketplace/operators/sessions.ts';
import { removeUnusedPhotos } from '#marketplace/photos/unused.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { recountVocabulary } from '#marketplace/search/vocabulary.ts';
import { forgetViews } from '#marketplace/views/read.ts';
import { forgetPairings } from '#marketplace/villages/phones.ts';
import { forgetShortCodes } from '#marketplace/villages/shortCodes.ts';

const nothing = z.object({});

export const forgetHits = defineJob({
  name: 'forget-hits',
  data: nothing,
  cron: '41 * * * *',
  async run(deps) {
    await forgetOldHits(deps);
    await forgetShortCodes(deps);
    await forgetPairings(deps);
    await forgetSpent(deps);
    await forgetViews(deps);
    await forgetEndedSessions(deps);
  },
});

export const forgetPhotos = defineJob({
  name: 'forget-photos',
  data: nothing,
  cron: '10 3 * * *',
  run: async (deps) => void (await removeUnusedPhotos(deps)),
});

export const recountWords = defineJob({
  name: 'recount-words',
  data: nothing,
  cron: '30 2 * * *',
  run: (deps) => recountVocabulary(deps.db),
});

/** Every hour, not only at midnight: a server that was switched off at night catches up in the morning. */
export const markUnchecked = defineJob({
  name: 'mark-stale',
  data: nothing,
  cron: '23 * * * *',
  run: markStale,
});

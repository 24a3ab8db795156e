import * as z from 'zod/mini';
import { defineJob } from '#marketplace/queue/define.ts';
import { CATALOGUES, type CatalogueName } from './catalogue.ts';
import { writeCatalogue } from './files.ts';

/** Twice an hour: Meta reads a catalogue once an hour at the most, Google once a day. */
export const writeCatalogues = defineJob({
  name: 'write-catalogues',
  data: z.object({}),
  cron: '9,39 * * * *',
  async run(deps) {
    for (const name of Object.keys(CATALOGUES) as CatalogueName[]) await writeCatalogue(deps, name);
  },
});

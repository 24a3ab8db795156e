import * as z from 'zod/mini';
import type { Db } from '#marketplace/db/open.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { SYNONYMS } from '#marketplace/search/synonyms.ts';
import { synonymsIn } from '#marketplace/search/synonymTerms.ts';
import { sha256 } from '#marketplace/sha256.ts';

/** The synonyms that a listing is indexed by besides its own words. */
export function synonymColumns({ name, description }: { name: string; description: string }) {
  return { name_goods: synonymsIn(name), all_goods: synonymsIn(`${name} ${description}`) };
}

const BATCH = 500;
const SETTING = 'synonyms';
const edition = sha256(JSON.stringify(SYNONYMS), 'base64url');

/** True when listings were indexed with another table of synonyms than this version's. */
export async function areSynonymsNew(db: Db): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', SETTING).executeTakeFirst();
  return row?.value !== edition;
}

/** Records that every listing is indexed with this version's table; to be called once that is true. */
export async function synonymsAreIndexed(db: Db): Promise<void> {
  await db
    .insertInto('settings')
    .values({ key: SETTING, value: edition })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: edition }))
    .execute();
}

async function reindexAfter(db: Db, afterId: string): Promise<string | undefined> {
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('listings')
      .select(['village_id', 'id', 'name', 'description', 'name_goods', 'all_goods'])
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .execute();
    for (const row of rows) {
      const goods = synonymColumns(row);
      if (String([goods.name_goods, '/', goods.all_goods]) === String([row.name_goods, '/', row.all_goods])) continue;
      await trx
        .updateTable('listings')
        .set(goods)
        .where('village_id', '=', row.village_id)
        .where('id', '=', row.id)
        .execute();
    }
    return rows.at(-1)?.id;
  });
}

/** Indexes every listing with this version's table of synonyms; sent at start when `areSynonymsNew`. */
export const reindexSynonyms = defineJob({
  name: 'reindex-goods',
  data: z.object({}),
  async run(deps) {
    for (let id: string | undefined = ''; id !== undefined && !deps.stopping.aborted; ) {
      id = await reindexAfter(deps.db, id);
    }
    if (deps.stopping.aborted) throw new Error('stopped before the end');
    await synonymsAreIndexed(deps.db);
  },
});

import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { maskPhones } from '#contract/phonesInText.ts';
import type { Db } from '#marketplace/db/open.ts';
import { defineJob } from '#marketplace/queue/define.ts';
import { headsIn, saidIn } from '#marketplace/search/heads.ts';
import { forgetKept } from '#marketplace/search/kept.ts';
import { apart, synonymsIn } from '#marketplace/search/terms.ts';
import { KINDS, STOP_WORDS, SYNONYMS } from '#marketplace/search/wordLists.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import { sha256 } from '#marketplace/sha256.ts';
import { refreshSearchText } from './searchText.ts';

/** What a listing is indexed by: its own words without the numbers that nobody may see, and the synonyms in them. */
export function indexColumns({ name, description, maker }: { name: string; description: string; maker: string }) {
  const written = wordsOf(name);
  const words = apart(written);
  const joined = words.length > written.length ? words.filter((word) => !written.includes(word)) : [];
  return {
    name_goods: [...synonymsIn(words), ...joined, ...headsIn(name), ...saidIn(name)],
    all_goods: [...synonymsIn(apart(wordsOf(`${name} ${description}`))), ...joined],
    masked_name: maskedOf(name),
    masked_description: maskedOf(description),
    search_maker: maskPhones(maker),
  };
}

function maskedOf(text: string): string | null {
  const masked = maskPhones(text);
  return masked === text ? null : masked;
}

const BATCH = 500;
const SETTING = 'synonyms';
/** Counted up when what is masked, or how a name is read, changes. */
const READING = 3;
const edition = sha256(JSON.stringify([SYNONYMS, KINDS, [...STOP_WORDS], READING]), 'base64url');

/** True when listings were indexed with other word lists, or read otherwise, than by this version. */
export async function isIndexOld(db: Db): Promise<boolean> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', SETTING).executeTakeFirst();
  return row?.value !== edition;
}

/** Records that every listing is indexed as by this version; to be called once that is true. */
export async function indexIsNew(db: Db): Promise<void> {
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
      .select([
        'village_id',
        'id',
        'name',
        'description',
        'name_goods',
        'all_goods',
        'masked_name',
        'masked_description',
        'search_maker',
        'producer_name as maker',
      ])
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(BATCH)
      .forUpdate()
      .execute();
    for (const row of rows) {
      const columns = indexColumns(row);
      if (isDeepStrictEqual({ ...row, ...columns }, { ...row })) continue;
      await trx
        .updateTable('listings')
        .set(columns)
        .where('village_id', '=', row.village_id)
        .where('id', '=', row.id)
        .execute();
    }
    return rows.at(-1)?.id;
  });
}

/** Listings are found by what is shown of their village. */
async function reindexPlaces(db: Db): Promise<void> {
  const villages = await db.selectFrom('villages').select(['id', 'name', 'district', 'regency']).execute();
  for (const village of villages) await refreshSearchText(db, village);
}

/** Indexes every listing as this version does; sent at start when `isIndexOld`. */
export const reindex = defineJob({
  name: 'reindex-goods',
  data: z.object({}),
  async run(deps) {
    for (let id: string | undefined = ''; id !== undefined && !deps.stopping.aborted; ) {
      id = await reindexAfter(deps.db, id);
    }
    if (deps.stopping.aborted) throw new Error('stopped before the end');
    await reindexPlaces(deps.db);
    await indexIsNew(deps.db);
    forgetKept(deps.db);
  },
});

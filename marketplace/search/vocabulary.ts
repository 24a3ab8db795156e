import { sql } from 'kysely';
import { CATEGORY_LABELS, CHECKED_LOCALES } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import { forgetKept } from './kept.ts';
import { nearKeys } from './slips.ts';
import { SYNONYM_WORDS } from './terms.ts';
import { wordsOf } from './words.ts';

/** Adds the words of a new text to the vocabulary; known words stay as they are. */
export async function learnWords(db: Db, words: Iterable<string>): Promise<void> {
  const rows = [...new Set(words)]
    .filter((word) => word.length > 2 && word.length <= 40 && !/\d/.test(word))
    .sort() // one order for all writers, so that two at once cannot wait for each other
    .map((word) => ({ word, uses: 1, near: nearKeys(word) }));
  if (rows.length === 0) return;
  await db
    .insertInto('search_words')
    .values(rows)
    .onConflict((oc) => oc.column('word').doNothing())
    .execute();
}

/** Adds words that are right although no listing has them yet. It runs after every migration. */
export async function seedVocabulary(db: Db): Promise<void> {
  const labels = CHECKED_LOCALES.flatMap((locale) => Object.values(CATEGORY_LABELS[locale]));
  await learnWords(db, [...SYNONYM_WORDS, ...labels.flatMap(wordsOf)]);
}

/** Counts how many public listings use each word in name or place and forgets unused ones: a daily job. */
export async function recountVocabulary(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`
      with used as materialized (
        select word collate "C" as word, ndoc from ts_stat(
          $$select to_tsvector('simple', name || ' ' || search_extra || ' ' || search_place || ' ' || search_maker) from listings where listed$$)
      )
      update search_words set uses = coalesce(used.ndoc, 0)
      from search_words as known left join used on used.word = known.word
      where known.word = search_words.word and search_words.uses is distinct from coalesce(used.ndoc, 0)
    `.execute(trx);
    await trx.deleteFrom('search_words').where('uses', '=', 0).execute();
    await seedVocabulary(trx);
  });
  forgetKept(db);
}

import { sql } from 'kysely';
import { CATEGORY_LABELS } from '../contract/index.ts';
import type { Db } from '../db/open.ts';
import { SYNONYM_WORDS } from './synonyms.ts';
import { nearKeys, queryWords, typos } from './words.ts';

/** Shorter words have too many neighbours to guess from shared trigrams. */
const TRIGRAM_MIN_LENGTH = 5;

/** Learns words of a new text; known ones stay as they are. */
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

/** Words that are right although no listing has them yet. Run after every migration. */
export async function seedVocabulary(db: Db): Promise<void> {
  const labels = Object.values(CATEGORY_LABELS).flatMap((labels) => Object.values(labels));
  await learnWords(db, [...SYNONYM_WORDS, ...labels.flatMap(queryWords)]);
}

/** For each word nobody knows, the known word it most likely means. Known words are not in the answer. */
export async function correctWords(db: Db, words: string[]): Promise<Map<string, string | null>> {
  const known = await db.selectFrom('search_words').select('word').where('word', 'in', words).execute();
  const isKnown = new Set(known.map((row) => row.word));
  const corrections = new Map<string, string | null>();
  for (const word of words) {
    if (!isKnown.has(word) && !/\d/.test(word)) corrections.set(word, await nearestWord(db, word));
  }
  return corrections;
}

async function nearestWord(db: Db, word: string): Promise<string | null> {
  if (word.length < 3) return null;
  const oneTypo = await db
    .selectFrom('search_words')
    .select(['word', 'uses'])
    .where(sql<boolean>`near && ${sql.val(nearKeys(word))}::text[]`)
    .limit(50)
    .execute();
  const candidates = oneTypo.length > 0 || word.length < TRIGRAM_MIN_LENGTH ? oneTypo : await similarWords(db, word);
  const likely = candidates
    .map((row) => ({ ...row, typos: typos(word, row.word) + (row.word[0] === word[0] ? 0 : 0.5) }))
    .filter((row) => row.typos <= Math.max(2, word.length / 3))
    .sort((a, b) => a.typos - b.typos || b.uses - a.uses || (a.word < b.word ? -1 : 1));
  return likely[0]?.word ?? null;
}

function similarWords(db: Db, word: string): Promise<{ word: string; uses: number }[]> {
  return db
    .selectFrom('search_words')
    .select(['word', 'uses'])
    .where(sql<boolean>`word % ${word}`)
    .orderBy(sql`similarity(word, ${word})`, 'desc')
    .limit(10)
    .execute();
}

/** Counts how many public names use each word and forgets unused ones: a daily job. */
export async function recountVocabulary(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`
      with used as (
        select word, ndoc from ts_stat(
          $$select to_tsvector('simple', name || ' ' || search_extra) from listings where listed$$)
      )
      update search_words set uses = coalesce((select ndoc from used where used.word = search_words.word), 0)
    `.execute(trx);
    await trx.deleteFrom('search_words').where('uses', '=', 0).execute();
    await seedVocabulary(trx);
  });
}

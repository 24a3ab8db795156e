import { sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';

/** A name that has a sought word, with how many goods have it, as far as they were counted. */
export interface NamedGoods {
  id: string;
  name: string;
  word: string;
  goods: number;
}

/** How many words with the same beginning are counted, of how many the names are read, and how many names of each. */
const WORDS = 60;
const READ = 10;
const NAMES = 40;
const COUNTED = 100;
/** In the index no letter of a word sorts after it. */
const AFTER_ALL = '{';

/**
 * The names of goods that have one of these words, or a word that begins so; what a name is about (`^`) before other
 * words, and the words of the most goods first. One statement, which only walks the words' own index: it leaps from word to
 * word, however many goods have each.
 */
export async function namesWith(db: Db, begun: string[], whole: string[]): Promise<NamedGoods[]> {
  const { rows } = await sql<NamedGoods>`/* prepared */
    with recursive begun(word, upto) as (
      select first.word, asked.upto from unnest(${begun}::text[], ${begun.map((text) => text + AFTER_ALL)}::text[]) asked(text, upto)
      cross join lateral (
        select w.word from listing_words w where w.word >= asked.text and w.word < asked.upto order by w.word limit 1
      ) first
      union all
      select next.word, begun.upto from begun cross join lateral (
        select w.word from listing_words w where w.word > begun.word and w.word < begun.upto order by w.word limit 1
      ) next
    ), sought as (
      (select word from begun limit ${sql.lit(WORDS)}) union select unnest(${whole}::text[])
    ), most as (
      select sought.word, counted.goods from sought cross join lateral (
        select count(*)::int as goods from (select from listing_words w where w.word = sought.word limit ${sql.lit(COUNTED)}) w
      ) counted where counted.goods > 0
      order by left(sought.word, 1) = '^' desc, counted.goods desc, sought.word limit ${sql.lit(READ)}
    )
    select l.id, coalesce(l.masked_name, l.name) as name, most.word, most.goods from most cross join lateral (
      select w.id from listing_words w where w.word = most.word order by w.rank desc, w.id desc limit ${sql.lit(NAMES)}
    ) best join listings l on l.id = best.id`.execute(db);
  return rows;
}

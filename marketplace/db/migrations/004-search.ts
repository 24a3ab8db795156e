import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`create index listings_name_words on listings using gin (name_words) where listed`.execute(db);
  await sql`create index listings_all_words on listings using gin (all_words) where listed`.execute(db);
  // Typos are corrected against some ten thousand words, not against every row: that is what keeps it fast. `near`
  // holds the word with each letter left out once, so one typo apart (swapped letters too, which trigrams miss in
  // short words) is an index look-up; trigrams catch the longer words with more than one.
  await sql`create table search_words (word text primary key, uses integer not null, near text[] not null)`.execute(db);
  await sql`create index search_words_near on search_words using gin (near)`.execute(db);
  await sql`create index search_words_trigrams on search_words using gin (word gin_trgm_ops)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists unaccent`.execute(db);
  await sql`create index listings_name_words on listings using gin (name_words) where listed`.execute(db);
  await sql`create index listings_all_words on listings using gin (all_words) where listed`.execute(db);
  // Words of names with the listings that have them, in the order they are shown: however many listings have a word, a
  // page of the best ones is one short walk along this key, where GIN would have to fetch and sort them all.
  await sql`
    create table listing_words (
      word text collate "C" not null,
      rank integer not null,
      id text not null,
      village_id text not null,
      category text not null
    )`.execute(db);
  await sql`
    create unique index listing_words_ranked on listing_words (word, rank, id) include (village_id, category)
  `.execute(db);
  await sql`
    create function keep_listing_words() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' and old.listed then
        delete from listing_words
        where word = any (tsvector_to_array(old.name_words)) and rank = old.rank and id = old.id;
      end if;
      if tg_op <> 'DELETE' and new.listed then
        insert into listing_words
        select unnest(tsvector_to_array(new.name_words)), new.rank, new.id, new.village_id, new.category;
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger listing_words_new after insert or delete on listings
    for each row execute function keep_listing_words()`.execute(db);
  await sql`
    create trigger listing_words_changed after update on listings
    for each row
    when ((old.listed, old.rank, old.category, old.name_words)
      is distinct from (new.listed, new.rank, new.category, new.name_words))
    execute function keep_listing_words()`.execute(db);
  // Typos are corrected against some ten thousand words, not against every row: that is what keeps it fast. `near`
  // holds the word with each letter left out once, so one typo apart (swapped letters too, which trigrams miss in
  // short words) is an index look-up; trigrams catch the longer words with more than one.
  await sql`
    create table search_words (word text collate "C" primary key, uses integer not null, near text[] not null)
  `.execute(db);
  await sql`create index search_words_near on search_words using gin (near)`.execute(db);
  await sql`create index search_words_trigrams on search_words using gin (word gin_trgm_ops)`.execute(db);
}

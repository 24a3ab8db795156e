import { type Kysely, sql } from 'kysely';

/**
 * The words that are searched are those that anybody sees: a number in a text from before such texts were refused is
 * masked wherever it is shown, so it must not find the listing either. Null: the text holds none. The start that follows
 * fills both columns; the triggers of 004 go with the column that they look at.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger listing_words_changed on listings`.execute(db);
  await sql`
    alter table listings
      drop column name_words,
      drop column all_words,
      add column masked_name text,
      add column masked_description text`.execute(db);
  await sql`
    alter table listings
      add column name_words tsvector generated always as (
        to_tsvector('indonesian', coalesce(masked_name, name)) || array_to_tsvector(name_goods)) stored,
      add column all_words tsvector generated always as (
        to_tsvector('indonesian',
          coalesce(masked_name, name) || ' ' || search_extra || ' ' || coalesce(masked_description, description))
        || array_to_tsvector(all_goods)) stored`.execute(db);
  await sql`create index listings_name_words on listings using gin (name_words) where listed`.execute(db);
  await sql`create index listings_all_words on listings using gin (all_words) where listed`.execute(db);
  await sql`
    create trigger listing_words_changed after update on listings
    for each row
    when ((old.listed, old.rank, old.category, old.name_words)
      is distinct from (new.listed, new.rank, new.category, new.name_words))
    execute function keep_listing_words()`.execute(db);
}

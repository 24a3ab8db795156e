import { type Kysely, sql } from 'kysely';

/**
 * A listing is also found by its place and its maker as surely as by its name, and `name_goods` tells (behind `^`) what the
 * name is about. Lists can be ordered by price and by age. The start that follows fills the columns.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger listing_words_changed on listings`.execute(db);
  await sql`
    alter table listings
      drop column name_words,
      drop column all_words,
      add column search_place text not null default '',
      add column search_maker text not null default ''`.execute(db);
  await sql`
    alter table listings
      add column name_words tsvector generated always as (
        setweight(to_tsvector('indonesian', coalesce(masked_name, name)), 'A')
        || to_tsvector('indonesian', search_place || ' ' || search_maker)
        || array_to_tsvector(name_goods)) stored,
      add column all_words tsvector generated always as (
        setweight(to_tsvector('indonesian', coalesce(masked_name, name)), 'A')
        || to_tsvector('indonesian',
          search_extra || ' ' || search_maker || ' ' || coalesce(masked_description, description))
        || array_to_tsvector(all_goods)) stored`.execute(db);
  await sql`create index listings_name_words on listings using gin (name_words) where listed`.execute(db);
  await sql`create index listings_all_words on listings using gin (all_words) where listed`.execute(db);
  await sql`
    create trigger listing_words_changed after update on listings
    for each row
    when ((old.listed, old.rank, old.category, old.name_words)
      is distinct from (new.listed, new.rank, new.category, new.name_words))
    execute function keep_listing_words()`.execute(db);
  await sql`create index listings_price on listings (price, id) where listed`.execute(db);
  await sql`create index listings_category_price on listings (category, price, id) where listed`.execute(db);
  await sql`create index listings_created on listings (created_at desc, id desc) where listed`.execute(db);
  await sql`create index listings_category_created on listings (category, created_at desc, id desc) where listed`.execute(
    db,
  );
}

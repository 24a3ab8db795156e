import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table listing_ids (id text primary key, village_id text not null references villages (id))`.execute(
    db,
  );
  await sql`
    create table listings (
      village_id text not null references villages (id),
      id text not null,
      rev integer not null,
      slug text not null,
      name text not null,
      price integer not null,
      unit text not null,
      pack_amount double precision,
      pack_measure text,
      availability text not null,
      stock integer,
      category text not null,
      description text not null,
      photos jsonb not null,
      producer_name text not null,
      producer_phone text not null,
      flagship boolean not null,
      terms text not null,
      floor_price integer,
      floor_below text,
      site_url text,
      state text not null check (state in ('live', 'withdrawn')),
      hidden text,
      listed boolean not null,
      rank integer not null,
      search_extra text not null,
      backlink_url text,
      backlink_state text not null default 'none'
        check (backlink_state in ('none', 'checking', 'verified', 'broken')),
      backlink_checked_at timestamptz,
      backlink_reason text,
      backlink_failures integer not null default 0,
      name_goods text[] not null default '{}',
      all_goods text[] not null default '{}',
      name_words tsvector generated always as (
        to_tsvector('indonesian', name) || array_to_tsvector(name_goods)) stored,
      all_words tsvector generated always as (
        to_tsvector('indonesian', name || ' ' || search_extra || ' ' || description) || array_to_tsvector(all_goods)
      ) stored,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (village_id, id)
    )`.execute(db);
  // Not unique: listing_ids keeps ids unique, so that this table may be spread by village_id.
  await sql`create index listings_id on listings (id)`.execute(db);
  await sql`create index listings_rank on listings (rank desc, id desc) where listed`.execute(db);
  await sql`create index listings_category on listings (category, rank desc, id desc) where listed`.execute(db);
  await sql`create index listings_village on listings (village_id, rank desc, id desc) where listed`.execute(db);
  await sql`
    create index listings_recheck on listings (backlink_checked_at nulls first) where backlink_url is not null`.execute(
    db,
  );
}

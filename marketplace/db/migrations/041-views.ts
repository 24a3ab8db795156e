import { type Kysely, sql } from 'kysely';

/**
 * How often a product's page was opened, month by month. `views_seen` holds who was counted for what today, as a hash that
 * is of that day alone; its rows go when the day is over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table listing_views (
      village_id text not null references villages (id),
      listing_id text not null,
      month text not null,
      views integer not null,
      primary key (village_id, month, listing_id)
    )`.execute(db);
  await sql`
    create table views_seen (
      day text not null,
      hash text not null,
      primary key (day, hash)
    )`.execute(db);
}

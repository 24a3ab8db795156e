import { type Kysely, sql } from 'kysely';

/** When a village last said that a product is as it stands there; of older rows that is their last change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A process of the version before may still be storing listings, so the column has a value of its own.
  await sql`alter table listings
    add checked_at timestamptz not null default now(),
    add stale boolean not null default false`.execute(db);
  await sql`update listings set checked_at = updated_at`.execute(db);
  await sql`create index listings_unchecked on listings (checked_at) where not stale`.execute(db);
}

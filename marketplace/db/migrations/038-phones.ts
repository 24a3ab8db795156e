import { type Kysely, sql } from 'kysely';

/** A phone is a device that answers on the marketplace's own pages; it is paired by a code that is good once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table devices add kind text not null default 'office' check (kind in ('office', 'phone'))`.execute(db);
  await sql`
    create table pairings (
      code_hash text primary key,
      village_id text not null references villages (id),
      made_by text not null,
      expires_at timestamptz not null,
      used_by text
    )`.execute(db);
  await sql`create index pairings_ended on pairings (expires_at)`.execute(db);
}

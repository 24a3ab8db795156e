import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports (
      village_id text not null references villages (id),
      listing_id text not null,
      reporter text not null,
      reason text not null check (reason in ('scam', 'forbidden', 'wrong', 'other')),
      words text not null,
      created_at timestamptz not null,
      handled_at timestamptz,
      primary key (village_id, listing_id, reporter)
    )`.execute(db);
  await sql`create index reports_open on reports (created_at) where handled_at is null`.execute(db);
}

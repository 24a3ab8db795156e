import { type Kysely, sql } from 'kysely';

/** The quick replies that each village wrote for itself, for all its devices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table village_replies (
      village_id text primary key references villages (id),
      rev integer not null,
      said_by text not null,
      texts jsonb not null,
      updated_at timestamptz not null
    )`.execute(db);
}

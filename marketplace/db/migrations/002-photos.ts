import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table photos (
      hash text primary key,
      width integer not null,
      height integer not null,
      created_at timestamptz not null
    )`.execute(db);
}

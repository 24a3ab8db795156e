import { type Kysely, sql } from 'kysely';

/** The device that said the revision. Null: it was said before this was kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table listings add said_by text`.execute(db);
}

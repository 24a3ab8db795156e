import { type Kysely, sql } from 'kysely';

/** Null: the unit's own name says it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table listings add unit_word text`.execute(db);
}

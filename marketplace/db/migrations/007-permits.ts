import { type Kysely, sql } from 'kysely';

/** Null: nobody has spoken of permits yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table listings add permits jsonb`.execute(db);
}

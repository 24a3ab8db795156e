import { type Kysely, sql } from 'kysely';

/** Null: nobody has said yet how it is handed over or paid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table listings add exchange jsonb`.execute(db);
}

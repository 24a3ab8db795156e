import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table photos add unused_since timestamptz, add gone boolean not null default false`.execute(db);
  await sql`create index photos_unused on photos (unused_since) where unused_since is not null`.execute(db);
  await sql`create index photos_gone on photos (hash) where gone`.execute(db);
}

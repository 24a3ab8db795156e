import { type Kysely, sql } from 'kysely';

/** The letters of an invite for one computer end no more those for another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table short_codes drop constraint short_codes_invite_hash_key`.execute(db);
  await sql`create index short_codes_invite on short_codes (invite_hash, expires_at)`.execute(db);
}

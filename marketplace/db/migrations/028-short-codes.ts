import { type Kysely, sql } from 'kysely';

/**
 * An invite may be opened under a second code, which is given for 8 letters that somebody typed; both are the same
 * invite, for one device. The letters themselves are kept as a keyed hash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table invites add other_hash text`.execute(db);
  await sql`create unique index invites_other on invites (other_hash) where other_hash is not null`.execute(db);
  await sql`
    create table short_codes (
      letters_hash text primary key,
      invite_hash text not null unique,
      expires_at timestamptz not null
    )`.execute(db);
}

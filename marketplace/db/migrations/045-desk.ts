import { type Kysely, sql } from 'kysely';

/**
 * What the operator's desk needs: the sheet that an invite was printed on (its hash, so that a leaked backup opens none),
 * when a village was last reminded of a question, since when its buyer is shown other villages, and up to which event an
 * operator has looked at a thread that was held or reported.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table invites add column sheet_hash text`.execute(db);
  await sql`create index invites_sheet on invites (sheet_hash) where sheet_hash is not null`.execute(db);
  await sql`
    alter table inquiries
      add column nudged_at timestamptz,
      add column elsewhere_at timestamptz,
      add column looked_seq integer not null default 0`.execute(db);
  await sql`create index inquiries_flagged on inquiries (updated_at) where flagged and not erased`.execute(db);
  await sql`create index inquiry_events_reported on inquiry_events (village_id, inquiry_id) where kind = 'reported'`.execute(
    db,
  );
}

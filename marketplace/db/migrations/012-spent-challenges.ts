import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table spent_challenges (
      village_id text not null,
      challenge text not null,
      expires_at timestamptz not null,
      primary key (village_id, challenge)
    )`.execute(db);
  // How many came lately, over all villages.
  await sql`create index inquiries_lately on inquiries (asked_at)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** One challenge for each site of a village: what is asked of who says that they look after it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_challenges (
      village_id text not null references villages (id),
      site text not null,
      code text not null,
      expires_at timestamptz not null,
      proven_at timestamptz,
      primary key (village_id, site)
    )`.execute(db);
}

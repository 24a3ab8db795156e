import { type Kysely, sql } from 'kysely';

/** Sites that villages say are theirs, until an operator adds or refuses each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table site_requests (
      village_id text not null references villages (id),
      site text not null,
      asked_at timestamptz not null,
      refused_at timestamptz,
      primary key (village_id, site)
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Which threads are held for want of proof: they do not count for pressure, so its indexes hold only the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table inquiries add column unproven boolean not null default false`.execute(db);
  await sql`drop index inquiries_lately`.execute(db);
  await sql`create index inquiries_lately on inquiries (asked_at) where not unproven`.execute(db);
  await sql`create index inquiries_lately_here on inquiries (village_id, asked_at) where not unproven`.execute(db);
}

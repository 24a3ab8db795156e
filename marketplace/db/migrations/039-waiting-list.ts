import { type Kysely, sql } from 'kysely';

/** What waits in one village, the longest first: the list of a paired phone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index inquiries_waiting_here on inquiries (village_id, waiting_since, id)
      where unanswered and not flagged`.execute(db);
}

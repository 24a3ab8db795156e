import { type Kysely, sql } from 'kysely';

/**
 * How many threads a form to several villages has opened in all. A count, and no index over its threads: an erased thread
 * leaves its form, and must leave no room for another. A form of before may have opened more than it may now; it opens
 * none any more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bulk_inquiries add column asked integer not null default 0`.execute(db);
  await sql`
    update bulk_inquiries set asked = threads.asked
    from (select bulk_id, count(*) as asked from inquiries where bulk_id is not null group by bulk_id) threads
    where threads.bulk_id = bulk_inquiries.id`.execute(db);
}

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: nobody has said yet how it is handed over or paid.
  await sql`alter table listings add exchange jsonb`.execute(db);
  // Only what was sold in truth, so that a product page reads no other thread.
  await sql`
    create index inquiries_sold on inquiries (village_id, listing_id) where state = 'fulfilled' and not flagged`.execute(
    db,
  );
}

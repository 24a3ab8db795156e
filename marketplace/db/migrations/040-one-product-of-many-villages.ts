import { type Kysely, sql } from 'kysely';

/**
 * One product across villages, counted by a job; one question to several of them; and reports of a whole village.
 * `bulk_inquiries` holds nothing of the buyer: only what tells that a form was sent before, and whose address opens its page.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table product_groups (
      slug text primary key,
      label text not null,
      villages integer not null,
      counted_at timestamptz not null
    )`.execute(db);
  await sql`create index product_groups_largest on product_groups (villages desc, slug)`.execute(db);
  await sql`
    create table bulk_inquiries (
      id text primary key,
      opened_with text not null unique,
      secret_hash text not null unique,
      group_slug text not null,
      challenge text unique,
      created_at timestamptz not null
    )`.execute(db);
  await sql`alter table inquiries add column bulk_id text, add column asked_elsewhere integer not null default 0`.execute(
    db,
  );
  await sql`create index inquiries_bulk on inquiries (bulk_id) where bulk_id is not null`.execute(db);
  await sql`
    create table village_reports (
      village_id text not null references villages (id),
      reporter text not null,
      reason text not null check (reason in ('scam', 'forbidden', 'wrong', 'other')),
      words text not null,
      created_at timestamptz not null,
      handled_at timestamptz,
      primary key (village_id, reporter)
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * What villagers ask their village to sell, the photos that they send with it, and the address of each village's form. Never
 * public; what was taken, refused or left keeps an id for a while and nothing that was said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consignments (
      village_id text not null references villages (id),
      id text not null,
      sent_with text not null,
      said jsonb,
      unproven boolean not null,
      sent_at timestamptz not null,
      outcome text,
      said_by text,
      ended_at timestamptz,
      primary key (village_id, id),
      unique (village_id, sent_with)
    )`.execute(db);
  await sql`create index consignments_sent on consignments (sent_at)`.execute(db);
  await sql`
    create table consignment_photos (
      village_id text not null references villages (id),
      hash text not null,
      width integer not null,
      height integer not null,
      bytes bytea not null,
      sent_at timestamptz not null,
      primary key (village_id, hash)
    )`.execute(db);
  await sql`
    create table consignment_links (
      village_id text primary key references villages (id),
      token text not null unique,
      made_at timestamptz not null
    )`.execute(db);
}

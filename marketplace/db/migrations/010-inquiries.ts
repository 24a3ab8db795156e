import { type Kysely, sql } from 'kysely';

/** `inquiries` is a projection: each row says again, in columns that can be indexed, what its events say. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiries (
      village_id text not null references villages (id),
      id text not null,
      listing_id text not null,
      opened_with text not null,
      secret_hash text,
      locale text not null check (locale in ('id', 'en')),
      buyer_name text,
      buyer_phone text,
      phone_key text,
      state text not null check (state in
        ('open', 'offered', 'countered', 'deal', 'fulfilled', 'cancelled', 'declined', 'withdrawn', 'expired')),
      seq integer not null,
      price integer,
      quantity integer,
      expires_at timestamptz,
      offers_made integer not null check (offers_made between 0 and 3),
      unanswered boolean not null,
      flagged boolean not null,
      waiting_since timestamptz,
      asked_at timestamptz not null,
      answered_at timestamptz,
      agreed_at timestamptz,
      agreed_listing jsonb,
      floor_at timestamptz,
      floor_offer integer,
      due_at timestamptz,
      erased boolean not null,
      pseudonymised_at timestamptz,
      change bigint not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (village_id, id),
      foreign key (village_id, listing_id) references listings (village_id, id)
    )`.execute(db);
  await sql`create unique index inquiries_opened on inquiries (village_id, opened_with)`.execute(db);
  await sql`create unique index inquiries_secret on inquiries (village_id, secret_hash)`.execute(db);
  await sql`create unique index inquiries_change on inquiries (village_id, change)`.execute(db);
  await sql`
    create index inquiries_phone on inquiries (village_id, phone_key, listing_id) where phone_key is not null`.execute(
    db,
  );
  await sql`create index inquiries_agreed on inquiries (village_id, agreed_at) where agreed_at is not null`.execute(db);
  await sql`create index inquiries_asked on inquiries (village_id, asked_at)`.execute(db);
  await sql`create index inquiries_due on inquiries (due_at) where due_at is not null`.execute(db);
  await sql`create index inquiries_waiting on inquiries (waiting_since) where unanswered`.execute(db);
  await sql`create index inquiries_kept on inquiries (updated_at) where pseudonymised_at is null`.execute(db);
  // One counter a village, taken inside the writing transaction and held until it commits: numbers become visible in
  // their order and without gaps, so a reader that asks for "after n" can never miss one that commits late.
  await sql`create table inquiry_changes (village_id text primary key, change bigint not null)`.execute(db);
}

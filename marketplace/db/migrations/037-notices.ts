import { type Kysely, sql } from 'kysely';

/**
 * How buyers and officials are told of news. An address belongs to one thread (a buyer's) or one device (an official's) and
 * goes with it. A notice is owed at most once for each event and address: its key says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contacts (
      village_id text not null,
      id text not null,
      inquiry_id text,
      device_id text,
      channel text not null check (channel in ('mail', 'push')),
      address text not null,
      address_key text not null,
      locale text not null,
      confirmed boolean not null,
      created_at timestamptz not null,
      primary key (village_id, id),
      check ((inquiry_id is null) <> (device_id is null))
    )`.execute(db);
  await sql`
    create unique index contacts_inquiry on contacts (village_id, inquiry_id, channel, address_key)
      where inquiry_id is not null`.execute(db);
  await sql`
    create unique index contacts_device on contacts (village_id, device_id, channel, address_key)
      where device_id is not null`.execute(db);
  await sql`
    create table notices (
      village_id text not null,
      contact_id text not null,
      inquiry_id text not null,
      seq integer not null,
      kind text not null,
      due_at timestamptz not null,
      state text not null check (state in ('owed', 'sending', 'sent', 'unknown', 'dropped')),
      tries integer not null default 0,
      tried_at timestamptz,
      owed_at timestamptz not null,
      primary key (village_id, contact_id, inquiry_id, seq, kind),
      foreign key (village_id, contact_id) references contacts (village_id, id) on delete cascade
    )`.execute(db);
  await sql`create index notices_due on notices (due_at) where state = 'owed'`.execute(db);
  await sql`create index notices_sending on notices (tried_at) where state = 'sending'`.execute(db);
  await sql`create index notices_old on notices (owed_at)`.execute(db);
  // Addresses that want nothing more, or that a mail server refuses: keyed hashes, so that no address is kept for it.
  await sql`
    create table mail_stops (
      address_key text primary key,
      reason text not null check (reason in ('asked', 'refused')),
      at timestamptz not null
    )`.execute(db);
  // With it the private link can be worked out again for a mail, after its buyer has changed it too.
  await sql`alter table inquiries add link_nonce text`.execute(db);
}

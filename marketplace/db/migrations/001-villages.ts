import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table villages (
      id text primary key,
      slug text not null unique,
      name text not null,
      code text,
      district text,
      regency text,
      sites text[] not null,
      status text not null check (status in ('approved', 'waiting', 'blocked')),
      created_at timestamptz not null
    )`.execute(db);
  await sql`
    create table invites (
      code_hash text primary key,
      village_id text not null references villages (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_by text,
      used_at timestamptz
    )`.execute(db);
  await sql`
    create table devices (
      village_id text not null references villages (id),
      id text not null,
      token_hash text not null,
      name text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz,
      revoked_at timestamptz,
      primary key (village_id, id)
    )`.execute(db);
  await sql`create unique index devices_token on devices (village_id, token_hash)`.execute(db);
  await sql`
    create table settings (
      key text primary key,
      value text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
}

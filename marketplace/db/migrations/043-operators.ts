import { type Kysely, sql } from 'kysely';

/**
 * Who runs the market: people with an account each, the ways they come in by, and a log of what they did that is only
 * added to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table operators (
      id text primary key,
      name text not null,
      role text not null check (role in ('operator', 'viewer')),
      email text,
      created_at timestamptz not null,
      ended_at timestamptz
    )`.execute(db);
  await sql`create unique index operators_name on operators (lower(name)) where ended_at is null`.execute(db);
  await sql`create unique index operators_email on operators (lower(email)) where ended_at is null`.execute(db);
  await sql`
    create table operator_keys (
      id text primary key,
      operator_id text not null references operators (id),
      public_key bytea not null,
      counter bigint not null,
      name text not null,
      created_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`create index operator_keys_of on operator_keys (operator_id)`.execute(db);
  await sql`
    create table operator_links (
      token_hash text primary key,
      operator_id text not null references operators (id),
      browser text not null,
      way text not null check (way in ('mail', 'command')),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`
    create table operator_challenges (
      browser text primary key,
      challenge text not null,
      expires_at timestamptz not null
    )`.execute(db);
  await sql`
    create table operator_sessions (
      token_hash text primary key,
      operator_id text not null references operators (id),
      created_at timestamptz not null,
      seen_at timestamptz not null,
      proved_at timestamptz not null
    )`.execute(db);
  await sql`create index operator_sessions_of on operator_sessions (operator_id)`.execute(db);
  await sql`
    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      operator_id text,
      operator_name text not null,
      action text not null,
      subject text not null,
      detail jsonb not null
    )`.execute(db);
  await sql`
    create function audit_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is only added to'; end $$`.execute(db);
  await sql`
    create trigger audit_is_kept before update or delete or truncate on audit
    for each statement execute function audit_is_kept()`.execute(db);
}

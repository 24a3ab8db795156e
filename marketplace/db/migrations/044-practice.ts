import { type Kysely, sql } from 'kysely';

/**
 * Rooms in which villages are made up, so that people may learn. A village with a room is in no public list, because none
 * of its listings is `listed`. Rooms and their villages stay when a room is over, empty, so that old links say so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table practice_rooms (
      id text primary key,
      number integer not null unique,
      seats integer not null,
      secret_hash text not null unique,
      made_at timestamptz not null,
      ends_at timestamptz not null,
      closing_at timestamptz,
      ended_at timestamptz
    )`.execute(db);
  await sql`alter table villages add practice_room text references practice_rooms (id)`.execute(db);
  await sql`alter table villages add practice_seat integer`.execute(db);
  await sql`create index villages_practice on villages (practice_room) where practice_room is not null`.execute(db);
  await sql`
    create table practice_buyers (
      village_id text not null references villages (id),
      listing_id text not null,
      price integer not null,
      quantity integer not null,
      name text not null,
      inquiry_id text,
      made_at timestamptz not null,
      primary key (village_id, listing_id)
    )`.execute(db);
  // What was said in practice goes with its room; what real people agreed stays as it was.
  await sql`
    create or replace function inquiry_events_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.text is null and to_jsonb(new) - 'text' = to_jsonb(old) - 'text' then
        return new;
      end if;
      if tg_op = 'DELETE' and exists (
        select from villages where id = old.village_id and practice_room is not null) then
        return old;
      end if;
      raise exception 'inquiry_events is append-only' using errcode = 'restrict_violation';
    end $$`.execute(db);
}

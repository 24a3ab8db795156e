import { type Kysely, sql } from 'kysely';

/** The history. The database itself refuses to change it, but for one thing: forgetting what a person wrote. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inquiry_events (
      village_id text not null,
      inquiry_id text not null,
      seq integer not null check (seq > 0),
      id text not null,
      at timestamptz not null,
      by text not null check (by in ('buyer', 'village', 'system')),
      kind text not null,
      text text,
      price integer,
      quantity integer,
      device_id text,
      primary key (village_id, inquiry_id, seq),
      foreign key (village_id, inquiry_id) references inquiries (village_id, id),
      check ((price is null) = (quantity is null)),
      check ((kind in ('offered', 'countered')) = (price is not null))
    )`.execute(db);
  await sql`create unique index inquiry_events_id on inquiry_events (village_id, inquiry_id, id)`.execute(db);
  await sql`
    create function inquiry_events_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.text is null and to_jsonb(new) - 'text' = to_jsonb(old) - 'text' then
        return new;
      end if;
      raise exception 'inquiry_events is append-only' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger inquiry_events_append_only before update or delete on inquiry_events
    for each row execute function inquiry_events_append_only()`.execute(db);
  // Who looked at a buyer's number, and when.
  await sql`
    create table phone_reveals (
      village_id text not null,
      inquiry_id text not null,
      id text not null,
      device_id text not null,
      at timestamptz not null,
      primary key (village_id, inquiry_id, id)
    )`.execute(db);
}

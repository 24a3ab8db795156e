import { type Kysely, sql } from 'kysely';

/** The address book of each village: who makes what it sells, and who of them agreed. Never public. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table makers (
      village_id text not null references villages (id),
      id text not null,
      rev integer not null,
      said_by text not null,
      name text not null,
      phone text not null,
      consent_at timestamptz,
      consent_device text,
      withdrawn_at timestamptz,
      updated_at timestamptz not null,
      primary key (village_id, id)
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Recipes that an operator offers to every village whose site has the same form, without what was the first village's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recipe_offers (
      id text primary key,
      fingerprint text not null,
      offer text not null,
      offered_at timestamptz not null,
      unique (fingerprint, offer)
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * How each village's sites save an article, as its devices learned it. Kept as text: a newer device's recipe is handed on as
 * it came. A deleted one stays as a row without a recipe, so that the other devices hear of it. Never public.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table recipes (
      village_id text not null references villages (id),
      site_url text not null,
      rev integer not null,
      said_by text not null,
      recipe text,
      updated_at timestamptz not null,
      primary key (village_id, site_url)
    )`.execute(db);
}

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#marketplace/db/open.ts';

/**
 * Whether any public listing `l` is so. The matches are a set of their own: planned for one row alone, PostgreSQL would
 * read the whole table in search of a word that is not there.
 */
export async function isSomeListing(db: Db, where: RawBuilder<boolean>): Promise<boolean> {
  const { rows } = await sql`
    with found as materialized (select 1 from listings l where l.listed and ${where})
    select 1 from found limit 1`.execute(db);
  return rows.length > 0;
}

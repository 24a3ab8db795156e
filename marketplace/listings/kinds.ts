import { sql } from 'kysely';
import { CATEGORIES, type Category } from '#contract';
import type { Deps } from '#marketplace/deps.ts';

/** The kinds of which something is on sale, in their usual order: one look into the index for each, however many there are. */
export async function kindsOnSale({ db }: Deps): Promise<Category[]> {
  const { rows } = await sql<{ kind: Category }>`/* prepared */
    select kind from unnest(${sql.lit(`{${CATEGORIES.join(',')}}`)}::text[]) as kind
    where exists (select from listings where listed and category = kind)`.execute(db);
  const found = new Set(rows.map(({ kind }) => kind));
  return CATEGORIES.filter((category) => found.has(category));
}

import { maskPlace } from '#contract/maskPlace.ts';
import type { Deps } from '#marketplace/deps.ts';

/** Where villages are, by their id; the slugs lead to their pages. */
export async function villagePlaces(
  { db }: Deps,
  ids: string[],
): Promise<Map<string, { slug: string; district: string | null; regency: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('villages')
    .select(['id', 'slug', 'name', 'district', 'regency'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => {
      const { district, regency } = maskPlace(row);
      return [row.id, { slug: row.slug, district, regency }];
    }),
  );
}

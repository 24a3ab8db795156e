import { CATEGORIES, CATEGORY_LABELS, type Category, CHECKED_LOCALES } from '#contract';
import { maskPhones } from '#contract/phonesInText.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';

type Place = Pick<VillageTables['villages'], 'id' | 'name' | 'district'>;

/** Words that find a listing although its own text lacks them: where it is from and what kind it is. */
export function searchText(village: Place, category: Category): string {
  const labels = CHECKED_LOCALES.map((locale) => CATEGORY_LABELS[locale][category]);
  return [maskPhones(village.name), maskPhones(village.district ?? ''), ...labels].join(' ').trim();
}

/** Updates the search text of a village's listings after its name or district changed. */
export async function refreshSearchText(db: Db, village: Place): Promise<void> {
  for (const category of CATEGORIES) {
    await db
      .updateTable('listings')
      .set({ search_extra: searchText(village, category) })
      .where('village_id', '=', village.id)
      .where('category', '=', category)
      .execute();
  }
}

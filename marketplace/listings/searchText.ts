import { CATEGORIES, CATEGORY_LABELS, type Category, CHECKED_LOCALES } from '#contract';
import { maskPhones } from '#contract/phonesInText.ts';
import type { Db } from '#marketplace/db/open.ts';
import type { VillageTables } from '#marketplace/db/tables/villages.ts';

type Place = Pick<VillageTables['villages'], 'id' | 'name' | 'district' | 'regency'>;

/** Words that find a listing although its own text lacks them: where it is from and what kind it is. */
export function searchText(village: Place, category: Category): string {
  const labels = CHECKED_LOCALES.map((locale) => CATEGORY_LABELS[locale][category]);
  return [village.name, village.district ?? '', village.regency ?? ''].map(maskPhones).concat(labels).join(' ').trim();
}

/** Words that every village has in its name. */
const PLACE_KINDS = /\b(?:desa|kelurahan|pemerintah|pemdes|kecamatan|kabupaten)\b/gi;

/** The names of a village and of where it lies: by these its listings are found as surely as by their own names. */
export function placeText({ name, district, regency }: Omit<Place, 'id'>): string {
  const names = [name, district ?? '', regency ?? ''].map(maskPhones).join(' ');
  return names.replace(PLACE_KINDS, ' ').replace(/\s+/g, ' ').trim();
}

/** Updates the search text of a village's listings after its name or district changed. */
export async function refreshSearchText(db: Db, village: Place): Promise<void> {
  for (const category of CATEGORIES) {
    await db
      .updateTable('listings')
      .set({ search_extra: searchText(village, category), search_place: placeText(village) })
      .where('village_id', '=', village.id)
      .where('category', '=', category)
      .execute();
  }
}

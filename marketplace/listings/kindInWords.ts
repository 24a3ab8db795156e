import { sql } from 'kysely';
import { CATEGORIES, CATEGORY_LABELS, type Category, CHECKED_LOCALES } from '#contract';
import type { Db } from '#marketplace/db/open.ts';
import { isSomeListing } from '#marketplace/search/someListing.ts';
import { termsOf } from '#marketplace/search/terms.ts';
import { wordsOf } from '#marketplace/search/words.ts';

const isGoods = (words: readonly string[]) => words.length === 1 && termsOf([...words])[0]?.synonym !== null;

/** What people call the kinds of goods, longest first. Where the word also is goods ("batik"), it stays a word. */
const NAMES: readonly (readonly [readonly string[], Category])[] = CATEGORIES.filter((kind) => kind !== 'lainnya')
  .flatMap((kind) => {
    const labels = CHECKED_LOCALES.map((locale) => wordsOf(CATEGORY_LABELS[locale][kind]));
    const firsts = labels.map((label) => label.slice(0, 1)).filter((first) => !isGoods(first));
    return [wordsOf(kind), ...labels, ...firsts].map((words) => [words, kind] as const);
  })
  .filter(([words]) => !isGoods(words))
  .sort(([a], [b]) => b.length - a.length);

/**
 * The kind that a search begins with ("kerajinan bambu", "makanan"), and its other words. It stays a word where somebody
 * chose another kind, or where nothing of the kind has to do with the rest ("makanan ternak" is no food).
 */
export async function kindIn(
  db: Db,
  words: string[],
  chosen: Category | undefined,
): Promise<{ category: Category | undefined; words: string[] }> {
  const found = NAMES.find(([name]) => name.every((word, at) => words[at] === word));
  if (!found || (chosen !== undefined && chosen !== found[1])) return { category: chosen, words };
  const [name, category] = found;
  const rest = words.slice(name.length);
  if (rest.length > 0 && !(await isSomeListing(db, spoken(category, rest)))) return { category: chosen, words };
  return { category, words: rest };
}

const spoken = (category: Category, words: string[]) =>
  sql<boolean>`l.category = ${category} and l.all_words @@ plainto_tsquery('indonesian', ${words.join(' ')})`;

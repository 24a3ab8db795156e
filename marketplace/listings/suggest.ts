import { CATEGORIES, CATEGORY_LABELS, type Category, type Locale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import { goodsKey, namingTerms } from './naming.ts';
import { placesOf, type SellingVillage } from './places.ts';
import { searchListings } from './search.ts';

/** What somebody may mean who is still typing. */
export interface Suggestions {
  /** Goods by the words that name them, as a search for them is written. */
  goods: string[];
  villages: SellingVillage[];
  kinds: Category[];
}

/** At most these of each, so at most eight rows. */
const GOODS = 5;
const VILLAGES = 2;
const KINDS = 1;
/** How many listings are looked at for different goods. */
const READ = 40;

/** Goods, villages and kinds for the beginning of a search. It reads a bounded number of rows, whatever is typed. */
export async function suggest(deps: Deps, typed: string, locale: Locale): Promise<Suggestions> {
  const words = wordsOf(typed.slice(0, 100));
  if (words.length === 0) return { goods: [], villages: [], kinds: [] };
  const [{ listings, being }, { villages, kinds }] = await Promise.all([
    searchListings(deps, { query: typed, limit: READ }),
    placesOf(deps),
  ]);
  const names = listings.slice(0, being).map(({ name }) => name);
  const begins = (name: string) => beginsSo(wordsOf(name), words);
  return {
    goods: goodsOf(names),
    villages: villages.filter(({ name }) => begins(name.replace(/^desa\s+/i, '')) || begins(name)).slice(0, VILLAGES),
    kinds: CATEGORIES.filter((kind) => kinds.has(kind) && begins(CATEGORY_LABELS[locale][kind])).slice(0, KINDS),
  };
}

/** Different goods, each as the first name that has them says it. */
function goodsOf(names: string[]): string[] {
  const goods = new Map<string, string>();
  for (const name of names) {
    const terms = namingTerms(name);
    const key = goodsKey(terms);
    if (key !== '' && !goods.has(key)) goods.set(key, terms.flatMap((term) => term.words).join(' '));
  }
  return [...goods.values()].slice(0, GOODS);
}

/** The typed words are the first of the name, the last of them perhaps unfinished. */
function beginsSo(name: string[], typed: string[]): boolean {
  const last = typed.length - 1;
  return typed.every((word, at) => (at === last ? name[at]?.startsWith(word) : name[at] === word));
}

import { CATEGORIES, CATEGORY_LABELS, type Category, type Locale } from '#contract';
import type { Deps } from '#marketplace/deps.ts';
import { wordsOf } from '#marketplace/search/words.ts';
import { type Place, type Places, placesOf, type SellingVillage } from './places.ts';
import { suggestGoods } from './suggestGoods.ts';

/** What somebody may mean who is still typing. */
export interface Suggestions {
  /** Goods by the words that name them, as a search for them is written. */
  goods: string[];
  villages: SellingVillage[];
  places: Place[];
  kinds: Category[];
}

const NOTHING: Suggestions = { goods: [], villages: [], places: [], kinds: [] };
/** At most these of each, so at most eight rows. */
const VILLAGES = 2;
const KINDS = 1;
/** Where the words say that a place is meant. */
const ONLY_PLACES = 8;
const VILLAGE_TITLES: ReadonlySet<string> = new Set(['desa', 'kelurahan', 'kel']);
const PLACE_TITLES: ReadonlySet<string> = new Set(['kec', 'kecamatan', 'kab', 'kabupaten', 'kota']);

/** Goods, villages and kinds for the beginning of a search. It reads a bounded number of rows, whatever is typed. */
export async function suggest(deps: Deps, typed: string, locale: Locale): Promise<Suggestions> {
  const words = begunWords(typed.slice(0, 100));
  const [title = '', ...name] = words;
  if (words.length === 0) return NOTHING;
  const all = await placesOf(deps);
  if (name.length > 0 && (VILLAGE_TITLES.has(title) || PLACE_TITLES.has(title))) return titled(all, title, name);
  const begins = (text: string) => beginsSo(wordsOf(text), words);
  return {
    goods: await suggestGoods(deps.db, words, all.words),
    villages: all.villages.filter(({ name }) => begins(bare(name)) || begins(name)).slice(0, VILLAGES),
    places: [],
    kinds: CATEGORIES.filter((kind) => all.kinds.has(kind) && begins(CATEGORY_LABELS[locale][kind])).slice(0, KINDS),
  };
}

const bare = (name: string) => name.replace(/^(?:desa|kelurahan)\s+/i, '');

/** "desa s": villages that begin so; "kec bob": the districts. Of a place title nobody expects goods. */
function titled({ villages, places }: Places, title: string, typed: string[]): Suggestions {
  const begins = (text: string | null) => text !== null && beginsSo(wordsOf(text), typed);
  if (VILLAGE_TITLES.has(title))
    return { ...NOTHING, villages: villages.filter(({ name }) => begins(bare(name))).slice(0, ONLY_PLACES) };
  const isDistrict = title.startsWith('kec');
  const found = places.filter(({ district, regency }) =>
    isDistrict ? begins(district) : district === null && begins(regency),
  );
  return { ...NOTHING, places: found.slice(0, ONLY_PLACES) };
}

/** The typed words; the last one may have only one letter yet ("desa s"). */
function begunWords(typed: string): string[] {
  const last = /[\p{L}\p{N}][^\p{L}\p{N}]+([a-z0-9])$/iu.exec(typed)?.[1];
  const words = wordsOf(typed);
  return last === undefined ? words : [...words, last.toLowerCase()];
}

/** The typed words are the first of the name, the last of them perhaps unfinished. */
function beginsSo(name: string[], typed: string[]): boolean {
  const last = typed.length - 1;
  return typed.every((word, at) => (at === last ? name[at]?.startsWith(word) : name[at] === word));
}

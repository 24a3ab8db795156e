import { wordsOf } from '#marketplace/search/words.ts';
import type { Places } from './places.ts';

const MOST = 3;
const KINDS: ReadonlySet<string> = new Set([
  'desa',
  'kelurahan',
  'pemerintah',
  'pemdes',
  'kecamatan',
  'kabupaten',
  'kab',
  'kec',
]);

/** The words of a name, which are asked for with every search, kept as long as the list that it stands in. */
const kept = new WeakMap<object, string[]>();

function tellingOf(owner: object, name: string | null): string[] {
  const words = kept.get(owner) ?? wordsOf(name ?? '').filter((word) => !KINDS.has(word));
  kept.set(owner, words);
  return words;
}

/** The villages and the districts or regencies whose whole name stands in a search, also where it is written as one word. */
export function placesNamed({ villages, places }: Places, query: string): Pick<Places, 'villages' | 'places'> {
  const typed = wordsOf(query.slice(0, 100));
  const text = ` ${typed.join(' ')} `;
  const parts = new Set([...typed, ...typed.slice(1).map((word, at) => `${typed[at]}${word}`)]);
  const isNamed = (owner: object, name: string | null) => {
    const words = tellingOf(owner, name);
    return words.length > 0 && (text.includes(` ${words.join(' ')} `) || parts.has(words.join('')));
  };
  return {
    villages: villages.filter((village) => isNamed(village, village.name)).slice(0, MOST),
    places: places.filter((place) => isNamed(place, place.district ?? place.regency)).slice(0, MOST),
  };
}

/** The villages that a search names, or else those of the places that it names. */
export function villagesNamed(all: Places, query: string): string[] {
  const { villages, places } = placesNamed(all, query);
  return villages.length > 0 ? villages.map(({ id }) => id) : places.flatMap(({ villageIds }) => villageIds);
}

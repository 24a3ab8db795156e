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

/** Where in a list the names stand, by their words and by the same written as one. */
interface Index {
  spaced: Map<string, number[]>;
  joined: Map<string, number[]>;
}

/** Kept as long as the list of names. */
const kept = new WeakMap<readonly object[], Index>();

function indexOf<Owner extends object>(owners: readonly Owner[], nameOf: (owner: Owner) => string | null): Index {
  const known = kept.get(owners);
  if (known) return known;
  const index: Index = { spaced: new Map(), joined: new Map() };
  const add = (map: Map<string, number[]>, key: string, at: number) => map.set(key, [...(map.get(key) ?? []), at]);
  for (const [at, owner] of owners.entries()) {
    const words = wordsOf(nameOf(owner) ?? '').filter((word) => !KINDS.has(word));
    if (words.length === 0) continue;
    add(index.spaced, words.join(' '), at);
    add(index.joined, words.join(''), at);
  }
  kept.set(owners, index);
  return index;
}

/** The villages and the districts or regencies whose whole name stands in a search, also where it is written as one word. */
export function placesNamed({ villages, places }: Places, query: string): Pick<Places, 'villages' | 'places'> {
  const typed = wordsOf(query.slice(0, 100));
  const phrases = typed.flatMap((_, from) =>
    typed.slice(from).map((_, more) => typed.slice(from, from + more + 1).join(' ')),
  );
  const parts = [...typed, ...typed.slice(1).map((word, at) => `${typed[at]}${word}`)];
  const named = <Owner extends object>(owners: readonly Owner[], nameOf: (owner: Owner) => string | null): Owner[] => {
    const { spaced, joined } = indexOf(owners, nameOf);
    const found = [...phrases.map((phrase) => spaced.get(phrase)), ...parts.map((part) => joined.get(part))];
    const ats = [...new Set(found.flatMap((at) => at ?? []))].sort((a, b) => a - b);
    return ats.slice(0, MOST).flatMap((at) => owners[at] ?? []);
  };
  return {
    villages: named(villages, (village) => village.name),
    places: named(places, (place) => place.district ?? place.regency),
  };
}

/** The villages that a search names, or else those of the places that it names. */
export function villagesNamed(all: Places, query: string): string[] {
  const { villages, places } = placesNamed(all, query);
  return villages.length > 0 ? villages.map(({ id }) => id) : places.flatMap(({ villageIds }) => villageIds);
}

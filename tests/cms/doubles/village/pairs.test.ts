import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AXES, type VillageOptions } from './axes.ts';
import { allPairs, keyOf, pairsOf, possiblePairs } from './pairs.ts';
import { isPossible, withTraits } from './possible.ts';

const village = (seed: number) => allPairs(AXES, seed, isPossible);

test('every pair that a village site can have stands in a set, and no set is impossible', () => {
  const sets = village(12);
  const wanted = possiblePairs(AXES, isPossible);
  const covered = new Set(sets.flatMap((set) => pairsOf(set).map(keyOf)));
  console.log(`village sites: ${wanted.size} possible pairs in ${sets.length} sets`);
  expect([...wanted.keys()].filter((pair) => !covered.has(pair))).toEqual([]);
  expect(sets.filter((set) => !isPossible(set))).toEqual([]);
  // No list is shorter than the two longest axes' pairs; a greedy one must stay near.
  expect(sets.length).toBeLessThan(160);
});

test('the same seed gives the same list, another one another', () => {
  expect(village(7)).toEqual(village(7));
  expect(village(7)).not.toEqual(village(8));
  expect(new Set(village(7).map((set) => Object.keys(set).join())).size).toBe(1);
});

test('any axes: every possible pair is covered, none that is impossible stands there', () => {
  const values = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { minLength: 1, maxLength: 4 });
  const axes = fc.record({ a: values, b: values, c: values, d: values });
  const bans = fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's'), fc.constantFrom('p', 'q', 'r', 's')), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(axes, bans, fc.nat(), (some, banned, seed) => {
      const may = (set: { a?: string; c?: string }) => !banned.some(([a, c]) => set.a === a && set.c === c);
      const sets = allPairs(some, seed, may);
      const covered = new Set(sets.flatMap((set) => pairsOf(set).map(keyOf)));
      expect(sets.every(may)).toBe(true);
      expect([...possiblePairs(some, may).keys()].filter((pair) => !covered.has(pair))).toEqual([]);
      expect(allPairs(some, seed, may)).toEqual(sets);
    }),
    { numRuns: 60 },
  );
});

test('every value of every axis is possible with something', () => {
  for (const [axis, values] of Object.entries(AXES))
    for (const value of values)
      expect(withTraits({ [axis]: value } as Partial<VillageOptions>)).toHaveProperty(axis, value);
  expect(() => withTraits({ session: 'noSignIn', public: 'hiddenFromSignedIn' })).toThrow('no village site');
});

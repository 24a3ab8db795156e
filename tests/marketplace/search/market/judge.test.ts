import { describe, expect, test } from 'vitest';
import { type Expectation, isRight, matchesKind } from './expectations.ts';
import { GOODS } from './goods.ts';
import { isFirstRelated, judge, recallAt5, told } from './judge.ts';
import { KINDS } from './kinds.ts';
import { PRODUCERS, VILLAGES } from './places.ts';
import { QUERIES } from './queries.ts';

const SETS: readonly (readonly [string, readonly Expectation[], number])[] = [['the visible queries', QUERIES, 200]];

/** The least number of letters that turn one word into another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, second] of [...other].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === second ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

describe('the market', () => {
  test('has 2,000 goods of at least 150 kinds in about 60 villages', () => {
    expect(GOODS).toHaveLength(2_000);
    expect(new Set(GOODS.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(GOODS.map(({ village }) => village)).size).toBe(VILLAGES.length);
    expect(VILLAGES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(KINDS.map(({ kind }) => kind)).size).toBe(KINDS.length);
  });

  test('has whole prices, a name and a maker everywhere', () => {
    const odd = GOODS.filter((good) => !Number.isInteger(good.price) || good.price < 500 || good.name.trim() === '');
    expect(odd).toEqual([]);
    expect(GOODS.every(({ producerName }) => PRODUCERS.includes(producerName))).toBe(true);
  });
});

describe.each(SETS)('%s', (_name, asked, least) => {
  test('are enough, each once', () => {
    expect(asked.length).toBeGreaterThanOrEqual(least);
    expect(new Set(asked.map(({ query }) => query)).size).toBe(asked.length);
  });

  test('have something right in the market wherever something is wanted', () => {
    const without = asked.filter(({ wanted }) => wanted !== 'none' && !GOODS.some((good) => isRight(wanted, good)));
    expect(without.map(({ query }) => query)).toEqual([]);
  });

  test('name only kinds that there are, and nothing both right and wrong', () => {
    const named = asked.flatMap(({ wanted, notFirst }) => [
      ...(wanted === 'none' ? [] : (wanted.kinds ?? [])),
      ...notFirst,
    ]);
    expect(named.filter((meant) => !KINDS.some(({ kind }) => matchesKind(meant, kind)))).toEqual([]);
    const both = asked.filter(({ wanted, notFirst }) => {
      const right = wanted === 'none' ? [] : (wanted.kinds ?? []);
      return notFirst.some((wrong) => right.some((meant) => matchesKind(meant, wrong)));
    });
    expect(both.map(({ query }) => query)).toEqual([]);
  });

  test('that want nothing are far from every word of the market', () => {
    const said = new Set(
      GOODS.flatMap(({ name, description, producerName }) => wordsOf(`${name} ${description} ${producerName}`)),
    );
    const around = new Set(['murah', 'jual', 'beli', 'bekas', 'baru', 'harga']);
    const words = asked.filter(({ wanted }) => wanted === 'none').flatMap(({ query }) => wordsOf(query));
    const near = words.filter((word) => !around.has(word) && [...said].some((one) => distance(one, word) < 2));
    expect(near).toEqual([]);
  });
});

describe('the judge', () => {
  const right = GOODS.filter(({ kind }) => kind === 'madu');
  const wrong = GOODS.filter(({ kind }) => kind === 'nanas-madu');
  const madu: Expectation = { query: 'madu', wanted: { kinds: ['madu'] }, notFirst: ['nanas-madu'] };

  test('counts the right ones among the first five', () => {
    expect(recallAt5(madu, right, GOODS)).toBe(1);
    expect(recallAt5(madu, [...right.slice(0, 2), ...wrong], GOODS)).toBe(0.4);
    expect(recallAt5(madu, right.slice(0, 1), right.slice(0, 1))).toBe(1);
    expect(recallAt5(madu, [], GOODS)).toBe(0);
    const [first, ...others] = right;
    expect(first && recallAt5(madu, [first, first, first, first, first], GOODS)).toBe(0.2);
    expect(others.length).toBeGreaterThan(4);
  });

  test('lets nothing come where nothing is wanted', () => {
    const none: Expectation = { query: 'laptop', wanted: 'none', notFirst: [] };
    expect([recallAt5(none, [], GOODS), isFirstRelated(none, [])]).toEqual([1, true]);
    expect([recallAt5(none, right, GOODS), isFirstRelated(none, right)]).toEqual([0, false]);
  });

  test('forgives the right kind from another place first, never another kind', () => {
    const there: Expectation = { ...madu, wanted: { kinds: ['madu'], place: 'Nowhere' } };
    expect([isFirstRelated(there, right), isFirstRelated(there, wrong)]).toEqual([true, false]);
    expect(isFirstRelated({ ...madu, wanted: { place: 'Nowhere' } }, right)).toBe(false);
  });

  test('means over a set and tells what fails', async () => {
    const found = await judge([madu, { ...madu, query: 'maddu' }], GOODS, (query) =>
      query === 'madu' ? right : wrong,
    );
    expect([found.recallAt5, found.unrelated]).toEqual([0.5, ['maddu']]);
    expect(told(found)).toContain('0.00 FIRST UNRELATED «maddu»');
  });
});

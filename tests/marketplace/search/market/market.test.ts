import { describe, expect, test } from 'vitest';
import { type Expectation, isRight, matchesKind } from './expectations.ts';
import { GOODS } from './goods.ts';
import { HELD_OUT } from './heldOut.ts';
import { judge } from './judge.ts';
import { KINDS } from './kinds.ts';
import { PRODUCERS, VILLAGES } from './places.ts';
import { QUERIES } from './queries.ts';

const SETS: readonly (readonly [string, readonly Expectation[], number])[] = [
  ['the visible queries', QUERIES, 200],
  ['the queries held out', HELD_OUT, 50],
];

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

test('no query is in both sets', () => {
  const plain = ({ query }: Expectation): string => wordsOf(query).join('');
  const visible = new Set(QUERIES.map(plain).filter((one) => one !== ''));
  expect(HELD_OUT.filter((one) => visible.has(plain(one)))).toEqual([]);
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

  test('are all met by a search that finds what is right', async () => {
    const found = await judge(asked, GOODS, (query) => {
      const one = asked.find((other) => other.query === query);
      return GOODS.filter((good) => isRight(one?.wanted ?? 'none', good));
    });
    expect([found.recallAt5, found.unrelated, found.failing]).toEqual([1, [], []]);
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

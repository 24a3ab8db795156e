import { describe, expect, test } from 'vitest';
import { GOODS, type Good, MARKET_SIZE } from './goods.ts';
import { HELD_OUT } from './heldOut.ts';
import { failures, isFirstRelated, isRight, judge, recallAt5 } from './judge.ts';
import { type JudgedQuery, readQueries } from './judged.ts';
import { KINDS } from './kinds/index.ts';
import { QUERIES } from './queries.ts';
import { VILLAGES } from './villages.ts';

const rightFor = (query: JudgedQuery) => GOODS.filter((good) => isRight(good, query));
const wrongFor = (query: JudgedQuery) => GOODS.filter((good) => !isRight(good, query));
const judged = (line: string): JudgedQuery => readQueries(line)[0] ?? { query: '', wanted: 'none' };
const HONEY = judged('madu => madu hutan, madu klanceng');
const LAPTOP = judged('laptop => none');

describe('the market', () => {
  test('has its goods, kinds and villages', () => {
    expect(GOODS.length).toBeGreaterThanOrEqual(MARKET_SIZE);
    expect(new Set(GOODS.map((good) => good.kind)).size).toBeGreaterThanOrEqual(150);
    expect(new Set(KINDS.map((kind) => kind.kind)).size).toBe(KINDS.length);
    expect(new Set(VILLAGES.map((village) => village.name)).size).toBe(VILLAGES.length);
    expect(new Set(GOODS.map((good) => good.village)).size).toBe(VILLAGES.length);
  });

  test('holds only goods that a village could enter', () => {
    const odd = GOODS.filter(
      ({ name, price }) => name.trim() !== name || name === '' || name.length > 70 || !(price >= 1000),
    );
    expect(odd).toEqual([]);
    expect(GOODS.filter((good) => !Number.isInteger(good.price))).toEqual([]);
  });
});

describe('the queries', () => {
  test('are enough', () => {
    expect(QUERIES.length).toBeGreaterThanOrEqual(200);
    expect(HELD_OUT.length).toBeGreaterThanOrEqual(50);
  });

  test('stand in one set only, and once', () => {
    const asked = [...QUERIES, ...HELD_OUT].map(({ query }) => query);
    expect(asked.filter((query, at) => asked.indexOf(query) !== at)).toEqual([]);
  });

  test('each have a right good, or none is meant', () => {
    const without = [...QUERIES, ...HELD_OUT].filter(
      (query) => query.wanted !== 'none' && rightFor(query).length === 0,
    );
    expect(without.map(({ query }) => query)).toEqual([]);
  });

  test('never want first what must not come first', () => {
    const torn = [...QUERIES, ...HELD_OUT].filter(({ wanted, notFirst }) => {
      const kinds = wanted === 'none' ? undefined : wanted.kinds;
      return kinds !== undefined && [...(notFirst ?? [])].some((kind) => kinds.has(kind));
    });
    expect(torn.map(({ query }) => query)).toEqual([]);
  });

  test('name makers that the market has', () => {
    const makers = new Set(GOODS.map((good) => good.producerName));
    const named = [...QUERIES, ...HELD_OUT].flatMap(({ wanted }) => (wanted === 'none' ? [] : (wanted.producer ?? [])));
    expect(named.filter((maker) => !makers.has(maker))).toEqual([]);
  });
});

describe('the judge', () => {
  const honey = rightFor(HONEY);
  const other = wrongFor(HONEY);

  test('counts the right ones among the first five', () => {
    expect(recallAt5(honey, HONEY, GOODS)).toBe(1);
    expect(recallAt5([...honey.slice(0, 2), ...other], HONEY, GOODS)).toBe(0.4);
    expect(recallAt5([...other.slice(0, 5), ...honey], HONEY, GOODS)).toBe(0);
    expect(recallAt5([], HONEY, GOODS)).toBe(0);
  });

  test('counts out of as many as there are', () => {
    const few = honey.slice(0, 2);
    expect(recallAt5([...few, ...other], HONEY, [...few, ...other])).toBe(1);
  });

  test('counts a good once, however often it is shown', () => {
    const [one, two] = honey as [Good, Good];
    expect(recallAt5([one, one, one, two, two], HONEY, GOODS)).toBe(0.4);
  });

  test('looks at what comes first', () => {
    expect(isFirstRelated([...honey, ...other], HONEY)).toBe(true);
    expect(isFirstRelated([...other, ...honey], HONEY)).toBe(false);
    expect(isFirstRelated([], HONEY)).toBe(false);
  });

  test('wants nothing shown where the market has no such thing', () => {
    expect([recallAt5([], LAPTOP, GOODS), isFirstRelated([], LAPTOP)]).toEqual([1, true]);
    expect([recallAt5(honey, LAPTOP, GOODS), isFirstRelated(honey, LAPTOP)]).toEqual([0, false]);
  });

  test('takes the mean and lists what fails, but not of a secret set', async () => {
    const judgement = await judge([HONEY, LAPTOP], GOODS, () => honey);
    expect(judgement).toMatchObject({ meanRecallAt5: 0.5, unrelatedFirst: 1 });
    expect(failures(judgement)).toContain('0.00 FIRST "laptop"');
    expect(failures(judgement, true)).toBe('2 queries: recall@5 0.500, 1 unrelated first, 1 not perfect');
  });

  test('finds a perfect search perfect', async () => {
    const all = [...QUERIES, ...HELD_OUT];
    const byQuery = new Map(all.map((query) => [query.query, query]));
    const perfect = await judge(all, GOODS, (asked) => rightFor(byQuery.get(asked) ?? LAPTOP));
    expect(perfect).toMatchObject({ meanRecallAt5: 1, unrelatedFirst: 0 });
  });
});

describe('the reader of queries', () => {
  test('reads every part of a line', () => {
    expect(judged('kopi bu x => kopi luwak @ Serang by Bu X ~ luwak ! bibit kopi // because')).toEqual({
      query: 'kopi bu x',
      wanted: { kinds: new Set(['kopi luwak']), place: 'Serang', producer: 'Bu X', word: 'luwak' },
      notFirst: new Set(['bibit kopi']),
      why: 'because',
    });
  });

  test('refuses kinds, sets and places that are not there', () => {
    expect(() => judged('a => no such kind')).toThrow('no such kind');
    expect(() => judged('a => madu hutan, no such kind')).toThrow('no such kind');
    expect(() => judged('a => $nothing')).toThrow('no such set');
    expect(() => judged('a => * @ Atlantis')).toThrow('no such place');
  });
});

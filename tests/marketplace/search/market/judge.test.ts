import { describe, expect, test } from 'vitest';
import type { Expectation } from './expectations.ts';
import { GOODS } from './goods.ts';
import { isFirstRelated, judge, measured, recallAt5, told } from './judge.ts';

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
    expect(measured(found)).toBe('recall@5 0.500, 1 unrelated first');
  });
});

import { expect, test } from 'vitest';
import { figureText, median } from '#scripts/bench/figures.ts';
import { type Pair, ratio, size, told } from '#scripts/bench/measure.ts';

const pairs = (...of: [figure: number, floor: number | null][]): Pair[] =>
  of.map(([figure, floor]) => ({ figure, floor }));
const verdictOf = (all: Pair[], judged: { most?: number; least?: number }) => ratio('x', 'ms', all, { judged }).verdict;

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test('a figure tells its median, its range and how often it was measured', () => {
  expect(figureText([300, 203, 650], 'ms')).toBe('300 ms (203–650, n 3)');
  expect(figureText([11.4], 'kB')).toBe('11.4 kB');
  expect(figureText([1.234, 12.34], 'ms')).toBe('6.79 ms (1.23–12.3, n 2)');
});

test('the 95th percentile is told of many values alone', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
  expect(figureText(hundred, 'ms')).toContain('p95 95.0,');
  expect(figureText(hundred.slice(0, 19), 'ms')).not.toContain('p95');
});

test('nothing, or what is no number, is no figure', () => {
  expect(() => figureText([], 'ms')).toThrow();
  expect(() => figureText([1, Number.NaN], 'ms')).toThrow();
});

test('a machine that gets ten times slower in the middle changes no ratio', () => {
  const row = ratio('x', 'ms', pairs([120, 100], [130, 100], [1250, 1000], [12_500, 10_000]), {
    judged: { most: 1.3 },
  });
  expect(row.ratio).toBe('1.25 × (1.20–1.30, n 4)');
  expect(row.verdict).toBe('ok');
});

test('the median of the ratios is judged, not the ratio of the medians', () => {
  // The medians are 200 and 100, but two rounds of three took the same time as their floor.
  const all = pairs([100, 100], [200, 200], [300, 50]);
  expect(ratio('x', 'ms', all, { judged: { most: 1 } })).toMatchObject({
    ratio: '1.00 × (1.00–6.00, n 3)',
    verdict: 'ok',
  });
});

test('both ends of a budget are within it', () => {
  expect(verdictOf(pairs([130, 100]), { most: 1.3 })).toBe('ok');
  expect(verdictOf(pairs([131, 100]), { most: 1.3 })).toBe('over');
  expect(verdictOf(pairs([85, 100]), { least: 0.85 })).toBe('ok');
  expect(verdictOf(pairs([84, 100]), { least: 0.85 })).toBe('over');
});

test('an absolute budget beside a floor is printed and decides nothing', () => {
  const budgets = { judged: { most: 1.3 }, told: { most: 100 } };
  const row = ratio('popup', 'ms', pairs([600, 500]), budgets);
  expect(row).toMatchObject({ figure: '600 ms', floor: '500 ms', budget: '≤ 1.3 × (≤ 100 ms)', verdict: 'ok' });
  expect(ratio('popup', 'ms', pairs([90, 50]), budgets).verdict).toBe('over');
  expect(told('search', 'ms', [60], { most: 50, of: 'p95' })).toMatchObject({
    budget: '(≤ 50 ms p95)',
    verdict: 'told',
  });
});

test('a ratio without a budget is told', () => {
  expect(ratio('x', 'ms', pairs([300, 100]), {})).toMatchObject({ ratio: '3.00 ×', budget: '', verdict: 'told' });
});

test('without a floor nothing is judged, and the row says why', () => {
  const row = ratio('x', 'ms', pairs([100, null], [110, null]), { judged: { most: 1.3 } }, 'no bare page');
  expect(row.verdict).toBe('could not look');
  expect(row.floor).toBe('not measured');
  expect(row.ratio).toBe('floor measured 0 of 2 times: no bare page');
  expect(row.figure).toBe('105 ms (100–110, n 2)');
});

test('floors of half the rounds are too few to judge by, of more than half they are enough', () => {
  expect(verdictOf(pairs([100, 100], [100, null]), { most: 1.3 })).toBe('could not look');
  expect(verdictOf(pairs([100, 100], [120, 100], [900, null]), { most: 1.3 })).toBe('ok');
});

test('a floor of zero or of no number is none', () => {
  expect(verdictOf(pairs([100, 0]), { most: 1.3 })).toBe('could not look');
  expect(verdictOf(pairs([0, 0]), { least: 0.85 })).toBe('could not look');
  expect(verdictOf(pairs([100, Number.NaN]), { most: 1.3 })).toBe('could not look');
  expect(verdictOf(pairs([100, Number.POSITIVE_INFINITY]), { most: 1.3 })).toBe('could not look');
});

test('a size is judged by itself', () => {
  expect(size('script', 'kB', [11.4], { most: 12 })).toMatchObject({
    figure: '11.4 kB',
    budget: '≤ 12 kB',
    verdict: 'ok',
  });
  expect(size('script', 'kB', [12.1], { most: 12 }).verdict).toBe('over');
  expect(size('no script', 'kB', [0], { most: 0 }).verdict).toBe('ok');
  expect(size('writer', 'kB', [40], null).verdict).toBe('told');
});

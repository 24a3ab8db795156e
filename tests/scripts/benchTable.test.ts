import { expect, test } from 'vitest';
import type { Row } from '#scripts/bench/measure.ts';
import { conclusion, tableText } from '#scripts/bench/table.ts';

const row = (what: string, verdict: Row['verdict']): Row => {
  return { what, figure: '600 ms', floor: '200 ms', ratio: '3.00 ×', budget: '≤ 1.3 ×', verdict };
};

test('one figure over its budget is enough to end with 1, and is named', () => {
  expect(conclusion([row('popup', 'ok'), row('panel', 'over')])).toEqual({
    lines: ['over its budget: panel: 3.00 ×'],
    code: 1,
  });
});

test('what could not be looked at is not good', () => {
  expect(conclusion([row('popup', 'ok'), row('panel', 'could not look')])).toEqual({
    lines: ['could not look: panel: 3.00 ×'],
    code: 1,
  });
});

test('what is only told decides nothing', () => {
  expect(conclusion([row('popup', 'ok'), row('photo', 'told')])).toEqual({
    lines: ['1 judged, none over its budget'],
    code: 0,
  });
});

test('the table has one aligned line for each figure, and no verdict on what is told', () => {
  const lines = tableText([row('popup', 'over'), row('a long name', 'told')]).split('\n');
  expect(lines).toHaveLength(3);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  expect(lines[1]).toMatch(/^\| popup +\| 600 ms +\| 200 ms +\| 3\.00 × +\| ≤ 1\.3 × +\| over \|$/);
  expect(lines[2]).toMatch(/\| +\|$/);
});

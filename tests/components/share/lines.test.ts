import { expect, test } from 'vitest';
import { linesOf } from '#components/share/lines.ts';

/** Ten letters fit. */
const lines = (text: string, most = 2) => linesOf(text, 10, most, (part) => [...part].length);

test.each([
  ['Gula semut', ['Gula semut']],
  ['Gula semut organik', ['Gula semut', 'organik']],
  ['Gula semut organik dari nira', ['Gula semut', 'organik d…']],
  ['Keripikpisangmanis', ['Keripikpis', 'angmanis']],
  ['  Gula \n semut  ', ['Gula semut']],
  ['', []],
])('%s', (text, expected) => expect(lines(text)).toEqual(expected));

test('an emoji is never cut in two', () => {
  expect(lines('🍯'.repeat(30), 1)).toEqual([`${'🍯'.repeat(9)}…`]);
});

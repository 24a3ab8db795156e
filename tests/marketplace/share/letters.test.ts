import { expect, test } from 'vitest';
import { Canvas } from '#marketplace/share/canvas.ts';
import { runsOf, widthOf } from '#marketplace/share/fonts.ts';
import { linesOf } from '#marketplace/share/lines.ts';

/** A line as it was painted, a sign for each 3 × 5 dots: what is dark there is `#`. */
function seen(text: string): string[] {
  const [width, height] = [Math.ceil(widthOf(text, 700, 50) / 3) * 3, 60];
  const canvas = new Canvas(width, height, [255, 255, 255]);
  canvas.text(text, { x: 0, y: 45, weight: 700, size: 50, colour: [0, 0, 0] });
  const darkness = (left: number, top: number) => {
    let sum = 0;
    for (let y = top; y < top + 5; y++)
      for (let x = left; x < left + 3; x++) sum += 255 - (canvas.data[(y * width + x) * 3] ?? 0);
    return sum / 15;
  };
  const rows = Array.from({ length: height / 5 }, (_, row) =>
    Array.from({ length: width / 3 }, (_, column) => (darkness(column * 3, row * 5) > 127 ? '#' : ' '))
      .join('')
      .trimEnd(),
  );
  return rows.filter((row) => row !== '');
}

test('a word is painted in its letters, with no font but our own', () => {
  expect(`\n${seen('HELo').join('\n')}\n`).toMatchInlineSnapshot(`
    "
     ###     ##   #######  ###
     ###     ##   ###      ###          ##
     ###    ###   ###      ###       #######
     ##########   #######  ###      ###   ###
     ###     ##   ###      ###      ###   ###
     ###     ##   ###      ###       ##   ###
     ###     ##   #######  ########   ######
    "
  `);
});

test.each(['é', 'č', 'ế', 'ŋ', 'Ç', 'ʼ', '×', '–'])('%s has a shape of its own', (letter) => {
  expect(runsOf(letter, 700)).toHaveLength(1);
  expect(seen(letter)).not.toEqual([]);
  expect(seen(letter)).not.toEqual(seen('e'));
});

test('an accent that stands after its letter is one sign with it', () => {
  expect(seen('e\u0301')).toEqual(seen('é'));
});

test('signs that the font lacks, and those that turn or hide text, are left out', () => {
  const text = 'Gula \u{1f36f}\u202e\u200b\u0000漢 semut\ud800';
  expect(
    runsOf(text, 700)
      .map((run) => run.text)
      .join(''),
  ).toBe('Gula  semut\ufffd');
  expect(linesOf(text, { weight: 700, size: 50, width: 1000, lines: 1 })).toEqual(['Gula semut\ufffd']);
});

const box = { weight: 700, size: 50, width: 300, lines: 2 } as const;

test('a long name is broken between words and cut with an ellipsis', () => {
  expect(linesOf('Gula semut organik dari nira kelapa', box)).toEqual(['Gula semut', 'organik d…']);
});

test('a word without end is broken anywhere and measured once only', () => {
  const lines = linesOf('a'.repeat(100_000), box);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(widthOf(line, 700, 50)).toBeLessThanOrEqual(300);
});

test('what has nothing to draw takes no line', () => {
  for (const text of ['', '   ', '\u{1f36f}']) expect(linesOf(text, box)).toEqual([]);
});

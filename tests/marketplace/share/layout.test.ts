import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '#marketplace/share/layout.ts';
import { drawnAs, SHAPES, type ShapeName } from '#marketplace/share/shapes.ts';

const words = fc.array(fc.constantFrom('gula', 'semut', 'kelapa', 'organik', 'Banyumasan', 'W'.repeat(30)), {
  minLength: 1,
  maxLength: 20,
});

describe.each(Object.keys(SHAPES) as ShapeName[])('a picture to share (%s)', (name) => {
  it('has no line that stands on another or outside, however long name and unit are', () => {
    const shape = drawnAs(name);
    fc.assert(
      fc.property(words, words, (title, unit) => {
        const text = { head: 'Desa Dagan', price: 'Rp25.000', ribbon: '', foot: 'Tanya dan tawar di pasar.example' };
        const lines = layOut(shape, { ...text, title: title.join(' '), unit: `/ ${unit.join(' ')}` });
        expect(lines.length).toBeGreaterThanOrEqual(5);
        for (const [index, line] of lines.entries()) {
          const above = lines[index - 1];
          if (above) expect(line.y - line.size * 0.8).toBeGreaterThanOrEqual(above.y + above.size * 0.1);
        }
        expect(lines.at(-1)?.y).toBeLessThanOrEqual(shape.text.y + shape.text.height);
      }),
      { numRuns: 60 },
    );
  });
});

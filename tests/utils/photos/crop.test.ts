import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST, moveCrop, pullCorner } from '#components/draft/cropBox.ts';
import { type Crop, cropPixels, cropWithin, storedCrop, turnedCrop, WHOLE } from '#utils/photos/crop.ts';
import type { Turns } from '#utils/photos/turn.ts';

const part = fc
  .tuple(fc.nat(80), fc.nat(80), fc.integer({ min: 10, max: 100 }), fc.integer({ min: 10, max: 100 }))
  .map(([left, top, width, height]): Crop => {
    const [x, y] = [left / 100, top / 100];
    return { left: x, top: y, width: Math.min(1 - x, width / 100), height: Math.min(1 - y, height / 100) };
  });
const close = (one: Crop, other: Crop) => {
  for (const side of ['left', 'top', 'width', 'height'] as const) expect(one[side]).toBeCloseTo(other[side], 6);
};

it('what is seen is what is cut, however the camera stored the picture and a person turned it', () => {
  // A mark at a corner of the stored picture, and where it is seen: the part that holds it there holds it here.
  const seenAt = (x: number, y: number, turns: Turns, isMirrored: boolean): [number, number] => {
    let [u, v] = [isMirrored ? 1 - x : x, y];
    for (let n = 0; n < turns; n += 1) [u, v] = [1 - v, u];
    return [u, v];
  };
  const at = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(part, at, at, fc.constantFrom<Turns>(0, 1, 2, 3), fc.boolean(), (crop, x, y, turns, isMirrored) => {
      const [u, v] = seenAt(x, y, turns, isMirrored);
      const holds = (of: Crop, a: number, b: number) =>
        a - of.left > 1e-9 && of.left + of.width - a > 1e-9 && b - of.top > 1e-9 && of.top + of.height - b > 1e-9;
      const isEdge = (of: Crop, a: number, b: number) =>
        [a - of.left, a - of.left - of.width, b - of.top, b - of.top - of.height].some((d) => Math.abs(d) < 1e-6);
      if (isEdge(crop, u, v)) return;
      expect(holds(storedCrop(crop, { turns, isMirrored }), x, y)).toBe(holds(crop, u, v));
    }),
  );
});

it('four turns bring a part back, and a part of a part of the whole is that part', () => {
  fc.assert(
    fc.property(part, part, (one, other) => {
      close(turnedCrop(turnedCrop(turnedCrop(turnedCrop(one)))), one);
      close(cropWithin(WHOLE, one), one);
      const both = cropWithin(one, other);
      expect(both.left + both.width).toBeLessThanOrEqual(one.left + one.width + 1e-9);
    }),
  );
});

it('in px a part is never empty and never outside', () => {
  const size = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
  fc.assert(
    fc.property(part, size, (crop, of) => {
      const px = cropPixels(crop, of);
      expect(Math.min(px.width, px.height)).toBeGreaterThanOrEqual(1);
      expect(px.left + px.width).toBeLessThanOrEqual(of.width);
      expect(px.top + px.height).toBeLessThanOrEqual(of.height);
    }),
  );
});

it('however its corners are pulled, the box stays inside the picture and large enough', () => {
  const pull = fc.double({ min: -2, max: 2, noNaN: true });
  const corner = fc.constantFrom('nw', 'ne', 'sw', 'se', 'move');
  fc.assert(
    fc.property(fc.array(fc.tuple(corner, pull, pull), { maxLength: 20 }), (pulls) => {
      let crop = WHOLE;
      for (const [at, x, y] of pulls) {
        crop = at === 'move' ? moveCrop(crop, x, y) : pullCorner(crop, at as 'nw', x, y);
        expect(crop.left).toBeGreaterThanOrEqual(-1e-9);
        expect(crop.left + crop.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(LEAST - 1e-9);
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pieceOf } from '#utils/intake/screen.ts';

const side = fc.integer({ min: 0, max: 4000 });
const at = fc.integer({ min: -4000, max: 4000 });

it('a piece of the screen is the picture’s place, and lies wholly on the screen', () => {
  expect(pieceOf({ left: 10, top: 20, width: 300, height: 200 }, 2, { width: 2000, height: 1600 })).toEqual({
    left: 20,
    top: 40,
    width: 600,
    height: 400,
  });
  fc.assert(
    fc.property(at, at, side, side, fc.double({ min: 0.5, max: 3, noNaN: true }), (left, top, width, height, scale) => {
      const screen = { width: 1280, height: 800 };
      const piece = pieceOf({ left, top, width, height }, scale, screen);
      if (piece === null) return;
      expect(piece.left).toBeGreaterThanOrEqual(0);
      expect(piece.top).toBeGreaterThanOrEqual(0);
      expect(piece.left + piece.width).toBeLessThanOrEqual(screen.width);
      expect(piece.top + piece.height).toBeLessThanOrEqual(screen.height);
    }),
  );
});

it('a picture that is half out of sight is not cut: half a product is none', () => {
  const screen = { width: 1280, height: 800 };
  expect(pieceOf({ left: 0, top: 700, width: 300, height: 200 }, 1, screen)).toBeNull();
  expect(pieceOf({ left: 0, top: 0, width: 0, height: 0 }, 1, screen)).toBeNull();
  expect(pieceOf({ left: 0, top: 610, width: 300, height: 200 }, 1, screen)).not.toBeNull();
});

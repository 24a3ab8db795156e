import type { PathCommand } from 'fontkit';

/** Straight pieces that a curve is drawn with: at the sizes of our letters none is longer than two dots. */
const PIECES = 8;

/**
 * Fills outlines on a field of dots with soft edges. Each edge adds to the dots it crosses how much of them lies to its
 * right; the sum along a row is then how much each dot is covered. The picture library has two other ways to draw a
 * letter: with fonts of the system, of which a bare server has none, and from SVG, which this process refuses to read
 * because it takes in photos of anybody.
 */
export class Coverage {
  readonly #sums: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.#sums = new Float32Array((width + 2) * height);
  }

  /** Adds a glyph: its origin stands at (x, y), `scale` makes dots of its units, and its own y axis points up. */
  glyph(commands: readonly PathCommand[], x: number, y: number, scale: number): void {
    let [fromX, fromY, startX, startY] = [0, 0, 0, 0];
    const lineTo = (toX: number, toY: number) => {
      this.#edge(x + fromX * scale, y - fromY * scale, x + toX * scale, y - toY * scale);
      [fromX, fromY] = [toX, toY];
    };
    for (const { command, args } of commands) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
      const [x0, y0] = [fromX, fromY];
      if (command === 'moveTo') [fromX, fromY, startX, startY] = [a, b, a, b];
      else if (command === 'lineTo') lineTo(a, b);
      else if (command === 'closePath') lineTo(startX, startY);
      else
        for (let piece = 1; piece <= PIECES; piece++) {
          const t = piece / PIECES;
          const u = 1 - t;
          if (command === 'quadraticCurveTo') {
            lineTo(u * u * x0 + 2 * u * t * a + t * t * c, u * u * y0 + 2 * u * t * b + t * t * d);
          } else {
            const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
            lineTo(p * x0 + q * a + r * c + s * e, p * y0 + q * b + r * d + s * f);
          }
        }
    }
  }

  #edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const isDown = y0 < y1;
    const [topX, topY, lowX, lowY] = isDown ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (lowX - topX) / (lowY - topY);
    const last = Math.min(this.height, Math.ceil(lowY));
    for (let row = Math.max(0, Math.floor(topY)); row < last; row++) {
      const from = Math.max(row, topY);
      const to = Math.min(row + 1, lowY);
      const share = (to - from) * (isDown ? 1 : -1);
      this.#row(row, topX + (from - topY) * slope, topX + (to - topY) * slope, share);
    }
  }

  /** One edge within one row: the part of it over each dot counts by its own middle. */
  #row(row: number, xa: number, xb: number, share: number): void {
    const clamp = (value: number) => Math.min(this.width, Math.max(0, value));
    const left = clamp(Math.min(xa, xb));
    const right = clamp(Math.max(xa, xb));
    const first = Math.floor(left);
    const end = Math.max(first + 1, Math.ceil(right));
    const at = row * (this.width + 2);
    for (let dot = first; dot < end; dot++) {
      const from = Math.max(left, dot);
      const to = Math.min(right, dot + 1);
      const part = right === left ? share : (share * (to - from)) / (right - left);
      const covered = dot + 1 - (from + to) / 2;
      this.#sums[at + dot] = (this.#sums[at + dot] ?? 0) + part * covered;
      this.#sums[at + dot + 1] = (this.#sums[at + dot + 1] ?? 0) + part * (1 - covered);
    }
  }

  /** How much of each dot is covered, 0 to 1, row by row. */
  values(): Float32Array {
    const { width, height } = this;
    const values = new Float32Array(width * height);
    for (let row = 0; row < height; row++) {
      let sum = 0;
      for (let dot = 0; dot < width; dot++) {
        sum += this.#sums[row * (width + 2) + dot] ?? 0;
        values[row * width + dot] = Math.min(1, Math.abs(sum));
      }
    }
    return values;
  }
}

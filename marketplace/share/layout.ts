import type { Colour } from './canvas.ts';
import type { Weight } from './fonts.ts';
import { linesOf } from './lines.ts';
import type { CardText, Shape } from './shapes.ts';

/** A line as it is drawn: its left end and baseline (px). */
export interface DrawnLine {
  text: string;
  x: number;
  y: number;
  weight: Weight;
  size: number;
  colour: Colour;
}

// The colours of components/theme.css, which a picture cannot read.
const INK: Colour = [42, 33, 27];
const SOFT: Colour = [107, 93, 82];
const TEAK: Colour = [122, 62, 18];
const LEAF: Colour = [31, 107, 58];

const STEP = 0.05;
const LEAST = 0.4;

/** All lines of a card, from top to bottom, the foot last. A long name makes the others smaller, so that none overlap. */
export function layOut(shape: Shape, text: CardText): DrawnLine[] {
  const { text: box, sizes } = shape;
  const size = Math.round(sizes.head * 0.86);
  const [line = ''] = linesOf(text.foot, { weight: 400, size, width: box.width, lines: 1 });
  const foot: DrawnLine = { text: line, x: box.x, y: box.y + box.height, weight: 400, size, colour: SOFT };
  const end = foot.y - size * 1.3;
  for (let scale = 1; ; scale -= STEP) {
    const lines = at(scale, shape, text);
    if ((lines.at(-1)?.y ?? 0) <= end || scale < LEAST) return [...lines, foot];
  }
}

/** Head, title, price and unit with every size times `scale`. */
function at(scale: number, { text: box, sizes, lines: most }: Shape, text: CardText): DrawnLine[] {
  const drawn: DrawnLine[] = [];
  let y: number = box.y;
  const write = (value: string, kind: keyof Shape['sizes'], look: Pick<DrawnLine, 'weight' | 'colour'>, lines = 1) => {
    const size = Math.round(sizes[kind] * scale);
    for (const line of linesOf(value, { weight: look.weight, size, width: box.width, lines })) {
      y += size;
      drawn.push({ text: line, x: box.x, y: Math.round(y), size, ...look });
      y += size * 0.24;
    }
    if (value !== '') y += size * AFTER[kind];
  };
  write(text.head, 'head', { weight: 700, colour: TEAK });
  write(text.title, 'title', { weight: 700, colour: INK }, most);
  write(text.price, 'price', { weight: 700, colour: text.ribbon === '' ? LEAF : SOFT });
  write(text.unit, 'unit', { weight: 400, colour: SOFT }, 2);
  return drawn;
}

/** The room below each, in its own size. */
const AFTER = { head: 0.4, title: 0.3, price: 0, unit: 0 };

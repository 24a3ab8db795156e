import type { Box } from './canvas.ts';

/** What a picture says, from top to bottom; an empty text takes no room. */
export interface CardText {
  /** Who offers it. */
  head: string;
  title: string;
  price: string;
  /** Under the price: for how much. */
  unit: string;
  /** Across the photo: that it is sold out, or no longer sold. */
  ribbon: string;
  foot: string;
}

/** Where photo and text stand in a picture. */
export interface Shape {
  width: number;
  height: number;
  photo: Box;
  /** The room of the text; the foot stands at its lower end. */
  text: Box;
  /** Sizes of head, title, price and unit, and how many lines a title may have. */
  sizes: { head: number; title: number; price: number; unit: number };
  lines: number;
}

/** The previews of chats and networks, a square for posts, and the upright one of a "status". */
const DRAWN = {
  og: {
    width: 1200,
    height: 630,
    photo: { x: 0, y: 0, width: 600, height: 630 },
    text: { x: 648, y: 56, width: 508, height: 526 },
    sizes: { head: 30, title: 56, price: 60, unit: 30 },
    lines: 3,
  },
  persegi: {
    width: 1080,
    height: 1080,
    photo: { x: 0, y: 0, width: 1080, height: 620 },
    text: { x: 60, y: 664, width: 960, height: 368 },
    sizes: { head: 34, title: 62, price: 64, unit: 34 },
    lines: 2,
  },
  status: {
    width: 1080,
    height: 1920,
    photo: { x: 0, y: 0, width: 1080, height: 1160 },
    text: { x: 72, y: 1230, width: 936, height: 520 },
    sizes: { head: 42, title: 76, price: 84, unit: 42 },
    lines: 3,
  },
} as const satisfies Record<string, Shape>;

/** The same preview, smaller, for pages that have less room. */
const smaller = (width: number) => ({ width, height: Math.round((width * DRAWN.og.height) / DRAWN.og.width) });
const SMALLER = { w640: smaller(640), w480: smaller(480), w320: smaller(320) };

/** The size of every picture that there is. */
export const SHAPES = { ...DRAWN, ...SMALLER };
export type ShapeName = keyof typeof SHAPES;

/** The previews, the widest first. */
export const PREVIEW_WIDTHS: readonly ShapeName[] = ['og', 'w640', 'w480', 'w320'];

/** How a picture is drawn, before it is made smaller. */
export function drawnAs(name: ShapeName): Shape {
  return name in SMALLER ? DRAWN.og : DRAWN[name as keyof typeof DRAWN];
}

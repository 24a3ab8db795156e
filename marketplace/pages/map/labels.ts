import { cut } from '#contract/cut.ts';
import type { Cluster } from './clusters.ts';
import { type Dot, WIDTH } from './project.ts';

/** A name beside its dots. */
export interface Label extends Dot {
  text: string;
  anchor: 'start' | 'end' | 'middle';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LETTERS_MAX = 22;
/** How wide a letter is, about, and how high a line. */
const LETTER = 7.6;
const LINE = 14;
const GAP = 4;

/**
 * A kecamatan's name where there is room for it: right of the middle of its dots, left, above or below. A name without
 * room is left out; the list names them all. Those with more dots come first.
 */
export function labelsOf(
  named: readonly { name: string; dots: readonly Dot[] }[],
  clusters: readonly Cluster[],
  height: number,
): Label[] {
  const taken: Box[] = clusters.map(({ x, y, radius }) => boxAround(x, y, radius * 2, radius * 2));
  const labels: Label[] = [];
  for (const { name, dots } of [...named].sort((one, other) => other.dots.length - one.dots.length)) {
    const found = placesFor(name, dots, clusters).find(({ box }) => isFree(box, taken, height));
    if (found === undefined) continue;
    taken.push(found.box);
    labels.push(found.label);
  }
  return labels;
}

function placesFor(name: string, dots: readonly Dot[], clusters: readonly Cluster[]): { label: Label; box: Box }[] {
  const text = cut(name, LETTERS_MAX);
  const width = text.length * LETTER;
  const middle = { x: mean(dots.map(({ x }) => x)), y: mean(dots.map(({ y }) => y)) };
  const distance = (one: Dot) => Math.hypot(one.x - middle.x, one.y - middle.y);
  const near = [...clusters].sort((one, other) => distance(one) - distance(other))[0];
  if (near === undefined) return [];
  const { x, y } = near;
  const away = near.radius + GAP;
  const at = (anchor: Label['anchor'], tx: number, ty: number, centre: number) => ({
    label: { text, anchor, x: tx, y: ty },
    box: boxAround(centre, ty, width, LINE),
  });
  return [
    at('start', x + away, y, x + away + width / 2),
    at('end', x - away, y, x - away - width / 2),
    at('middle', x, y - away - LINE / 2, x),
    at('middle', x, y + away + LINE / 2, x),
  ];
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const boxAround = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

/** The room that the scale bar has below, which no name may take. */
const FOOT = 24;

function isFree(box: Box, taken: readonly Box[], height: number): boolean {
  const isInside = box.left >= 2 && box.right <= WIDTH - 2 && box.top >= 2 && box.bottom <= height - FOOT;
  return (
    isInside &&
    taken.every((one) => one.right < box.left || one.left > box.right || one.bottom < box.top || one.top > box.bottom)
  );
}

import type { Dot } from './project.ts';

/** Dots that fall together are one, with their number. */
export interface Cluster extends Dot {
  count: number;
  radius: number;
}

/** Closer than this, two dots cannot be told apart. */
const NEAR = 15;
/** More would be no small map any more, and no small page. */
const CLUSTERS_MAX = 70;

/** Joins dots until few enough are left, each at the middle of those that it stands for. */
export function clustersOf(dots: readonly Dot[], near = NEAR): Cluster[] {
  const clusters: { x: number; y: number; count: number }[] = [];
  for (const { x, y } of dots) {
    const there = clusters.find((one) => Math.hypot(one.x - x, one.y - y) < near);
    if (there === undefined) clusters.push({ x, y, count: 1 });
    else {
      there.x += (x - there.x) / (there.count + 1);
      there.y += (y - there.y) / (there.count + 1);
      there.count++;
    }
  }
  if (clusters.length > CLUSTERS_MAX) return clustersOf(dots, near * 1.4);
  return clusters.map((one) => ({ ...one, radius: one.count === 1 ? 5 : Math.min(13, 7 + Math.log2(one.count)) }));
}

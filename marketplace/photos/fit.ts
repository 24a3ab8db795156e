/** How much less than the quality of ordinary photos (out of 100) is tried, one step after the other. */
const STEPS = [0, 6, 12, 24, 36] as const;
/**
 * Shares of the width that are tried at the least quality: an even lower quality would blur everything, so fewer but
 * sharper pixels look better.
 */
const NARROWER = [0.8, 0.6, 0.45, 0.3, 0.2] as const;

/** Encodes at a quality and a share of the width. */
export type Encode = (quality: number, scale: number) => Promise<Buffer>;

/**
 * Encodes into at most `most` bytes: first at `best` quality, then at less quality, and only then with fewer pixels.
 * The same picture always ends at the same step. When not even the smallest encoding fits, the answer is that one.
 */
export async function fitInto(most: number, best: number, encode: Encode): Promise<Buffer> {
  const least = best - Math.max(...STEPS);
  const tries: [quality: number, scale: number][] = [
    ...STEPS.map((step): [number, number] => [best - step, 1]),
    ...NARROWER.map((scale): [number, number] => [least, scale]),
  ];
  let bytes: Buffer = Buffer.alloc(0);
  for (const [quality, scale] of tries) {
    bytes = await encode(quality, scale);
    if (bytes.length <= most) break;
  }
  return bytes;
}

/** Taken from the quality that ordinary photos get (of 100), one after the other. */
const STEPS = [0, 6, 12, 24, 36] as const;
/** Below the least quality a picture is mush; then fewer pixels, sharper, are the better trade. */
const NARROWER = [0.8, 0.6, 0.45, 0.3, 0.2] as const;

/** Encodes at a quality and a share of the width. */
export type Encode = (quality: number, scale: number) => Promise<Buffer>;

/**
 * The first of ever smaller encodings that fits into `most` bytes: `best` quality, then less of it, and only then fewer
 * pixels. The same picture always ends at the same step. The smallest of all when not even that fits.
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

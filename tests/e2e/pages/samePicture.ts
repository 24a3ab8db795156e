import sharp from 'sharp';

/** How much (of 255) a pixel may differ, and how many of them (part of all): what drawing anew does to fine edges. */
const FINE = { depth: 24, part: 0.001 };

/** True when two screenshots (PNG, base64) of one size look the same. */
export async function looksSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((png) => sharp(Buffer.from(png, 'base64')).removeAlpha().raw().toBuffer()),
  );
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  const differing = a.reduce((count, value, at) => count + (Math.abs(value - (b[at] ?? 0)) > FINE.depth ? 1 : 0), 0);
  return differing < FINE.part * a.length;
}

import { randomFillSync } from 'node:crypto';
import sharp from 'sharp';

/**
 * How many cells lie across the picture, coarse to fine: as in a photograph, every scale has as much detail as the
 * next.
 */
const OCTAVES = [6, 24, 96, 384, 1536];
/** Standard deviations, out of 255, chosen so that 12 megapixels have 4 MB as JPEG, as a phone's photos do. */
const DETAIL = 28;
const GRAIN = 9;

const cloud = (width: number, height: number, sigma: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } },
  });

/** A JPEG with as much detail and grain as a phone's photo has; no two are alike. */
export async function texture(width: number, height: number): Promise<Buffer> {
  const octaves = OCTAVES.filter((cells) => cells < width).map(async (cells) => {
    const small = await cloud(cells, Math.max(1, Math.round((cells * height) / width)), DETAIL)
      .png()
      .toBuffer();
    const input = await sharp(small)
      .resize(width, height, { fit: 'fill', kernel: 'cubic' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    return { input, blend: 'soft-light' as const };
  });
  const grain = await cloud(width, height, GRAIN).png({ compressionLevel: 1 }).toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#a08058' } })
    .composite([...(await Promise.all(octaves)), { input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A picture of noise; nothing compresses worse. */
export function noise(width: number, height: number): Promise<Buffer> {
  const raw = randomFillSync(Buffer.alloc(width * height * 3));
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

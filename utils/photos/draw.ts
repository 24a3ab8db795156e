import type { Crop } from './crop.ts';
import { PhotoError } from './photoError.ts';
import type { Turn } from './turn.ts';

const AS_IT_IS: Turn = { isMirrored: false, turns: 0 };

/** A canvas of this part (px) of the bitmap, `scale` times its size, mirrored and turned. White lies under what is transparent. */
export async function draw(
  bitmap: ImageBitmap,
  scale: number,
  turn: Turn = AS_IT_IS,
  part: Crop = { left: 0, top: 0, width: bitmap.width, height: bitmap.height },
): Promise<OffscreenCanvas> {
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const canvas = turn.turns % 2 === 0 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width);
  const context = canvas.getContext('2d');
  if (context === null) throw new PhotoError('photo_too_large');
  // Shrinking happens off the main thread here; drawImage would do it while the form waits.
  const { left, top } = part;
  const resized = { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
  const small = await createImageBitmap(bitmap, left, top, part.width, part.height, resized);
  try {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((turn.turns * Math.PI) / 2);
    if (turn.isMirrored) context.scale(-1, 1);
    context.drawImage(small, -width / 2, -height / 2);
  } finally {
    small.close();
  }
  return canvas;
}

/** How many times smaller a picture becomes whose long side has at most `longest` px; never larger. */
export function scaleTo(longest: number, { width, height }: { width: number; height: number }): number {
  return Math.min(1, longest / Math.max(width, height));
}

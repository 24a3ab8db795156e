import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '#utils/photos/base64.ts';
import type { Seen } from './inPage.ts';

/** The least part of a picture that must be in sight for a piece of the screen to stand for it. */
const LEAST_SEEN = 0.9;

/** What the screen shows of a window's tab in front; null where the browser gives no picture of it. */
export async function screenOf(windowId: number): Promise<ImageBitmap | null> {
  try {
    const shown = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    // Our policy lets nobody fetch a data: address.
    const bytes = fromBase64(shown.slice(shown.indexOf(',') + 1));
    return await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  } catch {
    return null;
  }
}

/** Cuts a picture from the screen's; `width` is the page's, in px. Null where it is not all in sight. */
export async function cutFrom(
  screen: ImageBitmap,
  { rect, width }: { rect: Seen['rect']; width: number },
): Promise<{ base64: string; type: string } | null> {
  const piece = pieceOf(rect, screen.width / width, screen);
  if (piece === null) return null;
  const canvas = new OffscreenCanvas(piece.width, piece.height);
  const { left, top } = piece;
  canvas.getContext('2d')?.drawImage(screen, left, top, piece.width, piece.height, 0, 0, piece.width, piece.height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { base64: toBase64(await blob.arrayBuffer()), type: blob.type };
}

/** Where a picture lies on the screen's (px of the screen); null where too much of it is out of sight. */
export function pieceOf(
  rect: Seen['rect'],
  scale: number,
  screen: { width: number; height: number },
): Seen['rect'] | null {
  const left = Math.max(0, Math.round(rect.left * scale));
  const top = Math.max(0, Math.round(rect.top * scale));
  const right = Math.min(screen.width, Math.round((rect.left + rect.width) * scale));
  const bottom = Math.min(screen.height, Math.round((rect.top + rect.height) * scale));
  const [width, height] = [right - left, bottom - top];
  if (!(width > 0 && height > 0)) return null;
  return width * height >= LEAST_SEEN * rect.width * rect.height * scale * scale ? { left, top, width, height } : null;
}

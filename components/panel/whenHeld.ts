import type { BackgroundClient } from '#components/background/context.ts';
import { AppError } from '#utils/appError.ts';
import { passOfHolder } from '#utils/runtime/frame.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';

/** How long (ms) a frame waits to be taken by our content script; long, because a page's load may take its time. */
const LIMIT_MS = 15_000;

/**
 * `opened`, as soon as it is certain that our own content script holds this frame, or that the background opened this
 * window. Any page may frame the panel or open its address, and one that does it itself could show it however and
 * whenever it likes. Throws `panel_not_held` then.
 */
export async function whenHeld<T>(send: BackgroundClient['send'], opened: Promise<T>): Promise<T> {
  const [value] = await Promise.all([opened, needHolder(send)]);
  return value;
}

async function needHolder(send: BackgroundClient['send']): Promise<void> {
  const pass = await withinLimit(passOfHolder());
  const isHeld = pass !== null && (await retryWhileWaking(() => send('panel/check', { pass }))).held;
  if (!isHeld) throw new AppError('panel_not_held');
}

async function withinLimit(pass: Promise<string>): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, null);
  });
  try {
    return await Promise.race([pass, limit]);
  } finally {
    clearTimeout(timer);
  }
}

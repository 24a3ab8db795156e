/** For how long (ms) a slide of the frame under the pointer is held against a press. */
const SLID_MS = 500;
/** How long (ms) before a press a mouse has to have been seen moving in the frame; on its way to the button it is. */
const HERE_MS = 200;

export interface PointerWatch {
  /** True when the frame was moved under the pointer shortly before `now` (ms, of `performance.now()`). */
  wasSlid(now: number): boolean;
  /** True when the hand that presses came here by itself: a finger, or a mouse that moved in this unmoved frame before. */
  wasHere(now: number): boolean;
  stop(): void;
}

/**
 * Watches the pointer in this frame. A frame that was moved shows by it: the pointer then stayed in its place on the
 * screen but not in the frame. (The two positions are not in the same pixels when the page is zoomed, so they cannot be
 * subtracted.)
 */
export function watchPointer(document: Document): PointerWatch {
  let last: PointerEvent | null = null;
  let slidAt = Number.NEGATIVE_INFINITY;
  let hereSince = Number.POSITIVE_INFINITY;

  const move = (event: PointerEvent): void => {
    const now = performance.now();
    if (last?.pointerType === event.pointerType && isSlid(last, event)) {
      slidAt = now;
      hereSince = Number.POSITIVE_INFINITY;
    } else if (event.isTrusted && event.type === 'pointermove') hereSince = Math.min(hereSince, now);
    last = event;
  };
  document.addEventListener('pointermove', move, true);
  document.addEventListener('pointerdown', move, true);
  return {
    wasSlid: (now) => now - slidAt < SLID_MS,
    wasHere: (now) => last?.pointerType === 'touch' || now - hereSince >= HERE_MS,
    stop() {
      document.removeEventListener('pointermove', move, true);
      document.removeEventListener('pointerdown', move, true);
    },
  };
}

function isSlid(was: PointerEvent, is: PointerEvent): boolean {
  return (
    Math.hypot(is.screenX - was.screenX, is.screenY - was.screenY) < 2 &&
    Math.hypot(is.clientX - was.clientX, is.clientY - was.clientY) > 8
  );
}

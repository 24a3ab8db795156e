import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** How long the button has to be in sight, and in its place, before a press counts; ms. Shorter than anybody reads. */
const SETTLED_MS = 500;

interface ObserverOptions extends IntersectionObserverInit {
  /** Intersection Observer v2 (Chrome): the browser itself says whether anything covers, fades or filters the target. */
  trackVisibility?: boolean;
  /** ms; v2 wants at least 100. */
  delay?: number;
}

/**
 * Guards a button against a page that lays something over the panel, makes it see-through, or slides it under the
 * pointer. `isSafe(event)` is asked by the click handler. The keyboard cannot be steered that way and passes.
 */
export function useClickjackGuard(button: RefObject<HTMLElement | null>): { isSafe(event: MouseEvent): boolean } {
  const seenSince = useRef(Number.POSITIVE_INFINITY);
  const slidAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (button.current === null) return;
    const options: ObserverOptions = { threshold: 0.9, trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      const isSeen = last.isIntersecting && (!('isVisible' in last) || last.isVisible === true);
      seenSince.current = isSeen ? Math.min(seenSince.current, performance.now()) : Number.POSITIVE_INFINITY;
    }, options);
    observer.observe(button.current);
    const stop = onSlid(() => {
      slidAt.current = performance.now();
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [button]);

  return {
    isSafe(event) {
      // detail 0: pressed by key or by a screen reader.
      if (event.detail === 0) return true;
      const settled = performance.now() - SETTLED_MS;
      return seenSince.current <= settled && slidAt.current <= settled;
    },
  };
}

/**
 * Calls back when this frame was moved: where the pointer is on the screen stayed, where it is in the frame did not. (The
 * two are not in the same pixels when the page is zoomed, so they cannot be subtracted.)
 */
function onSlid(callback: () => void): () => void {
  let last: PointerEvent | null = null;
  const slid = (was: PointerEvent, is: PointerEvent): boolean =>
    Math.hypot(is.screenX - was.screenX, is.screenY - was.screenY) < 2 &&
    Math.hypot(is.clientX - was.clientX, is.clientY - was.clientY) > 8;
  const follow = (event: PointerEvent) => {
    if (last?.pointerType === event.pointerType && slid(last, event)) callback();
    last = event;
  };
  document.addEventListener('pointermove', follow, true);
  document.addEventListener('pointerdown', follow, true);
  return () => {
    document.removeEventListener('pointermove', follow, true);
    document.removeEventListener('pointerdown', follow, true);
  };
}

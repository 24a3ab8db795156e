import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * How many ms the button has to be in sight and in its place before a press counts; shorter than anybody takes to read
 * it.
 */
const SETTLED_MS = 500;

interface ObserverOptions extends IntersectionObserverInit {
  /** Intersection Observer v2 (Chrome): the browser itself says whether anything covers, fades or filters the target. */
  trackVisibility?: boolean;
  /** In ms; version 2 wants at least 100. */
  delay?: number;
}

/**
 * Guards a button against a page that lays something over the panel, makes it see-through, or slides it under the
 * pointer. The click handler asks `isSafe(event)`. A page cannot steer the keyboard that way, so a press by key always
 * passes.
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
      // `detail` is 0 when the button was pressed by key or by a screen reader.
      if (event.detail === 0) return true;
      const settled = performance.now() - SETTLED_MS;
      return seenSince.current <= settled && slidAt.current <= settled;
    },
  };
}

/**
 * Calls back when this frame was moved: the pointer then stayed in its place on the screen but not in the frame. (The
 * two positions are not in the same pixels when the page is zoomed, so they cannot be subtracted.)
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

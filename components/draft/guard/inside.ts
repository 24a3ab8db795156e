import type { Unseen } from '#utils/model/unseen.ts';

/**
 * How many ms the panel has to be in sight and in its place before a press counts; shorter than anybody takes to read
 * its button.
 */
const SETTLED_MS = 500;
/** How much of the button, and of the whole panel, has to be in sight. */
const LEAST = { button: 0.9, panel: 0.95 };

interface ObserverOptions extends IntersectionObserverInit {
  /** Intersection Observer v2 (Chrome): the browser itself says whether anything covers, fades or filters the target. */
  trackVisibility?: boolean;
  /** In ms; version 2 wants at least 100. */
  delay?: number;
}

export interface InsideWatch {
  /** Why the panel is not, or not long enough, in sight at `now` (ms, of `performance.now()`); `seen` when it is. */
  unseen(now: number): Unseen | 'seen';
  stop(): void;
}

/** Watches, from inside the frame, how much of the button and of the whole panel the browser shows. */
export function watchInside(button: HTMLElement): InsideWatch {
  const whole = button.ownerDocument.documentElement;
  const why = new Map<Element, Unseen | null>([
    [button, 'moved'],
    [whole, 'moved'],
  ]);
  let seenSince = Number.POSITIVE_INFINITY;
  const options: ObserverOptions = {
    threshold: [0, 0.25, 0.5, 0.75, LEAST.button, LEAST.panel, 1],
    trackVisibility: true,
    delay: 100,
  };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries)
      why.set(entry.target, unseenOf(entry, entry.target === button ? LEAST.button : LEAST.panel));
    const isSeen = [...why.values()].every((reason) => reason === null);
    seenSince = isSeen ? Math.min(seenSince, performance.now()) : Number.POSITIVE_INFINITY;
  }, options);
  observer.observe(button);
  observer.observe(whole);
  return {
    unseen(now) {
      const reason = why.get(button) ?? why.get(whole) ?? null;
      if (reason !== null) return reason;
      return now - seenSince < SETTLED_MS ? 'moved' : 'seen';
    },
    stop: () => observer.disconnect(),
  };
}

function unseenOf(entry: IntersectionObserverEntry, least: number): Unseen | null {
  if (!entry.isIntersecting || entry.intersectionRatio < least) return hiddenEdge(entry);
  return 'isVisible' in entry && entry.isVisible !== true ? 'covered' : null;
}

/** The edge at which most is missing; `covered` when nothing is in sight at all. */
function hiddenEdge({ boundingClientRect: all, intersectionRect: seen }: IntersectionObserverEntry): Unseen {
  if (seen.width === 0 || seen.height === 0) return 'covered';
  const missing = {
    top: seen.top - all.top,
    right: all.right - seen.right,
    bottom: all.bottom - seen.bottom,
    left: seen.left - all.left,
  };
  const [most] = Object.entries(missing).sort(([, a], [, b]) => b - a);
  return (most?.[0] ?? 'covered') as Unseen;
}

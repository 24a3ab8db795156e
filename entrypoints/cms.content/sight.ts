import type { Unseen } from '#utils/runtime/contentMessages.ts';

/** How long (ms) the panel has to be in sight and in its place before a press in it counts. */
const SETTLED_MS = 500;
/** How often (ms) it is looked at; each moment of a cover that a person can see is met by several looks. */
const EVERY_MS = 150;
/** How much (px) of the window scrollbars may take on each side. */
const BARS = 40;
const TOP_LAYER = ':modal, :popover-open, :fullscreen';
/** Filters of an accessibility tool: they change the colours of the page, but nothing can hide behind them. */
const HARMLESS_FILTER = /^(?:(?:grayscale|sepia|saturate|hue-rotate)\([^)]*\)|invert\(1\)|none|\s)*$/;

/** The element that holds the frame, inside the closed shadow root of `host`. */
export interface Held {
  host: HTMLElement;
  dialog: HTMLDialogElement;
}

export interface Sight {
  /** The panel has just been put on top: what is open now lies below it. */
  raised(): void;
  /** Why the panel is not, or not long enough, in sight; null when it is. Looks once more before it answers. */
  unseen(): Unseen | null;
  stop(): void;
}

/**
 * Watches whether a person can see the panel. The page cannot reach into the closed shadow root, and nothing that it
 * does to the host's style concerns an element in the top layer; what is left to the page is looked for here: to lay
 * something over the panel, to zoom or hide the whole document, to put a snapshot in its place. `onCovered` is called
 * at each look that finds the panel covered, so that it can be put on top again. `width` (px) is the panel's, where
 * the window is wide enough.
 */
export function watchSight(document: Document, { host, dialog }: Held, width: number, onCovered: () => void): Sight {
  const window = document.defaultView as Window;
  let below = new Set<Element>();
  let why: Unseen | null = 'moved';
  let since = Number.POSITIVE_INFINITY;
  let place = '';
  let looks = 0;
  let hidden: Element[] = [];
  const roots = new Set<ShadowRoot>();

  const reopened = ({ target }: Event) => void below.delete(target as Element);
  /**
   * The page's elements in the top layer. Where the browser lets us (Firefox), a thorough look goes into closed shadow
   * roots too; Chrome says to the panel itself when anything covers it.
   */
  const topLayer = (isThorough: boolean): Element[] => {
    if (isThorough && 'openOrClosedShadowRoot' in host) {
      hidden = inShadows(document, host, (root) => {
        if (roots.has(root)) return;
        roots.add(root);
        // These events do not leave a shadow root.
        root.addEventListener('beforetoggle', reopened, true);
      });
    }
    return [...document.querySelectorAll(TOP_LAYER), ...hidden.filter((element) => element.matches(TOP_LAYER))];
  };
  const look = (isThorough: boolean): Unseen | null => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    if (!dialog.matches(TOP_LAYER) || !isRendered(dialog) || hasHidingFilter(document)) return 'covered';
    if (top < -1) return 'top';
    if (left < -1) return 'left';
    if (right > innerWidth + 1) return 'right';
    if (bottom > innerHeight + 1) return 'bottom';
    const isSmall = right - left < Math.min(width, innerWidth - BARS) - 1 || bottom - top < innerHeight - BARS - 1;
    const was = place;
    place = [left, top, right, bottom].map(Math.round).join();
    if (isSmall || (was !== '' && was !== place)) return 'moved';
    // What was closed and is opened again lies above.
    for (const element of below) if (!element.matches(TOP_LAYER)) below.delete(element);
    const isCovered = topLayer(isThorough).some((element) => !below.has(element)) || !isHit(document, host, dialog);
    return isCovered || hasSnapshot(document) ? 'covered' : null;
  };
  const tick = (isThorough = looks++ % 4 === 0): void => {
    const found = look(isThorough);
    if (found !== null) since = Number.POSITIVE_INFINITY;
    else if (why !== null) since = performance.now();
    why = found;
    if (why === 'covered') onCovered();
  };
  const soon = () => tick();

  const timer = window.setInterval(soon, EVERY_MS);
  window.addEventListener('resize', soon);
  document.addEventListener('beforetoggle', reopened, true);
  document.addEventListener('toggle', soon, true);
  return {
    raised() {
      below = new Set(topLayer(true));
      place = '';
      why = 'moved';
    },
    unseen() {
      tick(true);
      if (why !== null) return why;
      return performance.now() - since < SETTLED_MS ? 'moved' : null;
    },
    stop() {
      window.clearInterval(timer);
      window.removeEventListener('resize', soon);
      document.removeEventListener('beforetoggle', reopened, true);
      document.removeEventListener('toggle', soon, true);
      for (const root of roots) root.removeEventListener('beforetoggle', reopened, true);
    },
  };
}

/** True when a press at the panel's middle and corners meets the panel: nothing covers it and no dialog makes it inert. */
export function isHit(document: Document, host: Element, dialog: Element): boolean {
  const { left, top, right, bottom } = dialog.getBoundingClientRect();
  const inset = 3;
  const points: [number, number][] = [
    [(left + right) / 2, (top + bottom) / 2],
    [left + inset, top + inset],
    [right - inset, top + inset],
    [left + inset, bottom - inset],
    [right - inset, bottom - inset],
  ];
  return points.every(([x, y]) => document.elementFromPoint(x, y) === host);
}

function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Firefox lets a filter of the root element act on the top layer too. */
function hasHidingFilter(document: Document): boolean {
  const { filter = 'none' } = document.defaultView?.getComputedStyle(document.documentElement) ?? {};
  return !HARMLESS_FILTER.test(filter);
}

/** True while a view transition shows pictures of the page in place of everything, the top layer included. */
function hasSnapshot(document: Document): boolean {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
}

/** The elements in the top layer of every shadow root, the closed ones too; `visit` is called with each root. */
function inShadows(root: ParentNode, host: Element, visit: (root: ShadowRoot) => void): Element[] {
  return [...root.querySelectorAll<Element & { openOrClosedShadowRoot?: ShadowRoot | null }>('*')].flatMap(
    (element) => {
      const shadow = element === host ? null : element.openOrClosedShadowRoot;
      if (shadow == null) return [];
      visit(shadow);
      return [...shadow.querySelectorAll(TOP_LAYER), ...inShadows(shadow, host, visit)];
    },
  );
}

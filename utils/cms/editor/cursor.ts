/**
 * Where the cursor was before our panel took the focus. The content script alone has seen that, and the helper that puts
 * the card in may run in the page's own world: they speak by events, of which a world can see the target and no more.
 */
const ASK = 'dodolan-cursor';
const HERE = 'dodolan-cursor-here';

/** What people write articles in: a field, an element that can be edited, the frame around one. */
const WRITTEN_IN = 'textarea, iframe, [contenteditable]';

/**
 * Content script: remembers the last place on the page that was written in, and says so when it is asked. Answers what
 * takes note of the place that has the focus now; a frame that takes it tells nobody but the window, which loses it.
 */
export function rememberCursor(document: Document): () => void {
  let last: Element | null = null;
  document.addEventListener(ASK, () => {
    if (last?.isConnected) last.dispatchEvent(new Event(HERE, { bubbles: true }));
  });
  return () => {
    const place = document.activeElement;
    if (place?.matches(WRITTEN_IN) || place?.closest('[contenteditable]')) last = place;
  };
}

/** The elements that have, or last had, the cursor: the one with the focus first. */
export function cursors(document: Document): Element[] {
  const found = document.activeElement === document.body ? [] : [document.activeElement];
  const hear = ({ target }: Event) => void found.push(target as Element);
  document.addEventListener(HERE, hear, true);
  document.dispatchEvent(new Event(ASK));
  document.removeEventListener(HERE, hear, true);
  return found.filter((place) => place !== null);
}

/** The element inside a frame that has its cursor; each document keeps its own, also while the focus is elsewhere. */
export function innermost(place: Element): Element {
  try {
    const inner = (place as HTMLIFrameElement).contentDocument?.activeElement;
    return inner == null ? place : innermost(inner);
  } catch {
    return place;
  }
}

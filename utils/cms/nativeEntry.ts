/**
 * The link of a launcher in a CMS's own menu or bar: a button to the keyboard and to a screen reader, called `label` also
 * where the CMS shows its icon alone. (An icon's own sign would be its name there, and a title is only asked after that.)
 */
export function nativeLink(document: Document, className: string, label: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = '#';
  anchor.className = className;
  anchor.setAttribute('role', 'button');
  anchor.ariaLabel = label;
  return anchor;
}

/**
 * True when a press at the element's middle meets it: not folded, pushed out of the window to a side, or covered. What can be
 * scrolled to counts, and so does what a dialog over the whole window covers for now.
 */
export function isInSight(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { ownerDocument } = element;
  const { innerWidth } = ownerDocument.defaultView ?? window;
  const [x, y] = [left + width / 2, top + height / 2];
  if (!width || !height || x < 0 || x > innerWidth) return false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    const box = around.getBoundingClientRect();
    if (overflowY !== 'visible' && (y < box.top || y > box.bottom)) return overflowY !== 'hidden' && box.height > 0;
  }
  return isMet(element, x, y) ?? true;
}

/** How far (px) from its edge an element has to be met by a press. */
const EDGE = 6;

/** Those of these elements that can be pressed from edge to edge: not pushed out of the window, nor under something. */
export function pressable(elements: readonly Element[]): Element[] {
  return elements.filter((element) => {
    const { left, right, top, width, height } = element.getBoundingClientRect();
    if (!width || !height || left < 0 || right > element.ownerDocument.documentElement.clientWidth) return false;
    return [left + EDGE, right - EDGE].every((x) => isMet(element, x, top + height / 2) !== false);
  });
}

/** Whether a press there meets the element, or a dialog over the whole window for now; null outside the window. */
function isMet(element: Element, x: number, y: number): boolean | null {
  const { ownerDocument } = element;
  const { innerWidth, innerHeight } = ownerDocument.defaultView ?? window;
  const hit = ownerDocument.elementFromPoint(x, y);
  if (!hit) return null;
  const isWhole = (cover: Element) => {
    const { width, height } = cover.getBoundingClientRect();
    return width >= innerWidth && height >= innerHeight;
  };
  if (element.contains(hit) || (isWhole(hit) && !hit.contains(element))) return true;
  // What is met may stand in such a dialog; a page's own long parts are as large, but do not stay in their place.
  for (let over = hit.parentElement; over && !over.contains(element); over = over.parentElement)
    if (isWhole(over) && getComputedStyle(over).position === 'fixed') return true;
  return false;
}

/** Elements smaller than this (px) are search boxes, tags and captions, not articles. */
const WIDE = 200;
const HIGH = 32;

/** True when an element is drawn at a size that an article is written in. */
export function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.isConnected && width >= WIDE && height >= HIGH;
}

/** Every element of a selector in the page and in its frames of the same origin, where classic editors live. */
export function inAllFrames<E extends Element>(document: Document, selector: string): E[] {
  const inner = [...document.querySelectorAll('iframe')].flatMap((frame) => {
    try {
      return frame.contentDocument === null ? [] : inAllFrames<E>(frame.contentDocument, selector);
    } catch {
      return [];
    }
  });
  return [...document.querySelectorAll<E>(selector), ...inner];
}

/** The element of the top page in which this one is drawn: itself, or the frame around it. */
export function onPage(element: Element): Element {
  const frame = element.ownerDocument.defaultView?.frameElement ?? null;
  return frame === null ? element : onPage(frame);
}

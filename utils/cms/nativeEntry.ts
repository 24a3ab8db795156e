/** The link of a launcher in a CMS's own menu or bar: a button to the keyboard and to a screen reader. */
export function nativeLink(document: Document, className: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = '#';
  anchor.className = className;
  anchor.setAttribute('role', 'button');
  return anchor;
}

/** True when the element is rendered and not pushed out of the window, as folded menus are. */
export function isInSight(element: HTMLElement): boolean {
  const { width, right } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && right > 0;
}

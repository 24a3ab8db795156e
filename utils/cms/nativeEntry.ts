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

/** True when the element is rendered and not pushed out of the window, as folded menus are. */
export function isInSight(element: HTMLElement): boolean {
  const { width, right } = element.getBoundingClientRect();
  return element.isConnected && width > 0 && right > 0;
}

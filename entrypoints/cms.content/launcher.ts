import { floating } from '#utils/cms/floating.ts';
import type { LauncherPlace } from '#utils/cms/types.ts';

export interface Launcher {
  /** Draws the entries anew where they belong on the page as it is now. */
  place(): void;
  /** The first visible entry, for the focus to come back to; null while none is drawn. */
  home(): HTMLElement | null;
  remove(): void;
}

/** How long (ms) after a change the page is looked at: sidebars slide for up to 300 ms, and bars beside them grow narrower. */
const SETTLED_MS = 400;
/** An entry covers at most this part of the window, and is at least this opaque. */
const ENTRY = { area: 0.2, opacity: 0.3 };

/** False when the page has made the entry invisible, or stretched it over what a person means to press. */
function looksLikeEntry(button: HTMLElement): boolean {
  const window = button.ownerDocument.defaultView as Window;
  const { width, height } = button.getBoundingClientRect();
  if (width * height > ENTRY.area * window.innerWidth * window.innerHeight) return false;
  let opacity = 1;
  for (let element: Element | null = button; element !== null; element = element.parentElement)
    opacity *= Number(window.getComputedStyle(element).opacity);
  return opacity >= ENTRY.opacity && button.checkVisibility({ visibilityProperty: true });
}

/** The entries that open the panel: every place of the CMS that is visible, a floating button when none is. */
export function createLauncher(
  document: Document,
  { places, label, open, nearing }: { places: LauncherPlace[]; label: string; open(): void; nearing(): void },
): Launcher {
  let drawn: HTMLElement[] = [];
  let home: HTMLElement | null = null;
  let waiting = 0;
  const window = document.defaultView;

  /**
   * Draws one entry and answers whether it can be seen. An entry that cannot (in a folded menu) stays, because it is
   * seen when the menu is opened.
   */
  const draw = (place: LauncherPlace): boolean => {
    const { element, button } = place.build(document, label);
    const isVisible = place.insert(document, element);
    if (element.isConnected) drawn.push(element);
    button.addEventListener('click', (event) => {
      // The press was meant for what the page shows in this place, so it is left to the page.
      if (!looksLikeEntry(button)) return;
      event.preventDefault();
      event.stopPropagation();
      // A script of the page must not open the panel under the person's hands.
      if (event.isTrusted) open();
    });
    // Taking the focus would take the cursor out of an article that the browser itself edits.
    button.addEventListener('mousedown', (event) => {
      if (document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable)
        event.preventDefault();
    });
    button.addEventListener('pointerenter', nearing, { once: true });
    button.addEventListener('focus', nearing, { once: true });
    if (isVisible) home ??= button;
    return isVisible;
  };

  function place(): void {
    // Whoever watches the page would take a button that was put there anew for a change of it, and ask for it again.
    if (places.length === 0 && drawn.some((element) => element.isConnected)) return;
    watcher.disconnect();
    for (const element of drawn) element.remove();
    drawn = [];
    home = null;
    const visible = places.map(draw);
    if (!visible.includes(true)) draw(floating);
    watch();
  }

  // Admin pages redraw their menus, and full-screen editors hide them by a class on the body.
  const watcher = new MutationObserver((records) => {
    const isGone = drawn.some((element) => !element.isConnected);
    if (isGone || records.some((record) => record.type === 'attributes')) soon();
  });
  function watch(): void {
    watcher.observe(document.body, { childList: true, attributes: true, attributeFilter: ['class'] });
    for (const element of drawn) {
      if (element.parentElement !== null) watcher.observe(element.parentElement, { childList: true });
    }
  }

  const soon = (): void => {
    window?.clearTimeout(waiting);
    waiting = window?.setTimeout(place, SETTLED_MS) ?? 0;
  };
  window?.addEventListener('resize', soon);
  place();

  return {
    place,
    home: () => home,
    remove() {
      window?.clearTimeout(waiting);
      window?.removeEventListener('resize', soon);
      watcher.disconnect();
      for (const element of drawn) element.remove();
      drawn = [];
    },
  };
}

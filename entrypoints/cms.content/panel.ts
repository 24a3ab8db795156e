import { browser } from 'wxt/browser';
import { asksToClose, tellShown } from '#utils/runtime/frame.ts';

/** Width of the drawer (px): the form and, beside it, what buyers will see. A narrower window is filled. */
const DRAWER = 980;

/**
 * The host's styles, set over `all: initial` and as important, so that no stylesheet of the page can move, fade or
 * cover the panel from inside the page. The edges of the window give the height, and per cent give the width: viewport
 * units reach under the page's scrollbars.
 */
const HOST: Record<string, string> = {
  position: 'fixed',
  inset: '0 0 0 auto',
  width: `min(${DRAWER}px, 100%)`,
  height: 'auto',
  'max-width': 'none',
  'max-height': 'none',
  overflow: 'hidden',
  background: '#fff',
  'box-shadow': '0 0 32px rgb(0 0 0 / 0.28)',
};
const FRAME: Record<string, string> = { display: 'block', width: '100%', height: '100%', border: '0' };

export interface Panel {
  /** Loads the panel without showing it, so that showing takes no time. */
  preload(): void;
  show(listingId: string | null): void;
  hide(): void;
  /** Answers whether it is shown now. */
  toggle(): boolean;
  remove(): void;
}

/**
 * The panel: our own page in a frame, in a closed shadow root, in the top layer. The page around it can neither read it
 * nor put anything over it. `label` answers its name for screen readers, `home` where the focus goes when the element
 * that had it is gone.
 */
export function createPanel(document: Document, label: () => string, home: () => HTMLElement | null): Panel {
  const window = document.defaultView;
  const address = browser.runtime.getURL('/panel.html');
  let parts: { host: HTMLElement; frame: HTMLIFrameElement } | null = null;
  let isShown = false;
  let before: Element | null = null;

  function load(): { host: HTMLElement; frame: HTMLIFrameElement } {
    // A page that replaces its whole body takes the host with it; then it is made anew.
    if (parts?.host.isConnected) return parts;
    const host = document.createElement('div');
    host.popover = 'manual';
    style(host, { all: 'initial', display: 'none', ...HOST });
    const frame = document.createElement('iframe');
    frame.title = label();
    frame.allow = 'clipboard-write';
    style(frame, FRAME);
    frame.src = address;
    frame.addEventListener('load', () => isShown && focus(frame));
    host.attachShadow({ mode: 'closed' }).append(frame);
    document.documentElement.append(host);
    isShown = false;
    parts = { host, frame };
    return parts;
  }

  function show(listingId: string | null): void {
    const { host, frame } = load();
    // Only the fragment changes: the panel hears it without being loaded again.
    if (listingId !== null) frame.src = `${address}#${listingId}`;
    if (!isShown) {
      before = document.activeElement;
      style(host, { display: 'block' });
      host.showPopover();
      isShown = true;
    }
    focus(frame);
  }

  function hide(): void {
    if (!isShown || parts === null) return;
    isShown = false;
    style(parts.host, { display: 'none' });
    if (parts.host.isConnected) parts.host.hidePopover();
    const back = before instanceof HTMLElement && before.isConnected ? before : home();
    back?.focus({ preventScroll: true });
    before = null;
  }

  const { origin } = new URL(address);
  const onMessage = (event: MessageEvent): void => {
    if (parts !== null && asksToClose(event, parts.frame, origin)) hide();
  };
  window?.addEventListener('message', onMessage);

  return {
    preload: () => void load(),
    show,
    hide,
    toggle() {
      if (isShown && parts?.host.isConnected) hide();
      else show(null);
      return isShown;
    },
    remove() {
      hide();
      window?.removeEventListener('message', onMessage);
      parts?.host.remove();
      parts = null;
    },
  };
}

function focus(frame: HTMLIFrameElement): void {
  frame.focus({ preventScroll: true });
  tellShown(frame);
}

/** Sets styles through CSSOM, which no content security policy blocks, and as important. */
function style(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
}

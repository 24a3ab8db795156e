import { browser } from 'wxt/browser';
import type { Unseen } from '#utils/runtime/contentMessages.ts';
import { holdFrame } from '#utils/runtime/frame.ts';
import { drawNote, type NoteWords } from './note.ts';
import { isHit, type Sight, watchSight } from './sight.ts';
import { setStyle } from './style.ts';

/** Width of the drawer (px): the form and, beside it, what buyers will see. A narrower window is filled. */
const DRAWER = 980;
/** How long (ms) the panel may take to say that it runs, before words stand in its place. */
const LOAD_LIMIT_MS = 6000;
/** How often the panel is put on top of something that the page has opened above it, each time that it is shown. */
const RAISES = 8;

/**
 * The styles are set over `all: initial` and as important. The edges of the window give the height, and per cent give
 * the width: viewport units reach under the page's scrollbars.
 */
const DIALOG: Record<string, string> = {
  all: 'initial',
  display: 'none',
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
  isShown(): boolean;
  /** Answers whether it is shown now. */
  toggle(): boolean;
  /** Answers a frame that says it is this panel: whether it is, and why nobody can see it, if so. */
  check(pass: string): { held: boolean; unseen: Unseen | null };
  remove(): void;
}

interface Parts {
  host: HTMLElement;
  dialog: HTMLDialogElement;
  frame: HTMLIFrameElement;
}

/**
 * The panel: our own page in a frame, in the top layer, in a closed shadow root. The page around it owns only an empty
 * element: it can neither read the panel nor reach the element that is shown, nor its window. `words` answers what to
 * say in the page's own place, `home` where the focus goes when the element that had it is gone, and `openWindow`
 * opens the panel in a window of its own.
 */
export function createPanel(
  document: Document,
  {
    words,
    home,
    openWindow,
  }: { words: () => NoteWords & { label: string }; home: () => HTMLElement | null; openWindow: () => void },
): Panel {
  const window = document.defaultView;
  const address = browser.runtime.getURL('/panel.html');
  const { origin } = new URL(address);
  const pass = [...crypto.getRandomValues(new Uint32Array(4))].join('-');
  let parts: Parts | null = null;
  let sight: Sight | null = null;
  let isShown = false;
  let isReady = false;
  let tellShown: () => void = () => undefined;
  let before: Element | null = null;
  let note: HTMLElement | null = null;
  let limit = 0;
  let raises = 0;

  function load(): Parts {
    // A page that replaces its whole body takes the host with it; then it is made anew.
    if (parts?.host.isConnected) return parts;
    put();
    const host = document.createElement('div');
    setStyle(host, { all: 'initial', display: 'contents' });
    const dialog = document.createElement('dialog');
    dialog.popover = 'manual';
    setStyle(dialog, DIALOG);
    // Escape, pressed while the focus is in the page.
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      hide();
    });
    const frame = document.createElement('iframe');
    frame.title = words().label;
    frame.allow = 'clipboard-write';
    setStyle(frame, FRAME);
    frame.src = address;
    frame.addEventListener('load', () => take(frame));
    dialog.append(frame);
    host.attachShadow({ mode: 'closed' }).append(dialog);
    document.documentElement.append(host);
    parts = { host, dialog, frame };
    return parts;
  }

  /** The frame has loaded something. When it is the panel, it hears us and says so; nobody else does. */
  function take(frame: HTMLIFrameElement): void {
    isReady = false;
    tellShown = holdFrame(frame, origin, pass, {
      ready() {
        isReady = true;
        setStyle(frame, { visibility: 'visible' });
        clearNote();
        if (isShown) focus(frame);
      },
      close: hide,
      gone() {
        isReady = false;
        // Whatever comes into the frame now is not seen unless it is the panel again.
        setStyle(frame, { visibility: 'hidden' });
        waitForPanel();
      },
    });
    waitForPanel();
  }

  /** Says so in words when the panel does not run in time: the page, or the browser, keeps it from loading. */
  function waitForPanel(): void {
    window?.clearTimeout(limit);
    if (isShown && !isReady) limit = window?.setTimeout(showNote, LOAD_LIMIT_MS) ?? 0;
  }

  function showNote(): void {
    if (parts === null || isReady || note !== null) return;
    setStyle(parts.frame, { display: 'none' });
    note = drawNote(document, words(), { openWindow, close: hide });
    parts.dialog.append(note);
    note.querySelector('button')?.focus();
  }

  function clearNote(): void {
    window?.clearTimeout(limit);
    note?.remove();
    note = null;
    if (parts !== null) setStyle(parts.frame, { display: 'block' });
  }

  /**
   * Puts the panel on top of everything. Where a dialog of the page has made all else inert, only being a dialog too
   * lets the panel be used; elsewhere it is none, so that the page beside it can be used.
   */
  function raise({ host, dialog, frame }: Parts): void {
    const hadFocus = document.activeElement === host;
    lower(dialog);
    setStyle(dialog, { display: 'block', zoom: String(1 / (document.documentElement.currentCSSZoom ?? 1)) });
    if (document.querySelector(':modal') === null) dialog.showPopover();
    if (!dialog.matches(':popover-open') || !isHit(document, host, dialog)) {
      lower(dialog);
      dialog.showModal();
    }
    sight?.raised();
    if (hadFocus || dialog.open) focus(frame);
  }

  function show(listingId: string | null): void {
    const made = load();
    // Only the fragment changes: the panel hears it without being loaded again.
    if (listingId !== null) made.frame.src = `${address}#${listingId}`;
    if (!isShown) {
      before = document.activeElement;
      raises = 0;
      raise(made);
      sight = watchSight(document, made, DRAWER, () => {
        if (raises < RAISES && made.host.isConnected) {
          raises += 1;
          raise(made);
        }
      });
      sight.raised();
      isShown = true;
      waitForPanel();
    }
    focus(made.frame);
  }

  /** Takes the panel out of sight, without a word about the focus. */
  function put(): void {
    sight?.stop();
    sight = null;
    isShown = false;
    isReady = parts?.host.isConnected === true && isReady;
    clearNote();
  }

  function hide(): void {
    if (!isShown || parts === null) return;
    put();
    setStyle(parts.dialog, { display: 'none' });
    lower(parts.dialog);
    const back = before instanceof HTMLElement && before.isConnected ? before : home();
    back?.focus({ preventScroll: true });
    before = null;
  }

  function focus(frame: HTMLIFrameElement): void {
    frame.focus({ preventScroll: true });
    tellShown();
  }

  return {
    preload: () => void load(),
    show,
    hide,
    isShown: () => isShown && parts?.host.isConnected === true,
    toggle() {
      if (isShown && parts?.host.isConnected) hide();
      else show(null);
      return isShown;
    },
    check: (said) => ({ held: said === pass, unseen: sight === null ? 'covered' : sight.unseen() }),
    remove() {
      hide();
      parts?.host.remove();
      parts = null;
    },
  };
}

/** Takes the dialog out of the top layer, in whichever way it came there. */
function lower(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close();
  if (dialog.isConnected && dialog.matches(':popover-open')) dialog.hidePopover();
}

/**
 * How the panel and the content script that holds its frame speak to each other: over a port that the content script
 * hands into the frame. The panel posts nothing to the page around it, because the sender of a message would give the
 * page the frame's window, which it could then lead to another address. Which listing to edit comes as the frame's
 * address, `panel.html#<listing id>`, which no page can see or change.
 */
const READY = 'ready';
const CLOSE = 'close';
const GONE = 'gone';
const SHOWN = 'shown';

/** What the content script hands into the frame, beside the port. */
interface Hold {
  /** A secret of this content script. The page cannot read it, so a frame that knows it is the one held here. */
  pass: string;
}

let port: MessagePort | null = null;
const shownCallbacks = new Set<() => void>();
let give: (pass: string) => void = () => undefined;
const given = new Promise<string>((resolve) => {
  give = resolve;
});

/** Panel: true where it stands in somebody's page, false in a window or tab of its own. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** Panel: takes the port when it comes. Call it once and at the very start, before the page has loaded. */
export function awaitHolder(): void {
  const take = (event: MessageEvent): void => {
    const [handed] = event.ports;
    if (event.source !== window.parent || handed === undefined || !isHold(event.data)) return;
    window.removeEventListener('message', take);
    port = handed;
    port.onmessage = ({ data }) => data === SHOWN && [...shownCallbacks].forEach((callback) => void callback());
    port.postMessage(READY);
    window.addEventListener('pagehide', () => port?.postMessage(GONE));
    give(event.data.pass);
  };
  if (isFramed()) window.addEventListener('message', take);
}

function isHold(data: unknown): data is Hold {
  return (
    typeof data === 'object' && data !== null && 'pass' in data && typeof data.pass === 'string' && data.pass !== ''
  );
}

/**
 * Panel: the pass that the frame's holder gave; empty in a window of its own, which nobody holds. A page that made the
 * frame may give any, so the background asks the content script whether it is the right one.
 */
export async function passOfHolder(): Promise<string> {
  return isFramed() ? given : '';
}

/** Panel: asks to be hidden (Escape, the close button, done). The content script gives the focus back to the page. */
export function askHolderToClose(): void {
  port?.postMessage(CLOSE);
}

/** Panel: calls back when it has just been shown again, to put the caret back. Returns a function that stops it. */
export function onShown(callback: () => void): () => void {
  shownCallbacks.add(callback);
  return () => shownCallbacks.delete(callback);
}

/** What the content script hears from the panel in its frame. */
export interface PanelEvents {
  /** The panel runs and has the port. */
  ready(): void;
  close(): void;
  /** The panel leaves the frame: something led the frame to another address, or loads it again. */
  gone(): void;
}

/**
 * Content script: hands the pass and a new port to the page that the frame has just loaded, when that is our panel
 * (`origin` is the extension's own). Returns the function that tells the panel that it is visible now.
 */
export function holdFrame(frame: HTMLIFrameElement, origin: string, pass: string, events: PanelEvents): () => void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data === READY) events.ready();
    if (data === CLOSE) events.close();
    if (data === GONE) events.gone();
  };
  const hold: Hold = { pass };
  frame.contentWindow?.postMessage(hold, origin, [port2]);
  return () => port1.postMessage(SHOWN);
}

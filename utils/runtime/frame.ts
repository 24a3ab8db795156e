/**
 * What the panel and the content script around it say to each other by postMessage. Neither message carries data or
 * does more than hide or focus, because the panel cannot tell the content script from the page that holds it. Which
 * listing to edit comes as the frame's address, `panel.html#<listing id>`, which no page can see or change.
 */
const CLOSE = 'dodolan:close';
const SHOWN = 'dodolan:shown';

/** Panel: asks to be hidden (Escape, the close button, done). The content script gives the focus back to the page. */
export function askToClose(): void {
  window.parent.postMessage(CLOSE, '*');
}

/** Panel: calls back when it has just been shown again, to put the caret back. Returns a function that stops it. */
export function onShown(callback: () => void): () => void {
  const listener = (event: MessageEvent): void => {
    if (event.source === window.parent && event.data === SHOWN) callback();
  };
  window.addEventListener('message', listener);
  return () => window.removeEventListener('message', listener);
}

/** Content script: tells the panel that it is visible now. */
export function tellShown(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage(SHOWN, '*');
}

/** Content script: true when this event is our panel asking to be hidden. `origin` is the extension's own. */
export function asksToClose(event: MessageEvent, frame: HTMLIFrameElement, origin: string): boolean {
  return event.source === frame.contentWindow && event.origin === origin && event.data === CLOSE;
}

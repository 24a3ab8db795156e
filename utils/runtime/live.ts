import { browser } from 'wxt/browser';

export const LIVE_PORT = 'live';

/** Popup: while this page is open, the background listens to the marketplace and changes come at once. Call it once. */
export function keepLive(): void {
  let port: ReturnType<typeof browser.runtime.connect>;
  const open = (): void => {
    port = browser.runtime.connect({ name: LIVE_PORT });
    // The worker may die under an open popup; connecting again wakes it.
    port.onDisconnect.addListener(open);
  };
  open();
}

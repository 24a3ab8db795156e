import { browser } from 'wxt/browser';
import { onChanged } from './changed.ts';

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
  // Connected just now, in this very popup: there is somebody to listen to from here on.
  onChanged(({ changed }) => {
    if (changed !== 'connection') return;
    port.disconnect();
    open();
  });
}

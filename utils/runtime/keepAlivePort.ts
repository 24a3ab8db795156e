import { browser } from 'wxt/browser';
import { onChanged } from './broadcast.ts';

export const LIVE_PORT = 'live';
const WORK_PORT = 'work';

/** Popup: while this page is open, the background listens to the marketplace and changes come at once. Call it once. */
export function holdLivePort(): void {
  let stop = hold(LIVE_PORT);
  // Connected just now, in this very popup: there is somebody to listen to from here on.
  onChanged(({ changed }) => {
    if (changed !== 'connection') return;
    stop();
    stop = hold(LIVE_PORT);
  });
}

/** While somebody looks on, a worker that dies in the middle goes on at once, not at the next alarm. Returns what ends it. */
export function holdWorkPort(): () => void {
  return hold(WORK_PORT);
}

/** A port to the background, opened again whenever the worker dies: connecting wakes a new one. */
function hold(name: string): () => void {
  let isHeld = true;
  let port: ReturnType<typeof browser.runtime.connect>;
  const open = (): void => {
    if (!isHeld) return;
    port = browser.runtime.connect({ name });
    port.onDisconnect.addListener(open);
  };
  open();
  return () => {
    isHeld = false;
    port.disconnect();
  };
}

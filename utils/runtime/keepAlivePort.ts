import { browser } from 'wxt/browser';
import { onChanged } from './broadcast.ts';

export const LIVE_PORT = 'live';
const WORK_PORT = 'work';

/** Popup: while this page is open, the background listens to the marketplace and changes come at once. Call it once. */
export function holdLivePort(): void {
  let stop = hold(LIVE_PORT);
  // A village was connected, perhaps in this popup: a new port makes the background listen to its marketplace too.
  onChanged(({ changed }) => {
    if (changed !== 'connection') return;
    stop();
    stop = hold(LIVE_PORT);
  });
}

/**
 * Makes a worker that dies in the middle of its work go on at once, not at the next alarm, while somebody looks on.
 * Returns a function that lets the port go.
 */
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

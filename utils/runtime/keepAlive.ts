import { browser } from 'wxt/browser';

/** How often (ms) an extension API is called: below the 30 s after which a worker without events is ended. */
const EVERY = 20_000;

let working = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Keeps the worker from being ended while `work` runs. A request alone does not keep it alive: Chromium 156 cuts it off
 * after 30 s, so a photo on a line of 32 kbit/s would be begun anew for ever; with a call to any extension API in
 * between, a request of 70 s was seen to end well. The work must survive the worker's death all the same, but on a slow
 * line it must be able to end.
 */
export async function keepAlive<T>(work: Promise<T>): Promise<T> {
  working += 1;
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), EVERY);
  try {
    return await work;
  } finally {
    working -= 1;
    if (working === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}

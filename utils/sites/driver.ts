import { browser } from 'wxt/browser';
import { TabLostError } from '#utils/outbox/deps.ts';
import { DRIVER_OUTPUTS, type DriverInput, type DriverName, type DriverOutput } from '#utils/runtime/driverMessages.ts';
import { readAnswer } from './writer.ts';

/** Path of the script that drives a page; WXT names it after its entrypoint. */
const DRIVER = '/driver.js';
/** How long (ms) a page may take to load, and the script to answer. */
const LOADS_MS = 30_000;
const ANSWERS_MS = 180_000;
const AGAIN_MS = 150;

/** Puts the driving script into a tab as soon as its page is loaded. Throws `TabLostError` when the tab lets nobody in. */
export async function prepareDriver(tabId: number): Promise<void> {
  await whenLoaded(tabId);
  try {
    const target = { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: [DRIVER as '/writer.js'] });
  } catch {
    throw new TabLostError();
  }
}

/** Asks the driving script of a tab. Throws `CmsError` as it did, `TabLostError` when no answer came. */
export async function askDriver<N extends DriverName>(
  tabId: number,
  name: N,
  input: DriverInput<N>,
): Promise<DriverOutput<N>> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new TabLostError()), ANSWERS_MS));
  const asked = browser.tabs.sendMessage(tabId, { name, input }, { frameId: 0 }).catch(() => {
    throw new TabLostError();
  });
  const parsed = DRIVER_OUTPUTS[name].safeParse(readAnswer(await Promise.race([asked, late])));
  if (!parsed.success) throw new TabLostError();
  return parsed.data as DriverOutput<N>;
}

/** The tab is asked again and again: a listener that is added to `onUpdated` now may miss the event (seen in Chromium 156). */
async function whenLoaded(tabId: number): Promise<void> {
  for (const until = Date.now() + LOADS_MS; Date.now() < until; ) {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.status === 'complete') return;
    if (tab === null) break;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  throw new TabLostError();
}

import type { Frame, Page } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import { buildExtension } from './build.ts';
import { mainThreadMs } from './mainThread.ts';
import { type Bench, line, rounds } from './measure.ts';

const ROUNDS = rounds(9);

declare const chrome: {
  tabs: { query(query: { url: string }): Promise<{ id?: number }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
declare const caretsAt: number[];

/**
 * Runs first in every frame: keeps the moments when a frame was drawn with the caret in a field. The moments are
 * `Date.now` values, because the clocks of two pages are compared.
 */
function watchCaret(): void {
  const moments: number[] = [];
  Object.assign(globalThis, { caretsAt: moments });
  addEventListener(
    'focus',
    () =>
      requestAnimationFrame(() => {
        if (document.hasFocus() && document.activeElement?.matches('input, textarea')) moments.push(Date.now());
      }),
    true,
  );
}

/**
 * Measures the time from the background's "show the panel" (which the shortcut calls too; no test can press a key of
 * the browser itself) to the caret in the panel, and what the content script costs an admin page before anybody clicks.
 */
export const panel: Bench = async (say) => {
  buildExtension('e2e');
  const site = await startAdminDouble();
  const browser = await openBrowser({ headless: true });
  try {
    await browser.context.addInitScript(watchCaret);
    const options = await Options.open(browser);
    await options.enableSite(site.url);
    await options.page.close();
    // One of our own pages, from which the background is asked. It never comes to the front.
    const own = await browser.open('popup.html');
    const admin = await browser.context.newPage();
    const address = `${site.url}/wp-admin/index.php`;
    const visit = async (page = admin) => {
      await page.goto(address);
      await page.getByText('Jual produk').first().waitFor();
    };

    const [cold, first, again]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round++) {
      say(`panel ${round + 1} of ${ROUNDS}`);
      await visit();
      await browser.killWorker();
      cold.push(await caretMs(browser, own, admin));
      await visit();
      first.push(await caretMs(browser, own, admin));
      await close(admin);
      again.push(await caretMs(browser, own, admin));
    }
    say('main thread');
    const busy: number[] = [];
    // The profiled page never held the panel: after a panel the next visit may get another process, and the profiler
    // would stay with the old one.
    const plain = await browser.context.newPage();
    await visit(plain);
    for (let round = 0; round < ROUNDS; round++)
      busy.push(await mainThreadMs(plain, 'content-scripts/cms.js', () => visit(plain)));
    return [
      line('shortcut → caret, first time on the page, background asleep', 'ms', cold, { most: 400 }),
      line('shortcut → caret, first time on the page, background awake', 'ms', first, { most: 400 }),
      line('shortcut → caret, shown before on the page', 'ms', again, { most: 150 }),
      line('main thread for the content script, admin page before a click', 'ms', busy, { most: 5 }),
    ];
  } finally {
    await browser.close();
    site.stop();
  }
};

async function caretMs(browser: ExtensionBrowser, own: Page, admin: Page): Promise<number> {
  await admin.bringToFront();
  const pressedAt = await own.evaluate(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const now = Date.now();
      void chrome.runtime.sendMessage({ name: 'tab/openPanel', input: { tabId: tab?.id } });
      return now;
    },
    `${new URL(admin.url()).origin}/*`,
  );
  const { frame } = await Panel.opened(admin);
  const isOurs = frame.url().startsWith(`chrome-extension://${browser.extensionId}/`);
  if (!isOurs) throw new Error(`another panel: ${frame.url()}`);
  return (await caretAfter(frame, pressedAt)) - pressedAt;
}

async function caretAfter(frame: Frame, pressedAt: number): Promise<number> {
  const found = await frame.waitForFunction((after) => caretsAt.find((at) => at >= after), pressedAt);
  return (await found.jsonValue()) ?? Number.NaN;
}

async function close(admin: Page): Promise<void> {
  await admin.keyboard.press('Escape');
  await admin.waitForFunction(() => document.querySelector(':popover-open') === null);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { needChromium } from './system.ts';

declare const chrome: {
  alarms: { get(name: string): Promise<object | undefined>; onAlarm: { dispatch(alarm: object): void } };
};

/** The build that may reach loopback without a prompt; `npm run build:e2e` makes it. `EXTENSION_PATH` tries another one. */
export const EXTENSION = process.env.EXTENSION_PATH ?? join(import.meta.dirname, '../../.output/e2e/chrome-mv3');

export interface BrowserOptions {
  headless: boolean;
  /** In px; null uses the window's own size, on a display. */
  viewport?: { width: number; height: number } | null;
  /**
   * A folder that keeps the profile, so that the browser can be restarted on it. Without it there is a new profile,
   * removed on close.
   */
  profile?: string;
  /** The browser's own language (not the extension's). */
  locale?: string;
  /** The folder of another build than today's. */
  extension?: string;
  /** The folder of an extension that is loaded beside it. */
  beside?: string;
  /** More switches of Chromium. */
  switches?: string[];
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  /** Opens one of the extension's own pages in a tab, e.g. `popup.html`. */
  open(path: string): Promise<Page>;
  /**
   * Tells the background worker that its minute is over, as the browser's alarm does; fails where no such alarm is set.
   * Nobody waits for a minute in a test.
   */
  minutePasses(): Promise<void>;
  /** Ends the background worker as the browser does after 30 s without work; the next event starts a new one. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

/** A real Chromium with the real build of the extension loaded. */
export async function openBrowser({
  headless,
  viewport,
  profile,
  locale = 'id-ID',
  extension = EXTENSION,
  beside,
  switches = [],
}: BrowserOptions): Promise<ExtensionBrowser> {
  const loaded = beside === undefined ? extension : `${extension},${beside}`;
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'dodolan-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: needChromium(),
    // Playwright's own headless switch picks the old headless mode, which has no extensions.
    headless: false,
    locale,
    viewport: viewport === undefined ? { width: 1280, height: 800 } : viewport,
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${loaded}`,
      `--load-extension=${loaded}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-gpu',
      ...switches,
    ],
  });
  const isOurs = (one: Worker) => one.url().endsWith('/background.js');
  const worker =
    context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', { predicate: isOurs }));
  const extensionId = new URL(worker.url()).host;

  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const killWorker = async () => {
    const page = context.pages()[0] ?? (await context.newPage());
    const devtools = await context.newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await devtools.detach();
  };
  const minutePasses = async () => {
    const [running = worker] = context.serviceWorkers().filter(isOurs);
    await running.evaluate(async () => {
      const alarm = await chrome.alarms.get('inbox');
      if (alarm === undefined) throw new Error('no alarm is set for the inbox');
      chrome.alarms.onAlarm.dispatch(alarm);
    });
  };
  const close = async () => {
    await context.close();
    if (!profile) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, extensionId, open, minutePasses, killWorker, close };
}

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { findFirefox } from './system.ts';

/** The build that may reach loopback without a prompt; `DODOLAN_E2E=1 wxt build -b firefox` makes it. */
export const FIREFOX_EXTENSION = join(import.meta.dirname, '../../.output/e2e/firefox-mv3');
/** How many ms anything on a page may take: a shared, slow machine may need many times what it takes here. */
export const PATIENCE_MS = 60_000;

export interface Firefox {
  browser: Browser;
  /** The address of the extension's panel. */
  panelUrl: string;
  /** Opens one of the extension's own pages in a tab, e.g. `popup.html`, and waits for `selector` in it. */
  open(path: string, selector: string): Promise<Page>;
  close(): Promise<void>;
}

/** A real, headless Firefox with a new profile and the real build of the extension. The profile is removed on close. */
export async function openFirefox(extension = FIREFOX_EXTENSION): Promise<Firefox> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox found. Install it, or give its path as FIREFOX_PATH.');
  if (!existsSync(extension)) throw new Error('No build for Firefox: run `DODOLAN_E2E=1 npx wxt build -b firefox`.');
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  // Firefox invents the address of an extension's pages for each profile, unless the profile has one already.
  const address = randomUUID();
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    protocolTimeout: 3 * PATIENCE_MS,
    timeout: 3 * PATIENCE_MS,
    // Without it WebDriver cannot reach an extension's pages, nor the panel in its frame.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [id]: address }) },
  });

  const open = async (path: string, selector: string) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    // WebDriver never learns that an extension's page has loaded, so this waits for the page's content.
    page.goto(`moz-extension://${address}/${path}`, { timeout: 0 }).catch(() => undefined);
    // When it is asked at the very moment when the old document goes, Firefox answers with an error.
    await vi.waitFor(() => page.waitForSelector(selector), { timeout: PATIENCE_MS });
    return page;
  };
  try {
    await browser.installExtension(extension);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return { browser, panelUrl: `moz-extension://${address}/panel.html`, open, close: () => browser.close() };
}

import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { signedIn } from './panelPage.ts';
import { extensionPage } from './popup.ts';
import type { Stage, Surface } from './surface.ts';

export const WAITING = [
  'options-prove',
  'options-prove-hand',
  'options-prove-missing',
  'options-prove-no-tab',
  'options-prove-done',
  'popup-village-waiting',
] as const;

/** What a village that waits for its approval sees, and how it proves that it looks after its site. */
export function waitingSurfaces(
  browser: ExtensionBrowser,
  { wordpress }: Stage,
): Record<(typeof WAITING)[number], Surface> {
  const at = (bring: (page: Page) => Promise<unknown>, isSignedIn = true): Surface => {
    let admin: Page | null = null;
    return {
      async open() {
        if (isSignedIn) admin = await signedIn(await browser.context.newPage(), wordpress);
        const page = await extensionPage(browser, 'options.html');
        await bring(page);
        return page;
      },
      leave: async () => admin?.close(),
    };
  };
  const said = (page: Page) => page.locator('.prove [role=alert]').waitFor({ timeout: 60_000 });
  const press = (page: Page, nth: number) => page.locator('.prove .btn').nth(nth).click();
  return {
    'options-prove': at(async () => undefined),
    'options-prove-hand': at(async (page) => {
      await press(page, 1);
      await page.locator('.prove input').waitFor();
    }),
    'options-prove-missing': at(async (page) => {
      await press(page, 1);
      await page.locator('.prove input').fill(`${wordpress.url}/?p=1`);
      await press(page, 1);
      await said(page);
    }),
    'options-prove-no-tab': at(async (page) => {
      await press(page, 0);
      await said(page);
    }, false),
    'options-prove-done': at(async (page) => {
      await press(page, 0);
      await said(page);
    }),
    'popup-village-waiting': { open: () => extensionPage(browser, 'popup.html') },
  };
}

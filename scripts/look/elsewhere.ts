import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { AdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import type { Surface } from './surface.ts';

export const ELSEWHERE = ['page-note', 'panel-window', 'panel-window-gone'] as const;

/** A page whose headers keep the panel from loading: its note, and the panel in a window of its own. */
export function elsewhereSurfaces(
  browser: ExtensionBrowser,
  site: AdminDouble,
): Record<(typeof ELSEWHERE)[number], Surface> {
  let admin: Page | null = null;
  const note = async (): Promise<Page> => {
    admin = await browser.context.newPage();
    await admin.goto(`${site.url}/wp-admin/index.php`);
    await admin
      .locator('a, button')
      .filter({ hasText: /Jual produk|Sell a product|Sell product/ })
      .first()
      .click();
    // The words stand in a closed shadow root; their first button takes the focus when they are drawn.
    const devtools = await browser.context.newCDPSession(admin);
    for (let tries = 0; tries < 200; tries++) {
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      if (nodes.some(({ role }) => role?.value === 'alert')) return admin;
      await admin.waitForTimeout(100);
    }
    throw new Error('no note');
  };
  const ownWindow = async (): Promise<Page> => {
    const page = await note();
    const opened = browser.context.waitForEvent('page');
    await page.keyboard.press('Enter');
    const own = await opened;
    await own.waitForURL('**/panel.html');
    await own.locator('#quick-line').waitFor();
    return own;
  };
  const leave = async () => {
    await admin?.close();
    admin = null;
  };
  return {
    'page-note': { isWindow: true, open: note },
    'panel-window': { isWindow: true, open: ownWindow, leave },
    'panel-window-gone': {
      isWindow: true,
      async open() {
        const own = await ownWindow();
        await leave();
        await own.locator('.notice').nth(1).waitFor();
        return own;
      },
    },
  };
}

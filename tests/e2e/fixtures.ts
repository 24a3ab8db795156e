import { test as base, type Page } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import type { Product } from '#stack/pages/panel.ts';
import { type PictureName, picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import { type Role, startWordPress, type WordPress } from '#stack/wordpress.ts';

interface Running {
  wordpress: WordPress;
  market: Market;
}

interface Village {
  browser: ExtensionBrowser;
  /** A page of the village site's admin, signed in with `role`. */
  admin(role?: Role): Promise<Page>;
}

/**
 * `wordpress` and `market` are the real ones, shared by a worker's tests; `village` is a fresh browser with the extension,
 * connected to a new village of the marketplace and enabled on the WordPress.
 */
export const test = base.extend<{ village: Village }, Running>({
  wordpress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it needs from this pattern
    async ({}, use) => {
      const wordpress = await startWordPress();
      await use(wordpress);
      await wordpress.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  market: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const market = await startMarket();
      await use(market);
      await market.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  village: async ({ wordpress, market }, use) => {
    const browser = await openBrowser({ headless: true });
    await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
    await use({
      browser,
      async admin(role = 'admin') {
        const page = await browser.context.newPage();
        await page.goto(wordpress.signInUrl(role));
        return page;
      },
    });
    await browser.close();
    await wordpress.setRestBlocked(false);
  },
});

/** A product with photos of its own; the name is made unique, because all tests share one WordPress. */
export async function product(
  name: string,
  picture_: PictureName = 'gula-semut',
  more: Partial<Product> = {},
): Promise<Product> {
  const buffer = await picture(picture_, `hsl(${Math.floor(Math.random() * 360)} 30% 80%)`);
  return {
    name: `${name} ${Math.random().toString(36).slice(2, 7)}`,
    price: '25rb',
    unit: 'bungkus',
    pack: '250',
    description: 'Gula semut dari nira kelapa pilihan.',
    photos: [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer }],
    ...more,
  };
}

export { expect } from '@playwright/test';

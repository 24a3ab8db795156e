import type { Page } from '@playwright/test';
import { langParam } from '#marketplace/web/view.ts';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { Language, Stage, Surface, Surfaces } from './surface.ts';

/** The marketplace as buyers see it. */
export function shopSurfaces(
  browser: ExtensionBrowser,
  { market }: Stage,
  { productUrl, threadUrl, invite }: { productUrl: string; threadUrl: string; invite: string },
) {
  const at = (url: string, then: (page: Page) => Promise<unknown> = async () => undefined): Surface => ({
    async open(language: Language) {
      const page = await browser.context.newPage();
      const address = new URL(url);
      const lang = langParam(language);
      if (lang !== null) address.searchParams.set('lang', lang);
      await page.goto(address.href);
      await then(page);
      return page;
    },
  });
  const { origin, pathname } = new URL(productUrl);
  return {
    'shop-home': at(`${market.url}/`),
    'shop-search': at(`${market.url}/cari?q=gulla`),
    'shop-nothing': at(`${market.url}/cari?q=zzzzzz`),
    'shop-category': at(`${market.url}/kategori/makanan`),
    'shop-villages': at(`${market.url}/desa`),
    'shop-village': at(`${market.url}/desa/karangsari`),
    'shop-product': at(productUrl),
    'shop-wrong': at(productUrl, async (page) => {
      await page.locator('[name=price]').fill('abc');
      await page.locator('form[action*="/tanya"]').evaluate((form) => {
        (form as HTMLFormElement).noValidate = true;
      });
      await page.locator('form[action*="/tanya"] button[type=submit]').click();
    }),
    'shop-report': at(`${origin}${pathname}/lapor`),
    'shop-card': at(`${origin}${pathname}/kartu`),
    'shop-thread': at(threadUrl),
    'shop-invite': at(invite),
    'shop-about': at(`${market.url}/tentang`),
    'shop-lost': at(`${market.url}/p/tidak-ada`),
  } satisfies Surfaces;
}

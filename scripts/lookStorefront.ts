import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { LOCALES, type Locale } from '#contract';
import { langParam } from '#marketplace/web/view.ts';
import { misfits } from './look/misfits.ts';
import { laidOut } from './look/take.ts';
import { startStorefront } from './stack/storefront.ts';
import { needChromium } from './stack/system.ts';

/**
 * `npm run look:shop [folder] [page …]`: takes a picture of each page of the storefront at 360 and 1280 px, light and dark,
 * in three languages, of a phone's first screen of the pages that begin a visit, and of the printed poster; and names
 * what does not fit. It needs no CMS and no extension, so it takes a minute or two.
 */
const [folder = join('.data', 'lookShop'), ...wanted] = process.argv.slice(2);
const FIRST_SCREENS = ['home', 'product', 'village', 'search'];
mkdirSync(folder, { recursive: true });

const market = await startStorefront();
const browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
try {
  for (const locale of LOCALES)
    for (const scheme of ['light', 'dark'] as const) await pictures(browser, locale, scheme);
} finally {
  await browser.close();
  await market.stop();
}
process.exit();

async function pictures(browser: Browser, locale: Locale, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ colorScheme, deviceScaleFactor: 1 });
  const [cookie = '', secret = ''] = market.phone.cookie.split('=');
  await context.addCookies([{ name: cookie, value: secret, url: `${market.url}/jawab` }]);
  const page = await context.newPage();
  for (const [name, path] of Object.entries({ ...market.pages, ...market.phone.pages })) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const address = new URL(path, market.url);
    const lang = langParam(locale);
    if (lang !== null) address.searchParams.set('lang', lang);
    const file = (what: string) => join(folder, `${name}-${locale}-${colorScheme}-${what}.png`);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: width === 360 ? 640 : 800 });
      await page.goto(address.href);
      await laidOut(page);
      if (width === 360 && FIRST_SCREENS.includes(name)) await page.screenshot({ path: file('first') });
      await page.screenshot({ path: file(String(width)), fullPage: true });
      for (const misfit of await misfits(page)) console.log(`${name}-${locale}-${width}: ${misfit}`);
    }
    if (name === 'product') await poster(page, file('poster'));
  }
  await context.close();
}

/** A sheet of A4 at 96 dots an inch, less its margins: what a printer is given, as a picture. */
async function poster(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 794 - 2 * 53, height: 1123 - 2 * 53 });
  await page.emulateMedia({ media: 'print' });
  await page.screenshot({ path, fullPage: true });
  await page.emulateMedia({ media: null });
}

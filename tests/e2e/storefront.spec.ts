import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { misfits } from '#scripts/look/misfits.ts';
import { type Storefront, startStorefront } from '#stack/storefront.ts';
import { needChromium } from '#stack/system.ts';
import { faults } from './pages/faults.ts';

let market: Storefront;
let browser: Browser;
test.beforeAll(async () => {
  market = await startStorefront();
  browser = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(async () => {
  await browser.close();
  await market.stop();
});

const PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };

async function opened(name: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: PHONE, ...options });
  await page.goto(market.url + market.pages[name]);
  return page;
}

test('every page is free of what axe knows, light and dark, and its targets are 44 px', async () => {
  const found: Record<string, string[]> = {};
  const page = await browser.newPage();
  for (const [name, path] of Object.entries(market.pages)) {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      await page.goto(market.url + path);
      const wrong = [...(await faults(page)), ...(await misfits(page))];
      if (wrong.length > 0) found[`${name} ${viewport.width}`] = wrong;
    }
  }
  await page.close();
  expect(found).toEqual({});
});

test('the first screen of a phone holds photo, name, price, chips and both ways to the seller', async () => {
  const page = await opened('product', { javaScriptEnabled: false });
  const bar = await page.locator('.buy-bar').boundingBox();
  expect(bar?.y).toBeGreaterThan(0);
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  for (const part of ['.gallery-strip img >> nth=0', 'h1', '.price', '.exchanges']) {
    const box = await page.locator(part).first().boundingBox();
    expect((box?.y ?? 1e4) + (box?.height ?? 0), part).toBeLessThanOrEqual(bar?.y ?? 0);
  }
  await expect(page.locator('.buy-bar .btn')).toHaveCount(2);
  await page.close();
});

test('the first screen of the start page shows products with their prices', async () => {
  const page = await opened('home', { javaScriptEnabled: false });
  const price = await page.locator('.listing-card .price-amount').first().boundingBox();
  expect((price?.y ?? 1e4) + (price?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  await page.close();
});

test('the bar covers neither the form nor what has the focus', async () => {
  const page = await opened('product');
  const covered = () =>
    page.evaluate(() => {
      const bar = document.querySelector('.buy-bar')?.getBoundingClientRect();
      const focus = document.activeElement;
      if (!bar || !focus || focus === document.body || focus.closest('.buy-bar, .skip')) return null;
      const box = focus.getBoundingClientRect();
      return box.bottom > bar.top + 1 && box.top < bar.bottom - 1 ? focus.outerHTML.slice(0, 90) : null;
    });
  const found: (string | null)[] = [];
  for (let presses = 0; presses < 45; presses++) {
    await page.keyboard.press('Tab');
    found.push(await covered());
  }
  expect(found.filter((one) => one !== null)).toEqual([]);
  await page.locator('.ask [name=text]').focus();
  const bar = await page.locator('.buy-bar').boundingBox();
  const form = await page.locator('.ask').boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(form?.y ?? 0);
  await page.close();
});

test('printed, a product page is one sheet with a code that leads to it', async () => {
  const page = await opened('product', { colorScheme: 'dark' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.poster svg')).toBeVisible();
  await expect(page.locator('.poster b')).toHaveText(/\/p\/[0-9a-z]{16}$/);
  // The longest name that there may be leaves the sheet one.
  await page
    .locator('h1')
    .evaluate((name) => name.append(' dari nira kelapa pagi, kemasan hemat isi dua puluh bungkus kecil'));
  const long = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(long.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  for (const gone of ['.top', '.foot', '.buy-bar', '.ask', '.gallery-thumbs', '.product-text', '.group-line'])
    await expect(page.locator(gone).first()).toBeHidden();
  for (const seen of ['.gallery img >> nth=0', 'h1', '.price', '.exchanges', '.facts'])
    await expect(page.locator(seen).first()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.close();
});

test('contrast colours leave chips, buttons and the chosen kind to be told apart', async () => {
  const page = await opened('product', { forcedColors: 'active' });
  const border = (part: string) =>
    page
      .locator(part)
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopWidth);
  for (const part of ['.exchanges .chip', '.marks .flagship', '.buy-bar .btn', '.ask textarea'])
    expect(await border(part), part).toBe('1px');
  await page.goto(market.url + market.pages.category);
  const [chosen, other] = await Promise.all(
    ['[aria-current=page]', 'a:not([aria-current])'].map((part) =>
      page
        .locator(`.categories ${part}`)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor),
    ),
  );
  expect(chosen).not.toBe(other);
  await page.close();
});

import { expect, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import { startTwoFields } from './pages/twoFields.ts';

let site: Awaited<ReturnType<typeof startTwoFields>>;
let market: Market;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  [site, market] = await Promise.all([startTwoFields(), startMarket()]);
  browser = await openBrowser({ headless: true });
  await settle(browser, await market.invite('Desa Lain', site.url), site.url);
});
test.afterAll(async () => {
  await browser.close();
  await market.stop();
  site.stop();
});

for (const kind of ['polos', 'kaya', 'bingkai'])
  test(`${kind}: the card goes into the field where the cursor was before the panel opened`, async () => {
    const page = await browser.context.newPage();
    await page.goto(`${site.url}/${kind}`);
    const inner = kind === 'bingkai' ? page.frameLocator('iframe[src="/dalam"]') : page;
    await inner.locator('#kecil').click();
    const panel = await Panel.open(page);
    await panel.fill({
      name: `Gula ${kind}`,
      price: '25rb',
      unit: 'bungkus',
      description: 'Gula semut dari nira kelapa.',
      photos: [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') }],
    });
    await panel.publish();
    await panel.frame.getByRole('button', { name: 'Sisipkan kartu produk' }).click();
    await expect(panel.frame.locator('.by-hand .notice')).toBeVisible();
    const written = (field: string) =>
      inner.locator(field).evaluate((element) => ('value' in element ? String(element.value) : element.innerHTML));
    expect(await written('#besar')).toBe('');
    expect(await written('#kecil')).toContain(`${market.url}/p/`);
    await page.close();
  });

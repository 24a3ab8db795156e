import type { Page } from '@playwright/test';
import { Panel } from '#stack/pages/panel.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { TitipPage } from '#stack/pages/titip.ts';
import { expect, product, test } from './fixtures.ts';
import { faults } from './pages/faults.ts';

/** Buttons, links and fields in sight that are lower than a finger needs; links within a sentence may be. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, a.btn, select, summary, input:not([type=checkbox], [type=radio], [tabindex="-1"])',
      ),
    ]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
      .map((one) => `${one.outerHTML.slice(0, 120)} ${one.getBoundingClientRect().height}`),
  );
}

test('every surface is free of what axe knows, and the popup’s targets are 44 px', async ({ village, market }) => {
  const { browser } = village;
  const admin = await village.admin();
  const found: Record<string, string[]> = {};
  const panel = await Panel.open(admin);
  found.form = await faults(panel.frame);
  await panel.fill(await product('Gula semut'));
  found.filled = await faults(panel.frame);
  await panel.publish();
  found.sending = await faults(panel.frame);
  const { productUrl } = await panel.done();
  found.done = await faults(panel.frame);
  const shop = await ProductPage.open(await browser.context.newPage(), productUrl);
  found.product = await faults(shop.page);
  await shop.ask({ text: 'Bisa kurang?', offer: { price: '20rb', quantity: '10' }, name: 'Rina' });
  found.thread = await faults(shop.page);
  for (const path of [
    '/',
    '/cari',
    '/cari?q=gula',
    '/kategori/makanan',
    '/desa',
    '/dekat',
    '/tentang',
    '/cari?q=zzzz',
  ]) {
    await shop.page.goto(market.url + path);
    found[path] = await faults(shop.page);
  }
  const popup = await browser.open('popup.html');
  await popup.setViewportSize({ width: 380, height: 560 });
  await popup.getByText('Rina').first().waitFor();
  found.inbox = [...(await faults(popup)), ...(await small(popup))];
  await popup.keyboard.press('2');
  await popup.locator('.listing-main').first().click();
  found.products = [...(await faults(popup)), ...(await small(popup))];
  await popup.keyboard.press('3');
  found.deals = [...(await faults(popup)), ...(await small(popup))];
  await popup.keyboard.press('1');
  await popup.getByText('Rina').first().click();
  await popup.locator('.reply textarea').waitFor();
  found.conversation = [...(await faults(popup)), ...(await small(popup))];
  const options = await browser.open('options.html');
  await options.locator('main').waitFor();
  await options.getByRole('button', { name: 'Tampilkan kode QR' }).click();
  await options.locator('.qr svg').waitFor();
  found.options = [...(await faults(options)), ...(await small(options))];

  const form = await TitipPage.open(shop.page, await options.locator('#titip input').inputValue());
  found.titip = [...(await faults(shop.page)), ...(await small(shop.page))];
  const { photos } = await product('Keripik', 'keripik');
  await form.fill({ name: 'Keripik', price: '10-12rb', maker: 'Bu Wati', phone: '0812-9999-0003', photos });
  await form.send();
  await shop.page.locator('.kept-photos img').waitFor();
  found.titipAgain = [...(await faults(shop.page)), ...(await small(shop.page))];
  await form.field('price').fill('10rb');
  await form.send();
  await shop.page.getByRole('link', { name: 'Titip barang lain' }).waitFor();
  found.titipDone = await faults(shop.page);
  const waiting = await browser.open('popup.html');
  await waiting.setViewportSize({ width: 380, height: 560 });
  await waiting.locator('.consigned').waitFor();
  found.consigned = [...(await faults(waiting)), ...(await small(waiting))];
  expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
});

test('contrast colours show which tab and which filter is chosen', async ({ village }) => {
  const popup = await village.browser.open('popup.html');
  await popup.emulateMedia({ forcedColors: 'active' });
  const colours = () =>
    popup.locator('.tab').evaluateAll((tabs) => tabs.slice(0, 3).map((tab) => getComputedStyle(tab).backgroundColor));
  await expect.poll(async () => (await colours()).length).toBe(3);
  const [chosen, ...others] = await colours();
  expect(others).not.toContain(chosen);
});

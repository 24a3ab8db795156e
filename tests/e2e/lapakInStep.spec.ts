import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { settle } from '#stack/settle.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { product } from './fixtures.ts';

let site: OpensidDouble;
let market: Market;
let browser: ExtensionBrowser;
let admin: Page;

test.beforeEach(async () => {
  [site, market, browser] = await Promise.all([startOpensid(), startMarket(), openBrowser({ headless: true })]);
  await settle(browser, await market.invite('Desa Dagan', site.url), site.url);
  admin = await browser.context.newPage();
  await admin.goto(`${site.base}siteman`);
  const sidcsrf = (await browser.context.cookies(site.url)).find(({ name }) => name === 'sidcsrf')?.value ?? '';
  await admin.request.post(`${site.base}siteman/auth`, { form: { sidcsrf, username: 'admin', password: 'x' } });
  await admin.goto(`${site.base}beranda`);
});
test.afterEach(async () => {
  await browser.close();
  await Promise.all([site.close(), market.stop()]);
});

test('with the setting on, a product stands in Lapak after its article; the seller who was missing is asked for first', async () => {
  site.state.options.noSeller = true;
  const panel = await Panel.open(admin);
  const goods = await product('Gula Lapak', 'gula-semut');
  await panel.fill(goods);
  await panel.publish();
  const { postUrl } = await panel.done();
  expect(postUrl).not.toBeNull();
  expect(site.state.products).toEqual([]);

  const options = await Options.open(browser);
  const choice = options.page.getByLabel('Juga masukkan ke Lapak OpenSID');
  await expect(choice).not.toBeChecked();
  await choice.check();
  await expect(options.page.getByText('Lapak belum punya pelapak')).toBeVisible();

  site.state.options.noSeller = false;
  await browser.killWorker();
  await admin.reload();
  await expect.poll(() => site.state.products.map(({ nama }) => nama)).toEqual([goods.name]);
  await expect(options.page.getByText('Lapak belum punya pelapak')).toBeHidden();
  const [made] = site.state.products;
  expect(made).toMatchObject({ harga: 25_000, satuan: 'bungkus 250 g', status: 1, foto: [expect.any(String)] });
  expect(made?.deskripsi).toContain(`${market.url}/p/`);

  const popup = await Popup.open(browser);
  await popup.showListings();
  await popup.page.locator('.listing-main', { hasText: goods.name }).click();
  await popup.page.getByRole('button', { name: 'Tandai habis' }).click();
  await expect.poll(() => site.state.products.map(({ status }) => status)).toEqual([2]);
});

import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { Role } from '#tests/cms/doubles/wordpress/state.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { product } from './fixtures.ts';

let site: Awaited<ReturnType<typeof startWordPressDouble>>;
let market: Market;
let browser: ExtensionBrowser;
let admin: Page;

test.beforeEach(async () => {
  [site, market, browser] = await Promise.all([startWordPressDouble(), startMarket(), openBrowser({ headless: true })]);
  site.state.store.options.isOn = true;
  await settle(browser, await market.invite('Desa Dagan', site.url), site.url);
  admin = await browser.context.newPage();
  await signIn('shop');
});
test.afterEach(async () => {
  await browser.close();
  await Promise.all([site.stop(), market.stop()]);
});

async function signIn(role: Role): Promise<void> {
  await admin.request.post(`${site.url}/wp-login.php`, { form: { log: role, pwd: 'x' } });
  await admin.goto(`${site.url}/wp-admin/profile.php`);
}

const goods = () => site.state.store.goods;

test('a product of WooCommerce fills the form: what buyers pay, its stock, its whole gallery', async () => {
  const images = await Promise.all(
    (['gula-semut', 'kopi'] as const).map(async (name) => {
      const id = site.state.nextId();
      site.state.media.push({
        id,
        slug: name,
        file: `2026/11/${name}.jpg`,
        alt: '',
        bytes: await picture(name, '#cfd8c2'),
      });
      return id;
    }),
  );
  const over = { regular_price: '25000', sale_price: '20000', manage_stock: true, stock_quantity: 12, images };
  site.state.store.add(site.state.nextId(), { name: 'Gula &amp; Semut', description: '<p>Manis.</p>', ...over });
  site.state.store.add(site.state.nextId(), { name: 'Salah harga', regular_price: '25.000' });
  const panel = await Panel.open(admin);
  await panel.frame.getByRole('button', { name: 'Ambil dari WooCommerce' }).click();
  await expect(panel.frame.getByText('harga belum ada')).toBeVisible();
  await panel.frame.getByLabel('Gula & Semut').check();
  await admin.screenshot({ path: test.info().outputPath('shop.png') });
  await panel.frame.getByRole('button', { name: 'Ambil produk ini' }).click();
  await expect(panel.field('name')).toHaveValue('Gula & Semut');
  await expect(panel.field('price')).toHaveValue('20.000');
  await expect(panel.field('stock')).toHaveValue('12');
  await expect(panel.frame.locator('.photo-grid img')).toHaveCount(2);
});

test('with the switch on, a product stands in WooCommerce after its article, is sold out there, and is one', async () => {
  const panel = await Panel.open(admin);
  const ours = await product('Gula Woo', 'gula-semut');
  await panel.fill(ours);
  await panel.publish();
  await panel.done();
  expect(goods()).toEqual([]);

  const options = await Options.open(browser);
  await options.page.getByLabel('Juga masukkan ke WooCommerce').check();
  await expect.poll(() => goods().map(({ name }) => name)).toEqual([ours.name]);
  expect(goods()).toMatchObject([{ status: 'publish', regular_price: '25000', images: [expect.any(Number)] }]);
  expect(goods()[0]?.description).toContain(`<a href="${market.url}/p/`);

  const popup = await Popup.open(browser);
  await popup.showListings();
  await popup.page.locator('.listing-main', { hasText: ours.name }).click();
  await popup.page.getByRole('button', { name: 'Tandai habis' }).click();
  await expect.poll(() => goods().map(({ status }) => status)).toEqual(['draft']);
});

test('an account that may not is told so, and so is who asks a shop that is there no more', async () => {
  const panel = await Panel.open(admin);
  await panel.fill(await product('Kopi Woo', 'kopi'));
  await panel.publish();
  await panel.done();
  await signIn('editor');
  const options = await Options.open(browser);
  await options.page.getByLabel('Juga masukkan ke WooCommerce').check();
  await expect(options.page.getByText('tidak boleh mengubah WooCommerce')).toBeVisible();
  await options.page.screenshot({ path: test.info().outputPath('may-not.png') });
  site.state.store.options.isOn = false;
  await signIn('shop');
  const again = await Panel.open(admin);
  await again.frame.getByRole('button', { name: 'Ambil dari WooCommerce' }).click();
  await expect(again.frame.getByText('tidak ditemukan lagi')).toBeVisible();
  expect(goods()).toEqual([]);
});

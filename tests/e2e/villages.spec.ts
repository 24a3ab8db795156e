import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { settle } from '#stack/settle.ts';
import { expect, product, test } from './fixtures.ts';
import { startAdminDouble } from './pages/adminDouble.ts';

test('two villages in folders of one host: each product and question is its own village’s, a third folder is asked about', async ({
  market,
}) => {
  const [site, browser, { photos }] = await Promise.all([
    startAdminDouble(),
    openBrowser({ headless: true }),
    product('foto'),
  ]);
  await settle(browser, await market.invite('Desa Utara', `${site.url}/utara`), site.url);
  const options = await Options.open(browser);
  await options.addVillage(await market.invite('Desa Selatan', `${site.url}/selatan`), 'Desa Selatan');

  const admin = await browser.context.newPage();
  const sell = async (folder: string, name: string, village: string) => {
    await admin.goto(`${site.url}/${folder}/wp-admin/index.php`);
    const panel = await Panel.open(admin);
    if (folder === 'timur') await panel.frame.getByRole('button', { name: village }).click();
    await expect(panel.frame.getByText(`Untuk ${village}`)).toBeVisible();
    await expect(panel.frame.getByText('Situs ini untuk desa mana?')).toHaveCount(0);
    await panel.addPhotos(photos);
    await panel.frame.locator('#quick-line').fill(`${name} 250gr 25rb/bungkus wa 081234567890 oleh Bu Siti`);
    await panel.agree();
    await panel.saved();
    await panel.publish();
    await expect(panel.frame.locator('.sending h2')).toContainText(name);
  };
  await sell('utara', 'Gula semut', 'Desa Utara');
  await sell('selatan', 'Kopi bubuk', 'Desa Selatan');
  await sell('timur', 'Madu hutan', 'Desa Selatan');

  /** The village's page on the marketplace: its products, and the address of the last one. */
  const shown = async (slug: string) => (await fetch(`${market.url}/desa/${slug}`)).text();
  const names = async (slug: string) => (await shown(slug)).match(/Gula semut|Kopi bubuk|Madu hutan/g) ?? [];
  await expect.poll(async () => new Set(await names('selatan'))).toEqual(new Set(['Kopi bubuk', 'Madu hutan']));
  expect(new Set(await names('utara'))).toEqual(new Set(['Gula semut']));

  const address = /href="([^"]*\/p\/[^"]+)"/.exec(await shown('utara'))?.[1] ?? '';
  const shop = await ProductPage.open(await browser.context.newPage(), new URL(address, market.url).href);
  await shop.ask({ text: 'Masih ada?', name: 'Rina' });
  const { page } = await Popup.open(browser);
  await expect(page.locator('.inquiry').filter({ hasText: 'Gula semut' })).toContainText('Desa Utara');
  await page.keyboard.press('2');
  for (const name of ['Kopi bubuk', 'Madu hutan'])
    await expect(page.locator('.listing').filter({ hasText: name })).toContainText('Desa Selatan');

  await browser.close();
  site.stop();
});

import { Panel } from '#stack/pages/panel.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { expect, product, test } from './fixtures.ts';

test('what is pressed under "Cara ambil dan bayar" stands beside the price, and in the next product’s form', async ({
  village,
}) => {
  const admin = await village.admin();
  const panel = await Panel.open(admin);
  await panel.fill(await product('Gula semut'));
  const press = (name: string) => panel.frame.locator('#field-exchange label', { hasText: name }).click();
  for (const name of ['Ambil di desa', 'QRIS', 'Tunai', 'Tunai']) await press(name);
  await panel.saved();
  await panel.publish();
  const { productUrl } = await panel.done();
  const shop = await ProductPage.open(await village.browser.context.newPage(), productUrl);
  await expect(shop.page.locator('.exchanges li')).toHaveText(['Ambil di desa', 'QRIS']);
  await admin.reload();
  const next = await Panel.open(admin);
  await expect(next.frame.locator('#field-exchange input:checked + span')).toHaveText(['Ambil di desa', 'QRIS']);
});

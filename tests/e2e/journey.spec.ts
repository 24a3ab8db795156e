import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { expect, product, test } from './fixtures.ts';

test('from the admin menu to a live, linked product, a question and its answer', async ({ village, wordpress }) => {
  const admin = await village.admin();
  const panel = await Panel.open(admin);
  const goods = await product('Gula semut organik', 'gula-semut', { more: { pirt: 'P-IRT No. 206 3303 010123-28' } });
  await panel.fill(goods);
  await panel.publish();
  const { productUrl, postUrl } = await panel.done();

  // The post is on the village's own site, with its picture and one link back.
  const post = await village.browser.context.newPage();
  expect(postUrl).toContain(wordpress.url);
  await post.goto(postUrl ?? '');
  await expect(post.getByRole('heading', { name: goods.name }).first()).toBeVisible();
  const id = productUrl.split('-').at(-1) ?? '';
  await expect(post.locator(`a[href*="/p/${id}"]`).first()).toBeVisible();
  await expect(post.locator(`img[src^="${wordpress.url}/wp-content/uploads/"]`).first()).toBeVisible();

  expect(await post.evaluate(() => document.documentElement.scrollWidth), 'no sideways scrolling').toBeLessThanOrEqual(
    1280,
  );

  // A buyer, without script, asks.
  const buyer = await village.browser.context.browser()?.newContext({ javaScriptEnabled: false });
  if (!buyer) throw new Error('no second context');
  const shop = await ProductPage.open(await buyer.newPage(), productUrl);
  await expect(shop.page.getByRole('heading', { level: 1, name: goods.name })).toBeVisible();
  await expect(shop.page.locator('.permits')).toContainText('2063303010123-28');
  await shop.ask({ text: 'Apakah bisa kirim ke Semarang?', name: 'Rina' });

  // The admin answers in the popup; the buyer reads it.
  const popup = await Popup.open(village.browser);
  await popup.page.getByText('Apakah bisa kirim ke Semarang?').click();
  await popup.answer('Bisa, Mbak Rina. Ongkir mengikuti ekspedisi.');
  await shop.waitForAnswer('Bisa, Mbak Rina. Ongkir mengikuti ekspedisi.');
  await buyer.close();
});

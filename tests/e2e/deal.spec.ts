import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { ProductPage } from '#stack/pages/storefront.ts';
import { expect, product, test } from './fixtures.ts';

test('ask → offer → counter → accept → WhatsApp → sold, a buyer and the admin side by side', async ({ village }) => {
  const panel = await Panel.open(await village.admin());
  const goods = await product('Gula tawar-menawar', 'gula-kelapa');
  await panel.fill(goods);
  await panel.field('stock').fill('40');
  await panel.saved();
  await panel.publish();
  const { productUrl } = await panel.done();

  // The buyer offers; the popup shows it and how far it is from the list price.
  const buyer = await village.browser.context.browser()?.newContext({ javaScriptEnabled: false });
  if (!buyer) throw new Error('no second context');
  // Without this the browser's error page, for an outside host that a test cannot reach, comes at any later moment and
  // breaks off whatever the page loads then.
  await buyer.route('https://wa.me/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>WhatsApp</p>' }),
  );
  const shop = await ProductPage.open(await buyer.newPage(), productUrl);
  await shop.ask({ text: 'Kalau ambil banyak bisa kurang?', offer: { price: '20rb', quantity: '10' }, name: 'Rina' });
  const popup = await Popup.open(village.browser);
  await popup.page.getByText(goods.name).first().click();
  await expect(popup.page.getByText('20% di bawah harga Anda.')).toBeVisible();

  // The village counters: two clicks and a price. The buyer agrees to it.
  await popup.page.getByRole('button', { name: 'Tawar balik' }).click();
  await popup.page.locator('#counter-price').fill('23rb');
  await popup.page.getByRole('button', { name: 'Kirim tawaran' }).click();
  await shop.waitForAnswer('Rp230.000');
  await shop.page.getByRole('button', { name: /^Setuju/ }).click();
  await expect(shop.page.getByText(/belum bayar/i).first()).toBeVisible();

  // The deal goes on in WhatsApp: the number stands only in the redirect, and the summary is in the draft.
  expect(await shop.page.content()).not.toContain('62812');
  await shop.page
    .getByRole('button', { name: /WhatsApp/ })
    .first()
    .click();
  await shop.page.waitForURL('https://wa.me/**');
  const draft = new URL(shop.page.url());
  expect(draft.pathname).toBe('/6281200000001');
  expect(draft.searchParams.get('text')).toContain(goods.name);

  // Sold: the deal is closed and the stock went down.
  await expect(popup.page.getByText('Sepakat, belum bayar.')).toBeVisible({ timeout: 60_000 });
  await popup.page.getByRole('button', { name: 'Tandai terjual' }).click();
  await shop.page.goto(productUrl);
  await shop.waitForAnswer('stok 30 bungkus');
  await buyer.close();
});

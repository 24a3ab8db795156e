import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './browser.ts';
import { Panel } from './pages/panel.ts';
import { Popup } from './pages/popup.ts';
import { ProductPage } from './pages/storefront.ts';
import { picture } from './pictures.ts';

interface Journey {
  productUrl: string;
  postUrl: string | null;
  threadUrl: string;
  /** The folder of the screenshots. */
  screenshots: string;
}

/**
 * The main job as the official and a buyer do it: open the panel, fill the form, publish, see it live and linked, ask on
 * the product page, answer in the popup, read the answer. Screenshots of every step go to `folder`.
 */
export async function performJourney(
  browser: ExtensionBrowser,
  admin: Page,
  folder: string,
  say: (line: string) => void,
): Promise<Journey> {
  mkdirSync(folder, { recursive: true });
  let step = 0;
  const look = async (page: Page, name: string) => {
    step += 1;
    await page.screenshot({ path: join(folder, `${String(step).padStart(2, '0')}-${name}.png`) });
  };

  await look(admin, 'admin-menu');
  const panel = await Panel.open(admin);
  await look(admin, 'panel-empty');
  await panel.fill({
    name: 'Gula semut organik',
    price: '25rb',
    unit: 'bungkus',
    pack: '250',
    description: 'Gula semut dari nira kelapa pilihan, butirannya halus dan harum. Tahan enam bulan.',
    producer: 'Bu Siti',
    phone: '0812-0000-0001',
    photos: [
      { name: 'depan.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut') },
      { name: 'isi.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-kelapa', '#e6d3b3') },
    ],
  });
  await look(admin, 'panel-filled');
  const pressed = Date.now();
  await panel.publish();
  const { productUrl, postUrl } = await panel.done();
  say(`Terbit dan tertaut / live and linked in ${((Date.now() - pressed) / 1000).toFixed(1)} s.`);
  await look(admin, 'panel-done');

  const post = await browser.context.newPage();
  await post.goto(postUrl ?? productUrl);
  await look(post, 'village-post');

  const shop = await ProductPage.open(await browser.context.newPage(), productUrl);
  await look(shop.page, 'product-page');
  const threadUrl = await shop.ask({
    text: 'Apakah bisa kirim ke Semarang?',
    name: 'Rina',
    offer: { price: '22000', quantity: '10' },
  });
  await look(shop.page, 'buyer-thread');

  const popup = await Popup.open(browser);
  await popup.page.setViewportSize({ width: 400, height: 600 });
  const question = popup.page.getByText('Gula semut organik').first();
  await question.waitFor();
  await look(popup.page, 'popup-inbox');
  await question.click();
  await popup.answer('Bisa, Mbak Rina. Ongkir mengikuti ekspedisi.');
  await look(popup.page, 'popup-thread');
  await shop.waitForAnswer('Bisa, Mbak Rina.');
  await look(shop.page, 'buyer-reads-answer');
  return { productUrl, postUrl, threadUrl, screenshots: folder };
}

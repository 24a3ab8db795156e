import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { TitipPage } from '#stack/pages/titip.ts';
import { picture } from '#stack/pictures.ts';
import { needChromium } from '#stack/system.ts';
import { expect, test } from './fixtures.ts';

let villagers: Browser;
test.beforeAll(async () => {
  villagers = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
});
test.afterAll(() => villagers.close());

const aPhoto = async (size: number) => ({
  name: 'foto.jpg',
  mimeType: 'image/jpeg',
  buffer: await picture('keripik', `hsl(${Math.floor(Math.random() * 360)} 30% 80%)`, size),
});
const unique = (name: string) => `${name} ${Math.random().toString(36).slice(2, 7)}`;

/** A villager's own browser, as narrow as a cheap phone. */
async function phone(javaScriptEnabled: boolean): Promise<Page> {
  const context = await villagers.newContext({ javaScriptEnabled, viewport: { width: 360, height: 640 } });
  return context.newPage();
}

async function linkOf(browser: ExtensionBrowser): Promise<string> {
  const { page } = await Options.open(browser);
  const link = await page.locator('#titip input').inputValue();
  await page.close();
  return link;
}

const textAt = async (url: string) => (await fetch(url)).text();

test('a villager sends from a phone without script; the official sees it, publishes it, and it is public with her own yes', async ({
  village,
  market,
}) => {
  const link = await linkOf(village.browser);
  const name = unique('Keripik singkong');
  const page = await phone(false);
  const form = await TitipPage.open(page, link);
  const photos = [await aPhoto(640)];
  await form.fill({ name, price: '10-12rb', unit: 'bungkus', maker: 'Bu Wati', phone: '0812-9999-0001', photos });
  await form.send();
  await expect(page.getByText('Tulis satu harga saja').first()).toBeVisible();
  await expect(page.locator('.kept-photos img')).toHaveCount(1);
  await expect(form.field('name')).toHaveValue(name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await form.field('price').fill('10rb');
  await form.send();
  await expect(page.getByRole('heading', { name: 'Sudah sampai di Desa Dagan' })).toBeVisible();

  // Nothing is public, and the popup says what waits.
  expect(await textAt(market.url)).not.toContain(name);
  const admin = await village.admin();
  const popup = await Popup.open(village.browser);
  await expect(popup.page.getByText('Titipan warga (1)')).toBeVisible();
  await expect(popup.page.getByText(`${name}, Bu Wati`)).toBeVisible();
  await expect(popup.page.locator('.consigned img')).toBeVisible();
  // The device is told of it once, with what it is.
  await expect
    .poll(() => popup.page.evaluate<string[]>('chrome.notifications.getAll().then((all) => Object.keys(all))'))
    .toEqual([expect.stringMatching(/^consignment:/)]);
  await popup.page.getByRole('button', { name: `Buka titipan ${name}` }).click();

  // Her product stands in the form of the village's site, and nothing is left to ask of her. (A tab behind another one is
  // drawn late where two browsers share the machine.)
  await admin.bringToFront();
  const panel = await Panel.opened(admin);
  await expect(panel.field('name')).toHaveValue(name);
  await expect(panel.field('price')).toHaveValue('10.000');
  await expect(panel.frame.getByText('Bu Wati setuju sendiri lewat Titip jual (')).toBeVisible();
  await expect(panel.frame.locator('.photo-grid img')).toHaveCount(1);
  expect(await textAt(market.url)).not.toContain(name);
  await panel.publish();
  const { productUrl, postUrl } = await panel.done();
  const product = await textAt(productUrl);
  expect(product).toContain(name);
  expect(product).toContain('Bu Wati');
  expect(postUrl).not.toBeNull();
  await expect(popup.page.getByText('Titipan warga')).toHaveCount(0);
  const { page: options } = await Options.open(village.browser);
  await expect(options.locator('#makers').getByText('setuju sendiri lewat Titip jual')).toBeVisible();
});

test('a large photo is made small on the phone; refused in the popup, it can be taken back', async ({ village }) => {
  const link = await linkOf(village.browser);
  const name = unique('Wajik');
  const page = await phone(true);
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  const form = await TitipPage.open(page, link);
  const sharpest = await sharp((await aPhoto(4000)).buffer)
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const camera = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: sharpest };
  expect(camera.buffer.length).toBeGreaterThan(400_000);
  await form.fill({ name, price: '15rb', maker: 'Bu Sri', phone: '0812-9999-0002', photos: [camera] });
  await form.send();
  await expect(page.getByRole('heading', { name: 'Sudah sampai di Desa Dagan' })).toBeVisible();
  expect(refused).toEqual([]);

  // The same photo without the script is refused with a way out, and nothing else is lost.
  const plain = await phone(false);
  const again = await TitipPage.open(plain, link);
  await again.fill({ name, price: '15rb', maker: 'Bu Sri', phone: '0812-9999-0002', photos: [camera] });
  await again.send();
  await expect(plain.getByText('Ada foto yang terlalu besar').first()).toBeVisible();
  await expect(again.field('producer')).toHaveValue('Bu Sri');

  const popup = await Popup.open(village.browser);
  await expect(popup.page.getByText(`${name}, Bu Sri`)).toBeVisible();
  const waits = popup.page.locator('.consigned', { hasText: name });
  await waits.getByRole('button', { name: 'Tolak' }).click();
  await expect(waits).toHaveCount(0);
  await popup.page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(waits).toBeVisible();

  // A page around the panel may lead a press, so that only opens.
  const panel = await Panel.open(await village.admin());
  const row = panel.frame.locator('.consigned', { hasText: name });
  await row.waitFor();
  expect(await row.getByRole('button', { name: 'Tolak' }).count()).toBe(0);
  await row.getByRole('button', { name: 'Buka' }).click();
  await expect(panel.field('name')).toHaveValue(name);
  // She has not said per what it is sold: that is for the official to ask.
  await expect(panel.field('unit')).toHaveValue('');
});

import { chromium } from '@playwright/test';
import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { connectDevice, GOODS, listGoods } from '#stack/seed.ts';
import { needChromium } from '#stack/system.ts';
import { expect, test } from './fixtures.ts';

const SITE = 'https://lereng.desa.id';

test('a village says who it is and where; a buyer finds it by position and sees its face', async ({ market }) => {
  const first = await market.invite('Desa Lereng', SITE);
  const seller = await connectDevice(market.url, first.split('/undang/')[1] ?? '');
  await listGoods(market.url, seller, SITE, GOODS['Desa Kedungmulya']?.slice(0, 1) ?? []);

  const browser = await openBrowser({ headless: true });
  const popup = await Popup.open(browser);
  // The operator's command knows the village by its site, so this is its second device.
  const [second = ''] = /http\S+/.exec(await market.command('invite', 'Desa Lereng', SITE)) ?? [];
  await popup.connect(second);
  await popup.page.close();
  const { page } = await Options.open(browser);
  await page.getByRole('button', { name: 'Isi profil desa' }).click();
  const buffer = await picture('kopi', '#cfd8c2', 900);
  await page
    .locator('#connection input[type=file]')
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.locator('.profile-photo')).toBeVisible();
  await page.getByLabel('Tentang desa').fill('Desa di lereng Gunung Slamet.');
  await page.getByLabel('Letak balai desa').fill('109.3622, -7.30512');
  await expect(page.getByText('tertukar')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Ya, pakai ini' }).click();
  // What is typed outlives the page, the picture too.
  await page.reload();
  await expect(page.getByLabel('Letak balai desa')).toHaveValue('-7.30512, 109.3622');
  await page.getByLabel('Kepala desa').fill('Bapak Sutrisno');
  await page.getByRole('button', { name: 'Simpan profil' }).click();
  await expect(page.getByRole('button', { name: 'Ubah profil' })).toBeVisible();
  await browser.close();

  const buyers = await chromium.launch({ executablePath: needChromium(), args: ['--no-sandbox'] });
  const near = await (
    await buyers.newContext({
      permissions: ['geolocation'],
      geolocation: { latitude: -7.3891234, longitude: 109.3634567 },
    })
  ).newPage();
  await near.goto(`${market.url}/dekat`);
  const sent = near.waitForRequest((request) => request.method() === 'POST');
  await near.getByRole('button', { name: 'Pakai posisi saya' }).click();
  expect((await sent).postData()).toBe('lat=-7.39&lng=109.36');
  const entry = near.locator('.entry').filter({ hasText: 'Desa Lereng' });
  await expect(entry).toContainText('± 9 km');
  expect(near.url()).toBe(`${market.url}/dekat`);
  await entry.getByRole('link').click();
  await expect(near.locator('.face')).toContainText('Desa di lereng Gunung Slamet.');
  await expect(near.locator('.face')).toContainText('Bapak Sutrisno');
  await expect(near.locator('.face img')).toBeVisible();
  await buyers.close();
});

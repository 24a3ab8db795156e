import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Firefox, openFirefox } from '#stack/firefox.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { picture } from '#stack/pictures.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { fill, press } from './pages/hands.ts';
import { opened, sell, signedIn } from './pages/village.ts';

let market: Market;
let firefox: Firefox;
let site: VillageSite;
const pictures = mkdtempSync(join(tmpdir(), 'dodolan-pictures-'));
const photo = join(pictures, 'gula.jpg');

beforeAll(async () => {
  [market, firefox, site] = await Promise.all([
    startMarket(),
    openFirefox(),
    startVillageSite({ flavour: 'blade', picture: 'optionalFile', date: 'dmyText' }),
  ]);
  // An article with markup tells that the site shows it as such.
  const body = '<p>Kerja bakti di balai desa berjalan lancar dan diikuti banyak warga.</p>';
  site.write({ title: 'Kerja bakti', body: body + body });
  writeFileSync(photo, await picture('gula-semut'));
}, 300_000);
afterAll(async () => {
  await firefox?.close();
  await market?.stop();
  await site?.stop();
  rmSync(pictures, { recursive: true, force: true });
}, 60_000);

test('a card is put in, its refused save is told, and the public article is noticed', async () => {
  const page = await signedIn(firefox, market, site);
  await page.goto(site.url + site.admin.form);
  const first = await sell(page, photo, 'Gula semut 250gr 25rb/bungkus stok 40 wa 081200000001 oleh Bu Siti');
  await press(first.frame, 'button::-p-text(Sisipkan kartu produk)');
  await first.frame.waitForSelector('::-p-text(Judul dan fotonya ikut diisikan)');
  expect(await page.$eval('#judul', (input) => (input as HTMLInputElement).value)).toBe('Gula semut');
  expect(await page.$eval('form input[type=file]', (input) => (input as HTMLInputElement).files?.[0]?.name)).toMatch(
    /^gula-semut.*\.jpg$/,
  );
  expect(await page.$eval('textarea', (area) => (area as HTMLTextAreaElement).value)).toContain(`${market.url}/p/`);

  // The village demands a day, which the form does not tell.
  await page.keyboard.press('Escape');
  await press(page, 'form button[type=submit]');
  await page.waitForSelector('::-p-text(Kolom tanggal wajib diisi)');
  const panel = await opened(page);
  await panel.frame.waitForSelector('::-p-text(Belum tersimpan)');

  await page.keyboard.press('Escape');
  await fill(page, 'form input[placeholder="17 Agustus 2026"]', '28 November 2026');
  await press(page, 'form button[type=submit]');
  await page.waitForSelector('table');
  const popup = await firefox.open('popup.html', 'main');
  await press(popup, '.tab::-p-text(Produk)');
  await popup.waitForSelector('::-p-text(Terverifikasi)');
  expect(site.articles().filter(({ title }) => title === 'Gula semut')).toHaveLength(1);
});

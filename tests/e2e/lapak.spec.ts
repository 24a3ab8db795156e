import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { type PictureName, picture } from '#stack/pictures.ts';
import { addToGallery } from '#tests/cms/doubles/opensid/gallery.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';

let site: OpensidDouble;
let browser: ExtensionBrowser;
let admin: Page;

test.beforeEach(async () => {
  site = await startOpensid();
  browser = await openBrowser({ headless: true });
  await (await Options.open(browser)).enableSite(site.url);
  admin = await browser.context.newPage();
  await signIn();
});
test.afterEach(async () => {
  await browser.close();
  await site.close();
});

async function signIn(): Promise<void> {
  await admin.goto(`${site.base}siteman`);
  const sidcsrf = (await browser.context.cookies(site.url)).find(({ name }) => name === 'sidcsrf')?.value ?? '';
  await admin.request.post(`${site.base}siteman/auth`, { form: { sidcsrf, username: 'admin', password: 'x' } });
  await admin.goto(`${site.base}beranda`);
}

/** Puts a product on sale in Lapak; when `goods` is null, its photo is missing on the server. */
async function sell(nama: string, harga: number, goods: PictureName | null): Promise<void> {
  const id = site.state.nextId();
  const foto = [`${id}_foto.jpg`];
  if (goods !== null) site.state.uploads.set(`desa/upload/produk/${foto[0]}`, await picture(goods, '#cfd8c2'));
  const more = { satuan: 'bungkus 250 gr', tipe_potongan: 1 as const, potongan: 0, status: 1 as const };
  const seller = { id_pelapak: 1, pelapak: 'Bu Sri', telepon: '081234567890', id_produk_kategori: 1 };
  const deskripsi = `${nama} buatan warga Dagan.`;
  site.state.products.push({ id, nama, harga, foto, deskripsi, ...more, ...seller });
}

async function openShop(): Promise<Panel> {
  const panel = await Panel.open(admin);
  await panel.frame.getByRole('button', { name: 'Ambil dari Lapak' }).click();
  return panel;
}

test('one product of Lapak fills the form, photo and all', async () => {
  await sell('Gula Semut', 25_000, 'gula-semut');
  const panel = await openShop();
  await panel.frame.getByLabel('Gula Semut').check();
  await panel.frame.getByRole('button', { name: 'Ambil produk ini' }).click();
  await expect(panel.field('name')).toHaveValue('Gula Semut');
  await expect(panel.field('price')).toHaveValue('25.000');
  await expect(panel.field('unit')).toHaveValue('bungkus');
  await expect(panel.field('packAmount')).toHaveValue('250');
  await expect(panel.field('producerName')).toHaveValue('Bu Sri');
  await expect(panel.field('consent')).not.toBeChecked();
  await expect(panel.frame.locator('.photo-grid img')).toHaveCount(1);
});

test('several become drafts of their own; what was typed before stays; a lost photo is told; none is taken unseen twice', async () => {
  await sell('Kopi Robusta', 30_000, 'kopi');
  await sell('Madu Hutan', 90_000, null);
  await sell('Batik Tulis', 250_000, 'batik');
  const first = await Panel.open(admin);
  await first.field('name').fill('Nanas yang sedang ditulis');
  await first.saved();
  await first.frame.getByRole('button', { name: 'Ambil dari Lapak' }).click();
  const { frame } = first;
  await expect(frame.locator('.shop-thumb img')).toHaveCount(2);
  await admin.screenshot({ path: test.info().outputPath('shop.png') });
  await admin.setViewportSize({ width: 360, height: 700 });
  await admin.screenshot({ path: test.info().outputPath('shop-360.png') });
  await frame.getByLabel('Pilih semua').check();
  await frame.getByRole('button', { name: 'Ambil 3 produk' }).click();
  await expect(frame.getByText('3 draf sudah jadi')).toBeVisible();
  await expect(frame.getByText('1 foto tidak terbaca')).toBeVisible();
  await admin.screenshot({ path: test.info().outputPath('taken-360.png') });
  await frame.getByRole('button', { name: 'Ambil yang lain' }).click();
  await expect(frame.getByText('sudah diambil')).toHaveCount(3);
  await frame.getByRole('button', { name: 'Kembali' }).click();
  await expect(first.field('name')).toHaveValue('Nanas yang sedang ditulis');

  const popup = await Popup.open(browser);
  await popup.showListings();
  for (const name of ['Kopi Robusta', 'Madu Hutan', 'Batik Tulis', 'Nanas yang sedang ditulis']) {
    await expect(popup.page.locator('.listing', { hasText: name })).toContainText('Draf');
  }
});

test('a session that ended is said in words, and goes on after signing in', async () => {
  await sell('Gula Semut', 25_000, 'gula-semut');
  const panel = await Panel.open(admin);
  site.state.sessions.clear();
  await panel.frame.getByRole('button', { name: 'Ambil dari Lapak' }).click();
  await expect(panel.frame.getByText('sudah keluar dari admin')).toBeVisible();
  await signIn();
  const again = await openShop();
  await expect(again.frame.getByLabel('Gula Semut')).toBeVisible();
});

test('a photo is chosen from the village’s gallery', async () => {
  const album = addToGallery(site.state, 0, 'Panen', await picture('gula-semut', '#cfd8c2'));
  addToGallery(site.state, album.id, 'Keripik Bu Sri', await picture('keripik', '#e8d3c2'));
  const { frame } = await Panel.open(admin);
  await frame.getByRole('button', { name: 'Pilih dari media situs' }).click();
  const first = frame.getByRole('button', { name: 'Pakai foto ini: Keripik Bu Sri' });
  await expect(first.locator('img')).toBeVisible();
  await first.click();
  await expect(first).toHaveAttribute('aria-pressed', 'true');
  await expect(frame.locator('.photo-tile img')).toHaveCount(1);
});

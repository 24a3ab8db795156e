import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import { opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';

const SHOW = 'Tunjukkan sekali cara menyimpan produk di tabel situs';

let market: Market;
let browser: ExtensionBrowser;
let site: VillageSite;
let admin: Page;
test.beforeEach(async () => {
  const products = { status: 'tick', priceWords: 'breaksShop' } as const;
  [market, browser, site] = await Promise.all([
    startMarket(),
    openBrowser({ headless: true }),
    startVillageSite({ flavour: 'blade' }, products),
  ]);
  await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
  admin = await browser.context.newPage();
  await signsIn(admin, site);
});
test.afterEach(async () => {
  await browser.close();
  await Promise.all([site.stop(), market.stop()]);
});

test('shown once each: a new product stands in the table by itself, its price follows, sold out it is hidden', async () => {
  await showArticle(await sell('Gula semut'));
  const options = await Options.open(browser);
  const choice = options.page.getByLabel('Juga masukkan ke tabel produk situs desa');
  await expect(choice).not.toBeChecked();
  expect(site.table().added()).toEqual([]);
  await choice.check();
  await admin.reload();

  // A new product is shown once.
  const show = options.page.getByRole('button', { name: SHOW });
  await inTime(() => show.isVisible()).toBe(true);
  await show.click();
  const note = await LessonNote.on(admin);
  await note.says('Buka halaman tambah produk');
  await admin.getByRole('link', { name: 'Produk', exact: true }).click();
  await admin.getByRole('link', { name: 'Tambah', exact: true }).click();
  await note.press('Isikan produknya');
  await note.says('Sudah diisikan');
  await expect(admin.getByLabel('Harga')).toHaveValue('25000');
  await expect(admin.getByLabel('No. HP')).toHaveValue('');
  // Many sites look at the ending alone.
  await expect(admin.getByLabel('Foto')).toHaveValue(/produk-\w+\.jpg$/);
  await presses(admin, admin.locator('#formProduk'), site);
  await note.says('sudah tahu cara menyimpan produk');
  await note.press('Tutup');
  expect(site.table().added()).toMatchObject([{ name: 'Gula semut', price: '25000', category: 'Makanan' }]);

  // The next one stands there by itself.
  const panel = await sell('Keripik singkong');
  await panel.done();
  await inTime(names).toEqual(['Gula semut', 'Keripik singkong']);
  const [, made] = site.table().added();
  expect(made).toMatchObject({ price: '25000', picture: expect.any(String), phone: '' });
  expect(made?.description).toContain(`${market.url}/p/`);

  // A price that changes waits until that was shown, and then follows by itself.
  await reprice('Gula semut', '30rb');
  const popup = await Popup.open(browser);
  await popup.showListings();
  const waits = popup.page.getByText('Cara mengubah produk di tabel itu belum ditunjukkan');
  await inTime(() => waits.isVisible()).toBe(true);
  expect(site.table().added()[0]?.price).toBe('25000');
  await popup.page.getByRole('button', { name: 'Tunjukkan sekali cara mengubah produk' }).click();
  await opensProduct('Gula semut');
  const change = await LessonNote.on(admin);
  await change.press('Isikan yang baru');
  await change.says('Isinya sudah diganti');
  await presses(admin, admin.locator('#formProduk'), site);
  await change.says('sudah tahu cara mengubah produk');
  await change.press('Tutup');
  expect(site.table().added()[0]?.price).toBe('30000');
  await reprice('Keripik singkong', '31rb');
  await inTime(() => site.table().added()[1]?.price).toBe('31000');

  // Sold out: shown once, then by itself.
  const { page } = await act('Gula semut', 'Tandai habis');
  const hide = page.getByRole('button', { name: 'Tunjukkan sekali cara menyembunyikan produk' });
  await inTime(() => hide.isVisible()).toBe(true);
  await hide.click();
  await opensProduct('Gula semut');
  const off = await LessonNote.on(admin);
  await off.says('Matikan tampilannya');
  await admin.getByLabel('Tampilkan').uncheck();
  await presses(admin, admin.locator('#formProduk'), site);
  await off.says('sudah tahu cara menyembunyikan');
  await off.press('Tutup');
  await act('Keripik singkong', 'Tandai habis');
  const shown = () =>
    site
      .table()
      .added()
      .map(({ isShown }) => isShown);
  await inTime(shown).toEqual([false, false]);
  expect(names()).toEqual(['Gula semut', 'Keripik singkong']);
  expect(site.table().isForeignUntouched()).toBe(true);
  expect((await fetch(site.url + site.products?.shop)).status).toBe(200);
});

const names = () =>
  site
    .table()
    .added()
    .map(({ name }) => name);

/** What the background does by itself, at the latest when its next minute is over. */
const inTime = <T>(value: () => T | Promise<T>) =>
  expect.poll(
    async () => {
      await browser.minutePasses();
      return value();
    },
    { timeout: 60_000 },
  );

async function sell(name: string): Promise<Panel> {
  await opensForm(admin, site);
  const panel = await Panel.open(admin);
  const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') };
  await panel.fill({ name, price: '25rb', unit: 'bungkus', description: `${name} buatan sendiri.`, photos: [photo] });
  await panel.publish();
  return panel;
}

async function showArticle(panel: Panel): Promise<void> {
  await panel.frame.getByRole('button', { name: 'Tunjukkan sekali, sesudahnya otomatis' }).click();
  const note = await LessonNote.on(admin);
  await note.press('Isikan judul, isi, dan foto');
  await note.says('Sudah diisikan');
  await presses(admin, admin.locator('form').filter({ has: admin.locator('#judul') }), site);
  await note.says('Dodolan sudah tahu cara menyimpan');
  await note.press('Tutup');
}

async function opensProduct(name: string): Promise<void> {
  await admin.goto(site.url + site.products?.list);
  await admin.locator('tr', { hasText: name }).getByText('Ubah', { exact: true }).click();
}

async function act(name: string, button: string): Promise<Popup> {
  const popup = await Popup.open(browser);
  await popup.showListings();
  const item = popup.page.locator('.listing').filter({ hasText: name });
  await item.locator('.listing-main').click();
  await item.getByRole('button', { name: button, exact: true }).click();
  return popup;
}

/** The person gives a product another price in the panel; its article is theirs to change. */
async function reprice(name: string, price: string): Promise<void> {
  const isOpen = () => admin.frames().some((frame) => frame.url().includes('/panel.html'));
  await expect(async () => {
    await opensForm(admin, site);
    await Panel.launcher(admin).waitFor();
    const popup = await act(name, 'Ubah');
    await expect
      .poll(isOpen, { timeout: 5000 })
      .toBe(true)
      .catch(() => undefined);
    await popup.page.close();
    expect(isOpen()).toBe(true);
  }).toPass({ timeout: 90_000 });
  const panel = await Panel.opened(admin);
  await expect(panel.field('name')).toHaveValue(name);
  await panel.field('price').fill(price);
  await panel.saved();
  await panel.publish();
}

import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { ProductOptions } from '#tests/cms/doubles/village/products/options.ts';
import { opensForm, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';

const OFFER = 'Ambil dari tabel produk situs ini';
const TAKE = 'Take from this site’s product table';
const READ = 'Read this table';

let market: Market;
let browser: ExtensionBrowser;
let site: VillageSite;
test.beforeAll(async () => {
  market = await startMarket();
});
test.afterAll(() => market.stop());
test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

/** A person signed in on a site with a product table of its own, whose list is open. */
async function village(traits: Partial<VillageOptions>, products: Partial<ProductOptions>): Promise<Page> {
  site = await startVillageSite(traits, products);
  browser = await openBrowser({ headless: true });
  await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
  const page = await browser.context.newPage();
  await signsIn(page, site);
  await page.goto(site.url + site.products?.list);
  return page;
}

async function openTable(page: Page): Promise<Panel> {
  const panel = await Panel.open(page);
  await panel.frame.getByRole('button', { name: OFFER }).click();
  return panel;
}

/** Pictures of what is in sight, at both widths. */
async function shots(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

test('shown once, then one press: products with their forms and photos, none of them twice', async () => {
  const page = await village({ flavour: 'ci3' }, { perPage: 3, names: 'other' });
  const foto = site.table().keepPicture('gula.jpg', await picture('gula-semut', '#cfd8c2'));
  const more = { stock: '4', unit: 'bungkus', category: 'Makanan', seller: 'Bu Sri', phone: '081234567890' };
  site.table().add({ name: 'Gula Semut', price: '25000', description: 'Dari nira kelapa.', picture: foto, ...more });
  await page.reload();
  const asked = site.requests.length;
  const first = await openTable(page);
  const { frame } = first;
  await expect(frame.getByLabel('Harga', { exact: true })).toHaveValue('column 3');
  await shots(page, 'columns-id');
  await frame.getByRole('button', { name: 'Baca tabel ini' }).click();
  await expect(frame.locator('.shop-list > li')).toHaveCount(4);
  await shots(page, 'products-id');
  await frame.getByLabel('Gula Semut').check();
  await frame.getByRole('button', { name: 'Ambil produk ini' }).click();
  await expect(first.field('name')).toHaveValue('Gula Semut');
  await expect(first.field('price')).toHaveValue('25.000');
  await expect(first.field('description')).toHaveValue('Dari nira kelapa.');
  await expect(first.field('unit')).toHaveValue('bungkus');
  await expect(first.field('producerName')).toHaveValue('Bu Sri');
  await expect(first.field('consent')).not.toBeChecked();
  await expect(frame.locator('.photo-grid img')).toHaveCount(1);
  const ours = site.requests.slice(asked);
  expect(ours.filter(({ method, path }) => method !== 'GET' || path.includes('hapus'))).toEqual([]);

  // The next time nothing is asked about the columns.
  await page.goto(site.url + site.admin.list);
  const second = await openTable(page);
  await expect(second.frame.getByText('sudah diambil')).toHaveCount(1);
  for (const name of ['Kopi Bubuk', 'Tikar Pandan']) await second.frame.getByLabel(name).check();
  await second.frame.getByRole('button', { name: 'Ambil 2 produk' }).click();
  await expect(second.frame.getByText('2 draf sudah jadi')).toBeVisible();
  await shots(page, 'taken-id');
  const popup = await Popup.open(browser);
  await popup.showListings();
  for (const name of ['Gula Semut', 'Kopi Bubuk', 'Tikar Pandan'])
    await expect(popup.page.locator('.listing', { hasText: name })).toContainText('Draf');
  expect(site.table().products).toHaveLength(4);
});

test('a wrong guess is put right, and a page without a list is told', async () => {
  const page = await village({}, { columns: 'headerShort', remove: 'deletePost', priceWords: 'keptAsText' });
  site.table().add({ name: 'Batik', price: 'Rp 45.000 - Rp 120.000', seller: 'Bu Ani' });
  await page.goto(site.url + site.admin.list);
  const lost = await openTable(page);
  await expect(lost.frame.getByText('tidak menunjukkan daftar produk')).toBeVisible();
  await shots(page, 'none-id');
  await page.goto(site.url + site.products?.list);
  const { frame } = await openTable(page);
  await frame.getByLabel('Stok').selectOption({ label: '(tidak dipakai)' });
  await frame.getByRole('button', { name: 'Baca tabel ini' }).click();
  await expect(frame.locator('.shop-row', { hasText: 'Batik' })).toContainText('harga belum jelas');
  await frame.getByLabel('Batik').check();
  await frame.getByRole('button', { name: 'Ambil produk ini' }).click();
  await expect(frame.getByText('harganya belum jelas')).toBeVisible();
  await shots(page, 'unclear-id');
});

test('businesses become makers who are still to be asked, and the site is not written to', async () => {
  const page = await village({ flavour: 'plainphp' }, { kind: 'profiles' });
  const { frame } = await openTable(page);
  await expect(frame.getByLabel('Pelaku usaha (tanpa harga)')).toBeChecked();
  await frame.getByRole('button', { name: 'Baca tabel ini' }).click();
  await frame.getByLabel('Pilih semua').check();
  await shots(page, 'people-id');
  await frame.getByRole('button', { name: 'Masukkan 3 ke daftar pembuat' }).click();
  await expect(frame.getByText('3 orang baru')).toBeVisible();
  await shots(page, 'makers-id');
  const options = await Options.open(browser);
  await expect(options.page.getByText('Bu Sari')).toBeVisible();
  expect(site.table().isForeignUntouched()).toBe(true);
  expect(site.requests.filter(({ method, path }) => method !== 'GET' && path.includes('umkm'))).toEqual([]);
});

test('on a site without a sign-in the launcher waits on the list that was asked for', async () => {
  const page = await village({ session: 'noSignIn' }, { price: 'decimals' });
  // Everybody is shown this list, so nothing tells it from a public page.
  await page.waitForTimeout(2500);
  await expect(Panel.launcher(page)).toHaveCount(0);
  await opensForm(page, site);
  const { frame } = await openTable(page);
  await expect(frame.getByText('tidak menunjukkan daftar produk')).toBeVisible();
  await page.goto(site.url + site.products?.list);
  const list = (await openTable(page)).frame;
  await list.getByRole('button', { name: 'Baca tabel ini' }).click();
  await expect(list.locator('.shop-row', { hasText: 'Keripik Pisang' })).toContainText('Rp25.000');
});

test('in English, of a list that shows cards', async () => {
  const page = await village({}, { look: 'cards' });
  const options = await Options.open(browser);
  await options.page.getByLabel('English', { exact: true }).check();
  await expect(options.page.locator('html')).toHaveAttribute('lang', 'en');
  await options.page.close();
  await page.goto(site.url + site.products?.list);
  const panelWith = async (name: string) => {
    const frames = page.frames().filter((one) => one.url().includes('/panel.html'));
    const seen = await Promise.all(frames.map((one) => one.getByRole('button', { name }).isVisible()));
    return frames.find((_, at) => seen[at]);
  };
  // What comes while launcher and form are drawn moves them away from under a press.
  await expect(async () => {
    const offer = await panelWith(TAKE);
    if (offer !== undefined) await offer.getByRole('button', { name: TAKE }).click({ timeout: 3000 });
    else await page.getByRole('button', { name: 'Sell product' }).click({ timeout: 3000 });
    await expect.poll(() => panelWith(READ), { timeout: 5000 }).toBeDefined();
  }).toPass({ timeout: 90_000 });
  const frame = await panelWith(READ);
  if (frame === undefined) throw new Error('the panel is gone again');
  await shots(page, 'columns-en');
  await frame.getByRole('button', { name: READ }).click();
  await expect(frame.locator('.shop-list > li')).toHaveCount(3);
  await shots(page, 'products-en');
});

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Product } from '#tests/cms/doubles/opensid/state.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { openDom } from '#tests/support/dom.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { editAddress, openTab } from './browser.ts';
import { postOf } from './post.ts';
import { productOf } from './shopItem.ts';

const driver = opensidDriver(async (blob) => blob);
let double: OpensidDouble;
beforeEach(async () => {
  double = await startOpensid();
});
afterEach(() => double.close());

const as = async (role: string): Promise<DriverContext> => (await openTab(double.base, role)).open('beranda');
const products = (context: DriverContext) => driver.products?.(context);

function sell(over: Partial<Product> = {}): void {
  const sugar = { nama: 'Gula Semut', harga: 25_000, satuan: 'bungkus', deskripsi: 'Manis' };
  double.state.products.push(productOf({ id: double.state.nextId(), ...sugar, ...over }));
}

test('a Lapak product comes with its pictures, seller, and words as they were typed', async () => {
  sell({ nama: 'Gula & "Kelapa"', deskripsi: 'Asli <b>Dagan</b> & "manis"', foto: ['1_gula.jpg', '2_gula kecil.jpg'] });
  expect(await products(await as('admin'))).toEqual([
    {
      sourceId: '1',
      name: 'Gula & "Kelapa"',
      description: 'Asli <b>Dagan</b> & "manis"',
      price: 25_000,
      unit: 'bungkus',
      category: 'Makanan',
      producer: { name: 'Bu Sri', phone: '081234567890' },
      imageUrls: [`${double.url}/desa/upload/produk/1_gula.jpg`, `${double.url}/desa/upload/produk/2_gula%20kecil.jpg`],
    },
  ]);
});

test.each([
  [{ harga: 10_000, tipe_potongan: 1 as const, potongan: 15 }, 8_500],
  [{ harga: 10_000, tipe_potongan: 2 as const, potongan: 1_000 }, 9_000],
  [{ harga: 0 }, null],
])('the price is what a buyer pays: %o is %s', async (over, price) => {
  sell(over);
  expect((await products(await as('operator')))?.map((product) => product.price)).toEqual([price]);
});

test('only what is on sale is offered, all of it, newest first', async () => {
  for (let n = 0; n < 230; n += 1) sell({ nama: `Produk ${n}`, status: n === 5 ? 2 : 1 });
  const names = (await products(await as('redaksi')))?.map(({ name }) => name) ?? [];
  expect(names).toHaveLength(229);
  expect(names.slice(0, 2)).toEqual(['Produk 229', 'Produk 228']);
  expect(names).not.toContain('Produk 5');
});

test('a product that the office itself sells names no producer', async () => {
  sell({ pelapak: 'Admin' });
  expect((await products(await as('admin')))?.map(({ producer }) => producer)).toEqual([null]);
});

test('a picture name that leads elsewhere is left out', async () => {
  sell({ foto: ['../../../config/database.php', 'a.jpg'] });
  const [product] = (await products(await as('admin'))) ?? [];
  expect(product?.imageUrls).toEqual([`${double.url}/desa/upload/produk/a.jpg`]);
});

test('a shop without a seller is an empty shop; one that this role may not see is said to be so', async () => {
  double.state.options.noSeller = true;
  expect(await products(await as('admin'))).toEqual([]);
  await expect(products(await as('kontributor'))).rejects.toMatchObject({ code: 'no_permission' });
});

test('the village is known with its code where the role may see it, by the corner of the page elsewhere', async () => {
  const known = { siteUrl: double.url, name: 'Desa Dagan', district: 'Bobotsari', regency: 'Purbalingga' };
  const admin = { ...known, user: 'admin', code: '3303012001' };
  expect(await driver.identity(await as('admin'))).toEqual({ ...admin, head: null, place: null });
  double.state.office = { head: 'Sutrisno', lat: '-7.305123456', lng: '109.3622' };
  expect(await driver.identity(await as('admin'))).toEqual({
    ...admin,
    head: 'Sutrisno',
    place: '-7.305123456, 109.3622',
  });
  expect(await driver.identity(await as('kontributor'))).toEqual({ ...known, user: 'kontributor', code: null });
});

test('a village code that cannot be one is not offered', async () => {
  double.state.village.kode_desa = '33.03.01.9001';
  expect(await driver.identity(await as('admin'))).toMatchObject({ code: null });
  double.state.village.kode_desa = '33.03.01.2001';
  expect(await driver.identity(await as('admin'))).toMatchObject({ code: '3303012001' });
});

test('an open article offers its title, first words and pictures; other pages offer nothing', async () => {
  const tab = await openTab(double.base, 'admin');
  const context = await tab.open('web');
  expect(await driver.prefill(context)).toBeNull();
  expect(await driver.prefill(await tab.open('web/form/1'))).toBeNull();
  await driver.save(context, postOf());
  const [article] = double.state.articles;
  if (!article) throw new Error('no article');
  article.isi =
    '<p>&nbsp;</p><p>Nanas &amp; madu</p><p>Lain</p><img src="/desa/upload/media/nanas.jpg"><img src="https://lain.example/x.jpg">';
  const edit = await editAddress(tab, double.base, String(article.id));
  expect(await driver.prefill(await tab.open(edit))).toEqual({
    title: 'Gula Semut Dagan',
    text: 'Nanas & madu',
    imageUrls: [
      `${double.url}/desa/upload/artikel/sedang_${article.gambar}`,
      `${double.url}/desa/upload/media/nanas.jpg`,
    ],
  });
});

test('what is being written in the editor counts, not what was last saved', async () => {
  const tab = await openTab(double.base, 'admin');
  const context = await tab.open('web/form/1');
  const frame = context.document.createElement('iframe');
  frame.className = 'tox-edit-area__iframe';
  context.document.querySelector('form#validasi')?.append(frame);
  frame.contentDocument?.body.append(
    openDom('<p>Baru ditulis</p>').window.document.querySelector('p')?.textContent ?? '',
  );
  expect(await driver.prefill(context)).toMatchObject({ title: null, text: 'Baru ditulis' });
});

test.each([
  'web_widget/insert',
  'web/insert/statis',
  'web/update/statis/3',
  'web/insert/agenda',
  'surat_master/insert',
])('a form of the same fields that posts to %s is no article', async (action) => {
  const context = await (await openTab(double.base, 'admin')).open('web');
  const fields = '<input name="judul" value="Statistik"><textarea name="isi">Widget</textarea>';
  context.document.body.insertAdjacentHTML(
    'beforeend',
    `<form id="validasi" action="${double.base}${action}">${fields}</form>`,
  );
  expect(await driver.prefill(context)).toBeNull();
});

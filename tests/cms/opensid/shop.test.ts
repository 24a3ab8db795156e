// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Product, Version } from '#tests/cms/doubles/opensid/state.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { openTab } from './browser.ts';
import { itemOf, LINE, picture, productOf, refOf } from './shopItem.ts';

const driver = opensidDriver(async (blob) => blob);
const VERSIONS: Version[] = [2410, 2501, 2603];
/** Our picture's name, whatever a version puts before it and makes of its kind. */
const STORED = /dodolan-\w+\.(jpg|webp)$/;
let double: OpensidDouble;
beforeEach(async () => {
  double = await startOpensid();
});
afterEach(() => double.close());

const as = async (role: string): Promise<DriverContext> => (await openTab(double.base, role)).open('beranda');
const syncShop = (context: DriverContext, item: ShopItem) => driver.syncShop?.(context, item);
const products = () => double.state.products;
const changeTo = (over: Partial<Product>): void => {
  for (const product of products()) Object.assign(product, over);
};

describe.each(VERSIONS)('OpenSID %s: a listing in the village’s own shop', (version) => {
  const hidden = version === 2410 ? 2 : 0;
  beforeEach(() => {
    double.state.options.version = version;
  });

  test('stands there with its words, its pictures and its link, in the name of its producer', async () => {
    double.state.sellers.push({ id: 7, pelapak: 'PAK DARMO', telepon: '0812-0000-1111', status: 1 });
    double.state.goods.push({ id: 8, kategori: 'Kerajinan' });
    const producer = { name: 'Pak Darmo', phone: '+6285555555555' };
    const item = itemOf({ producer, category: 'Kerajinan' });
    expect(await syncShop(await as('operator'), item)).toMatchObject({ state: 'on' });
    expect(products()).toMatchObject([
      {
        nama: 'Gula Semut & "Kelapa"',
        harga: 25_500,
        satuan: 'bungkus 250 g',
        id_pelapak: 7,
        id_produk_kategori: 8,
        status: 1,
        foto: [expect.stringMatching(STORED), expect.stringMatching(STORED)],
      },
    ]);
    expect(products()[0]?.deskripsi.replaceAll('\r', '')).toBe(
      `Dari nira <b>asli</b> & manis.\nTahan lama.\n\n${LINE}`,
    );
  });

  test.each([
    ['a size with a comma, which would lose it', 'botol (1,5 liter)', 'botol'],
    ['a size longer than the column', 'bungkus (100.000 biji kecil)', 'bungkus'],
    ['a plain unit', 'kg', 'kg'],
  ])('its unit: %s', async (_, unit, satuan) => {
    await syncShop(await as('admin'), itemOf({ unit }));
    expect(products()).toMatchObject([{ satuan }]);
  });

  test('an emoji or a mark that would break the shop’s tables does not keep it out', async () => {
    await syncShop(await as('admin'), itemOf({ name: 'Gula 😀 <semut>', description: '😀'.repeat(9) }));
    expect(products()).toMatchObject([{ nama: 'Gula semut', deskripsi: LINE }]);
  });

  test('a refused picture does not keep it out either', async () => {
    const bad = { ...picture(1), blob: new Blob(['none'], { type: 'image/png' }) };
    expect(await syncShop(await as('admin'), itemOf({ images: [bad] }))).toMatchObject({ state: 'on' });
    expect(products()).toMatchObject([{ foto: null }]);
  });

  test('changes when the listing does; what a person changed there meanwhile stays', async () => {
    const admin = await as('admin');
    const known = refOf(await syncShop(admin, itemOf()));
    const [product] = products();
    if (!product) throw new Error('no product');
    Object.assign(product, { tipe_potongan: 2, potongan: 500, satuan: 'renteng' });
    product.deskripsi += '\nBisa COD';
    await syncShop(admin, itemOf({ known, price: 30_000, images: [picture(2), picture(3)] }));
    expect(products()).toMatchObject([{ harga: 30_000, potongan: 500, tipe_potongan: 2, satuan: 'renteng' }]);
    expect(product.deskripsi).toContain('Bisa COD');
    expect(product.nama).toBe('Gula Semut & "Kelapa"');
    expect(new Set(product.foto).size).toBe(2);
  });

  test('of several that earlier versions left behind, the one on sale is ours where nothing is known', async () => {
    for (const id of [901, 902]) products().push(productOf({ id, nama: 'Gula', deskripsi: LINE, status: hidden }));
    products().push(productOf({ id: 903, nama: 'Gula', deskripsi: LINE }));
    expect(refOf(await syncShop(await as('admin'), itemOf())).productId).toBe('903');
    expect(products().map(({ status }) => status)).toEqual([hidden, hidden, 1]);
  });

  test.each([true, false])('whose state cannot be read is not touched (for sale: %s)', async (onSale) => {
    const tab = await openTab(double.base, 'admin');
    const admin = await tab.open('beranda');
    const known = refOf(await syncShop(admin, itemOf()));
    double.state.options.unknownStates = true;
    const before = structuredClone(products());
    const sent: string[] = [];
    tab.before = ({ pathname }, { method }) =>
      void ((method === 'POST' || pathname.includes('produk_status')) && sent.push(pathname));
    for (const memory of [known, null]) {
      const synced = syncShop(admin, itemOf({ known: memory, onSale, price: 1_000 }));
      await expect(synced).rejects.toMatchObject({ code: 'markup_changed' });
    }
    expect([products(), sent]).toEqual([before, []]);
  });

  test('is kept in step beside a product whose state cannot be read', async () => {
    products().push(productOf({ status: null as never }));
    double.state.options.version = 2410;
    const admin = await as('admin');
    const known = refOf(await syncShop(admin, itemOf()));
    expect(await syncShop(admin, itemOf({ known, onSale: false }))).toMatchObject({ state: 'off' });
  });

  test('that no list shows any more after it was switched off is not said to be off', async () => {
    const tab = await openTab(double.base, 'admin');
    const admin = await tab.open('beranda');
    const known = refOf(await syncShop(admin, itemOf()));
    let isSwitched = false;
    tab.before = ({ pathname }) => {
      if (isSwitched) changeTo({ status: 5 as never });
      isSwitched ||= pathname.includes('produk_status');
    };
    await expect(syncShop(admin, itemOf({ known, onSale: false }))).rejects.toMatchObject({ code: 'markup_changed' });
  });
});

describe.each(VERSIONS)('OpenSID %s: what the shop lacks is said, and nothing is made', (version) => {
  beforeEach(() => {
    double.state.options.version = version;
  });

  test('no seller, no category', async () => {
    double.state.options.noSeller = true;
    expect(await syncShop(await as('admin'), itemOf())).toEqual({ state: 'lacks', what: 'seller' });
    double.state.options.noSeller = false;
    double.state.goods = [];
    expect(await syncShop(await as('admin'), itemOf())).toEqual({ state: 'lacks', what: 'category' });
    expect(products()).toEqual([]);
  });

  test('several sellers and none of them the producer: the wrong one would get the calls', async () => {
    double.state.sellers.push({ id: 7, pelapak: 'Pak Darmo', telepon: '081200001111', status: 1 });
    const producer = { name: 'Bu Lain', phone: '+6285555555555' };
    expect(await syncShop(await as('admin'), itemOf({ producer }))).toEqual({ state: 'lacks', what: 'producer' });
    expect(products()).toEqual([]);
    double.state.sellers.pop();
    expect(await syncShop(await as('admin'), itemOf({ producer }))).toMatchObject({ state: 'on' });
  });
});

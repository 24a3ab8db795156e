// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Goods } from '#tests/cms/doubles/wordpress/goods.ts';
import { itemOf, LINK } from '#tests/cms/opensid/shopItem.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { startWoo, type WooSite } from './shopSite.ts';
import { driver } from './site.ts';

let site: WooSite;
let shop: DriverContext;
beforeEach(async () => {
  site = await startWoo();
  shop = await site.as('shop');
});
afterEach(() => site.close());

const put = (over: Partial<Goods>): Goods => site.state.store.add(site.state.nextId(), over);
const imported = async () => (await driver.products?.(shop)) ?? [];
function picture(file: string): number {
  const id = site.state.nextId();
  site.state.media.push({ id, slug: file, file: `2026/11/${file}`, alt: '', bytes: new Uint8Array() });
  return id;
}

describe('the products of WooCommerce, for drafts', () => {
  test('newest first, as a person reads them, with the whole gallery, by one request', async () => {
    const images = [picture('satu.jpg'), picture('dua.jpg')];
    put({ name: 'Lama', regular_price: '5000' });
    const { id } = put({
      ...{ name: 'Madu &amp; Kopi &#8211; &quot;Asli&quot;', regular_price: '25000', images, categories: [16] },
      ...{
        short_description: '<p>Manis.</p>',
        description: '<p>Dari [gallery ids="1"]hutan.</p><ul><li>Tahan lama</li></ul>',
      },
      ...{ manage_stock: true, stock_quantity: 12 },
    });
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (String(input).includes('products')) asked.push(String(input));
      return shop.fetch(input, init);
    };
    expect(await driver.products?.({ ...shop, fetch })).toEqual([
      {
        sourceId: String(id),
        name: 'Madu & Kopi – "Asli"',
        description: 'Manis.\nDari hutan.\nTahan lama',
        ...{ price: 25_000, stock: 12, unit: null, category: 'Makanan & Camilan', producer: null },
        imageUrls: [
          `${site.url}/wp-content/uploads/2026/11/satu.jpg`,
          `${site.url}/wp-content/uploads/2026/11/dua.jpg`,
        ],
      },
      expect.objectContaining({ name: 'Lama', category: null, stock: null }),
    ]);
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['the sale’s price, which buyers pay', { regular_price: '25000', sale_price: '20000' }, 20_000],
    ['cents are rounded', { regular_price: '25000.50' }, 25_001],
    ['none: 25.000 is Rp25 to WooCommerce, and meant otherwise', { regular_price: '25.000' }, null],
    ['none: no price', { regular_price: '' }, null],
    ['none: nothing', { regular_price: '0' }, null],
    ['none: words', { regular_price: 'tanya' }, null],
  ])('the price: %s', async (_, over, price) => {
    put({ name: 'Gula', ...over });
    expect(await imported()).toMatchObject([{ price }]);
  });

  test.each([
    ['is not counted', {}, null],
    ['is counted', { manage_stock: true, stock_quantity: 3 }, 3],
    ['was sold below nothing', { manage_stock: true, stock_quantity: -2 }, 0],
    ['is sold out by a person’s word', { stock_status: 'outofstock' as const }, 0],
  ])('the stock: %s', async (_, over, stock) => {
    put({ name: 'Gula', regular_price: '1000', ...over });
    expect(await imported()).toMatchObject([{ stock }]);
  });

  test('kinds of one price are that price; of several, each is told and none is taken', async () => {
    const kind = (option: string, price: string, stock_quantity: number | null = null) => ({
      ...{ price, stock_quantity, manage_stock: stock_quantity !== null, stock_status: 'instock' as const },
      attributes: [{ name: 'Ukuran', option }],
    });
    put({ name: 'Kaos', type: 'variable', variations: [kind('M', '50000', 2), kind('L', '50000', 3)] });
    put({ name: 'Kopi', type: 'variable', variations: [kind('100 g', '20000'), kind('250 g', '45000')] });
    put({ name: 'Kosong', type: 'variable' });
    const [empty, kopi, kaos] = await imported();
    expect(kaos).toMatchObject({ price: 50_000, stock: 5, description: null });
    expect(kopi).toMatchObject({ price: null, stock: null, description: '100 g: Rp20.000\n250 g: Rp45.000' });
    expect(empty).toMatchObject({ price: null });
  });

  test('our own product shows the listing that it is', async () => {
    await driver.syncShop?.(shop, itemOf());
    const [ours] = await imported();
    expect(ours?.description?.match(/https?:\/\/\S+/g)).toEqual([LINK]);
  });

  test('more than one page of them; behind warnings too', async () => {
    site.state.store.options.warns = true;
    for (let nth = 0; nth < 130; nth += 1) put({ name: `Produk ${nth}`, regular_price: '1000' });
    put({ name: 'Dibuang', status: 'trash' });
    expect(await imported()).toHaveLength(130);
  });
});

describe('a product that is open in WooCommerce’s editor', () => {
  /** The editor as 9.9 draws it, with what is typed there and not saved yet. */
  const editor = (id: number, fields: Record<string, string>, kind = 'simple') => ({
    ...shop,
    page: { ...shop.page, openPost: String(id) },
    document: new DOMParser().parseFromString(
      `<body class="wp-admin post-php post-type-product"><input id="title" value="${fields.title ?? ''}">
<textarea id="content">&lt;p&gt;Isi&lt;/p&gt;</textarea><textarea id="excerpt">${fields.excerpt ?? ''}</textarea>
<select id="product-type"><option value="${kind}" selected></select>
<input id="_regular_price" value="${fields.regular ?? ''}"><input id="_sale_price" value="${fields.sale ?? ''}">
<input id="_sale_price_dates_from" value="${fields.from ?? ''}"><input id="_sale_price_dates_to" value="">
<input type="checkbox" id="_manage_stock" ${fields.counts ?? ''}><input type="number" id="_stock" value="${fields.stock ?? '1'}">`,
      'text/html',
    ),
  });

  test('gives its price, its stock and its gallery, called a product', async () => {
    const images = [picture('satu.jpg'), picture('dua.jpg')];
    const over = { manage_stock: true, stock_quantity: 7, images, sale_price: '20000' };
    const { id } = put({ name: 'Madu', regular_price: '25000', ...over });
    const typed = { title: 'Madu', regular: '25000', sale: '20000', counts: 'checked', stock: '7' };
    expect(await driver.prefill(editor(id, typed))).toEqual({
      title: 'Madu',
      text: 'Isi',
      imageUrls: [`${site.url}/wp-content/uploads/2026/11/satu.jpg`, `${site.url}/wp-content/uploads/2026/11/dua.jpg`],
      product: { sourceId: String(id), price: 20_000, stock: 7 },
    });
  });

  test.each([
    ['what is typed and not saved yet', { regular: '30000' }, 30_000],
    ['a sale that is typed', { regular: '30000', sale: '28000' }, 28_000],
    ['no sale that would be dropped', { regular: '30000', sale: '30000' }, 30_000],
    [
      'a sale between two days: what the shop’s clock says',
      { regular: '30000', sale: '9', from: '2030-01-01' },
      25_000,
    ],
    ['no price that WooCommerce would take for Rp30', { regular: '30.000' }, 25_000],
  ])('its price: %s', async (_, fields, price) => {
    const { id } = put({ name: 'Madu', regular_price: '25000' });
    // A product that is not counted shows a 1 all the same.
    const product = { sourceId: String(id), price, stock: null };
    expect(await driver.prefill(editor(id, { title: 'Madu', ...fields }))).toMatchObject({ product });
  });

  test('a new one that is not saved gives what is typed', async () => {
    const product = { sourceId: null, price: 30_000, stock: null };
    expect(await driver.prefill(editor(999, { title: 'Baru', regular: '30000' }))).toMatchObject({ product });
  });

  test('where the shop may not be asked, what is typed is given all the same', async () => {
    site.state.options.rest = 'forbidden';
    const { id } = put({ name: 'Madu', regular_price: '25000' });
    const product = { sourceId: null, price: 30_000, stock: null };
    expect(await driver.prefill(editor(id, { title: 'Madu', regular: '30000' }))).toMatchObject({ product });
  });

  test('an article is none, with or without WooCommerce', async () => {
    const document = new DOMParser().parseFromString(
      '<body class="wp-admin post-php post-type-post"><input id="title" value="Kabar">',
      'text/html',
    );
    expect(await driver.prefill({ ...shop, document })).not.toHaveProperty('product');
  });
});

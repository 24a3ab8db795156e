// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Goods } from '#tests/cms/doubles/wordpress/goods.ts';
import { itemOf, LINE, LINK, picture, refOf } from '#tests/cms/opensid/shopItem.ts';
import type { ShopItem } from '#utils/cms/shop.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { startWoo, type WooSite } from './shopSite.ts';
import { driver } from './site.ts';

const SKU = 'dodolan-abcdefghij000001';
let site: WooSite;
beforeEach(async () => {
  site = await startWoo();
});
afterEach(() => site.close());

const syncShop = (context: DriverContext, item: ShopItem) => driver.syncShop?.(context, item);
const goods = () => site.state.store.goods;
const put = (over: Partial<Goods>): Goods => site.state.store.add(site.state.nextId(), over);
function only(): Goods {
  const [one, ...others] = goods();
  if (one === undefined || others.length > 0) throw new Error(`${goods().length} products`);
  return one;
}
/** The same page, with `act` done once, before the first write. */
function beforeWrite(context: DriverContext, act: () => void): DriverContext {
  let isDone = false;
  const fetch: typeof globalThis.fetch = (input, init) => {
    if (init?.method === 'POST' && !isDone) {
      isDone = true;
      act();
    }
    return context.fetch(input, init);
  };
  return { ...context, fetch };
}
const WITHOUT_PICTURES = { images: [] };

describe('a listing in WooCommerce', () => {
  test('has our number, digits for a price, a category that means the same, and no markup of the listing’s', async () => {
    await syncShop(await site.as('shop'), itemOf({ description: 'Manis [gallery ids="1"] <script>x</script>' }));
    expect(only()).toMatchObject({ sku: SKU, regular_price: '25500', type: 'simple', categories: [16] });
    expect(only().description).not.toMatch(/\[gallery|<script/);
    expect(only().description).toContain('<p>Dijual per bungkus (250 g).</p>');
    expect(only().description).toContain(`<a href="${LINK}">${LINK}</a>`);
  });

  test('is never told a stock, whatever becomes of it', async () => {
    const shop = await site.as('shop');
    const bodies: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (typeof init?.body === 'string') bodies.push(init.body);
      return shop.fetch(input, init);
    };
    const context = { ...shop, fetch };
    const known = refOf(await syncShop(context, itemOf()));
    Object.assign(only(), { manage_stock: true, stock_quantity: 3 });
    const off = refOf(await syncShop(context, itemOf({ known, onSale: false })));
    await syncShop(context, itemOf({ known: off, price: 30_000 }));
    expect(only()).toMatchObject({ manage_stock: true, stock_quantity: 3, regular_price: '30000', status: 'publish' });
    expect(bodies.join()).not.toContain('stock');
  });

  test('keeps a sale of the shop’s own while it is one', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().sale_price = '20000';
    const next = refOf(await syncShop(shop, itemOf({ known, price: 30_000 })));
    expect(only()).toMatchObject({ regular_price: '30000', sale_price: '20000' });
    await syncShop(shop, itemOf({ known: next, price: 19_000 }));
    expect(only()).toMatchObject({ regular_price: '19000', sale_price: '' });
  });

  test('comes back out of the trash as the same product, where we had taken it off sale', async () => {
    const shop = await site.as('shop');
    const on = refOf(await syncShop(shop, itemOf()));
    const off = refOf(await syncShop(shop, itemOf({ known: on, onSale: false })));
    only().status = 'trash';
    expect(await syncShop(shop, itemOf({ known: off }))).toMatchObject({ state: 'on' });
    expect(only()).toMatchObject({ id: Number(on.productId), status: 'publish' });
  });

  test('gets its new link after a rekey, and stays the same product', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().description += '<p>Bisa COD</p>';
    const link = `${LINK.slice(0, -1)}9`;
    expect(await syncShop(shop, itemOf({ known, link }))).toMatchObject({ state: 'on', ref: { link } });
    expect(only().description).toContain(`<a href="${link}">${link}</a>`);
    expect(only().description).not.toContain(LINK);
    expect(only()).toMatchObject({ sku: `${SKU.slice(0, -1)}9`, description: expect.stringContaining('Bisa COD') });
  });

  test('is read behind the warnings of a careless host', async () => {
    site.state.store.options.warns = true;
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    expect(await syncShop(shop, itemOf({ known, price: 30_000 }))).toMatchObject({ state: 'on' });
    expect(only().regular_price).toBe('30000');
    await expect(syncShop(await site.as('author'), itemOf())).rejects.toMatchObject({ code: 'no_permission' });
  });
});

describe('one product, never two', () => {
  test('where its number was taken a moment before: it is the same product', async () => {
    const shop = await site.as('shop');
    const context = beforeWrite(shop, () => put({ name: 'Gula', sku: SKU, description: `<p>${LINE}</p>` }));
    expect(await syncShop(context, itemOf(WITHOUT_PICTURES))).toMatchObject({ state: 'on' });
    expect(only()).toMatchObject({ regular_price: '25500', status: 'publish' });
  });

  test('where two devices wrote at the same moment: the older one stays', async () => {
    site.state.store.options.skuIsFree = true;
    const context = beforeWrite(await site.as('shop'), () => {
      put({ name: 'Gula', sku: SKU, description: `<p>${LINE}</p>` });
    });
    expect(await syncShop(context, itemOf(WITHOUT_PICTURES))).toMatchObject({ state: 'on' });
    expect(goods().map(({ status }) => status)).toEqual(['publish', 'trash']);
  });

  test('where an older product of theirs quotes our line, the one with our number is ours', async () => {
    const shop = await site.as('shop');
    put({ name: 'Paket', regular_price: '90000', description: `<p>${LINE}</p>` });
    put({ name: 'Gula', regular_price: '25500', sku: SKU, description: `<p>${LINE}</p>` });
    expect(await syncShop(shop, itemOf({ price: 30_000 }))).toMatchObject({ state: 'on' });
    expect(goods().map((one) => one.regular_price)).toEqual(['90000', '30000']);
  });

  test('where a person took the number off, it is found by its link', async () => {
    const shop = await site.as('shop');
    await syncShop(shop, itemOf());
    only().sku = '';
    expect(await syncShop(shop, itemOf({ price: 30_000 }))).toMatchObject({ state: 'on' });
    expect(only()).toMatchObject({ regular_price: '30000', sku: '' });
  });
});

describe('what people did in WooCommerce is left alone', () => {
  test.each(['variable', 'external'] as const)('a product that they made %s', async (type) => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    Object.assign(only(), { type, variations: [{ price: '1' }] });
    const before = structuredClone(only());
    for (const onSale of [true, false]) {
      const synced = await syncShop(shop, itemOf({ known, onSale, price: 1_000 }));
      expect(synced).toEqual({ state: 'left', why: 'taken_over' });
    }
    expect(only()).toEqual(before);
  });

  test.each(['private', 'pending', 'future'] as const)('one that they made %s', async (status) => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().status = status;
    for (const memory of [known, null])
      expect(await syncShop(shop, itemOf({ known: memory }))).toEqual({ state: 'left', why: 'hidden' });
    expect(only().status).toBe(status);
  });

  test('a copy that they made of ours', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    const copy = put({ ...structuredClone(only()), id: site.state.nextId(), sku: `${SKU}-1`, status: 'draft' });
    const before = structuredClone(copy);
    await syncShop(shop, itemOf({ known, price: 30_000 }));
    goods().shift();
    expect(await syncShop(shop, itemOf({ known }))).toEqual({ state: 'left', why: 'removed' });
    expect(only()).toEqual(before);
  });

  test('a product of theirs that has our number', async () => {
    put({ name: 'Punya saya', sku: SKU, regular_price: '1' });
    const before = structuredClone(only());
    expect(await syncShop(await site.as('shop'), itemOf())).toEqual({ state: 'left', why: 'taken_over' });
    expect(only()).toEqual(before);
  });

  test('their own words, where the listing’s words change too; the link and the price are in step', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().description = `<h2>Cerita kami</h2><p>${LINE}</p>`;
    const next = refOf(await syncShop(shop, itemOf({ known, description: 'Kata baru', price: 30_000 })));
    expect(only()).toMatchObject({ description: `<h2>Cerita kami</h2><p>${LINE}</p>`, regular_price: '30000' });
    only().regular_price = '31000';
    await syncShop(shop, itemOf({ known: next, description: 'Kata baru', price: 30_000 }));
    expect(only().regular_price).toBe('31000');
  });

  test('their price, by a device that has never seen the product, or has forgotten it', async () => {
    const shop = await site.as('shop');
    await syncShop(shop, itemOf());
    Object.assign(only(), { regular_price: '27000', name: 'Nama mereka' });
    expect(await syncShop(await site.as('admin'), itemOf())).toMatchObject({ state: 'on' });
    expect(only()).toMatchObject({ regular_price: '27000', name: 'Nama mereka' });
  });

  test('a price that they had made the listing’s already, and change again', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().regular_price = '30000';
    const next = refOf(await syncShop(shop, itemOf({ known, price: 30_000 })));
    only().regular_price = '31000';
    await syncShop(shop, itemOf({ known: next, price: 30_000 }));
    expect(only().regular_price).toBe('31000');
  });

  test('ours in the trash, where this device knows nothing of it', async () => {
    const shop = await site.as('shop');
    await syncShop(shop, itemOf());
    only().status = 'trash';
    expect(await syncShop(shop, itemOf())).toEqual({ state: 'left', why: 'removed' });
    expect(only().status).toBe('trash');
  });

  test('what they change while we write: only what the listing says anew is sent', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    const context = beforeWrite(shop, () => void Object.assign(only(), { name: 'Nama mereka', sale_price: '100' }));
    await syncShop(context, itemOf({ known, price: 30_000 }));
    expect(only()).toMatchObject({ name: 'Nama mereka', sale_price: '100', regular_price: '30000' });
  });

  test('a picture of ours that they took out, while the listing’s stay the same', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    only().images.pop();
    await syncShop(shop, itemOf({ known, price: 30_000 }));
    expect(only().images).toHaveLength(1);
    await syncShop(shop, itemOf({ known, price: 30_000, images: [picture(7), picture(8)] }));
    expect(only().images).toHaveLength(2);
  });
});

describe('what cannot be written is said, and nothing is written', () => {
  test('a site without WooCommerce has no shop', async () => {
    site.state.store.options.isOn = false;
    const admin = await site.as('admin');
    expect(admin.page.ownShop).toBeUndefined();
    expect(await syncShop(admin, itemOf())).toBeNull();
    expect(await driver.products?.(admin)).toBeNull();
  });

  test('the page tells of the shop to who looks after it', async () => {
    expect((await site.as('shop')).page.ownShop).toBe('woocommerce');
    expect((await site.as('editor')).page.ownShop).toBeUndefined();
    for (const role of ['editor', 'author', 'contributor'] as const)
      await expect(driver.products?.(await site.as(role))).rejects.toMatchObject({ code: 'no_permission' });
  });

  test.each(['forbidden', 'html', 'writes-blocked'] as const)('REST that is shut (%s)', async (rest) => {
    site.state.options.rest = rest;
    const shop = await site.as('shop');
    expect(await syncShop(shop, itemOf(WITHOUT_PICTURES))).toEqual({ state: 'lacks', what: 'rest' });
    expect(goods()).toEqual([]);
    if (rest === 'writes-blocked') return;
    const shut = { code: 'no_permission', what: 'rest_closed' };
    await expect(driver.products?.(shop)).rejects.toMatchObject(shut);
  });

  test('a guard that says 503 for today', async () => {
    site.state.options.rest = '503';
    await expect(syncShop(await site.as('shop'), itemOf())).rejects.toMatchObject({ code: 'site_down' });
  });

  test('a price that the shop does not keep is not said to be there', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    const fetch: typeof globalThis.fetch = (input, init) => {
      const body = typeof init?.body === 'string' ? init.body.replace('"30000"', '"29000"') : init?.body;
      return shop.fetch(input, { ...init, ...(body !== undefined && { body }) });
    };
    const synced = syncShop({ ...shop, fetch }, itemOf({ known, price: 30_000 }));
    await expect(synced).rejects.toMatchObject({ code: 'not_read_back' });
  });

  test('a new product that breaks the public shop for everybody is taken off sale again', async () => {
    site.state.store.options.breaksAt = '25500';
    await expect(syncShop(await site.as('shop'), itemOf())).rejects.toMatchObject({ code: 'refused' });
    expect(only().status).toBe('draft');
  });

  test('a change that breaks it is undone, to the letter', async () => {
    const shop = await site.as('shop');
    const known = refOf(await syncShop(shop, itemOf()));
    const before = structuredClone(only());
    site.state.store.options.breaksAt = '30000';
    const change = itemOf({ known, price: 30_000, name: 'Lain', description: 'Lain', images: [picture(9)] });
    await expect(syncShop(shop, change)).rejects.toMatchObject({ code: 'refused' });
    const { meta_data: _, ...now } = only();
    const { meta_data: __, ...was } = before;
    expect(now).toEqual(was);
    site.state.store.options.breaksAt = null;
    expect(await syncShop(shop, change)).toMatchObject({ state: 'on' });
  });

  test('a shop that was broken before is not our doing', async () => {
    put({ name: 'Rusak', regular_price: '1' });
    site.state.store.options.breaksAt = '1';
    expect(await syncShop(await site.as('shop'), itemOf())).toMatchObject({ state: 'on' });
  });
});

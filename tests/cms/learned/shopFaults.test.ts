// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { FaultKind } from '#tests/cms/doubles/village/faults.ts';
import type { Asked } from '#tests/cms/doubles/village/http.ts';
import type { ProductOptions } from '#tests/cms/doubles/village/products/options.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { itemOf, LINK, picture, refOf } from '#tests/cms/opensid/shopItem.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import type { ShopItem, ShopSynced } from '#utils/cms/shop.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import type { ProductDeed } from '#utils/model/lessonDeeds.ts';
import { TOOLS, visitor } from './teach.ts';
import { shopRecipe, teachProduct } from './teachProduct.ts';

let site: VillageSite;
afterEach(() => site.stop());

async function learned(
  traits: Partial<VillageOptions> = {},
  products: Partial<ProductOptions> = {},
  deeds?: readonly ProductDeed[],
) {
  site = await startVillageSite({ flavour: 'blade', ...traits }, { status: 'tick', ...products });
  const context = await visitor(site);
  const recipe = await shopRecipe(site, context, deeds);
  return { context, recipe, driver: learnedDriver(recipe, TOOLS) };
}

const ours = () => site.table().products.filter(({ description }) => description.includes(LINK));
const posts = () => site.requests.filter(({ method }) => method === 'POST').length;
const isSave = ({ method, path }: Asked) => method === 'POST' && path?.startsWith('/admin/produk') === true;

/** One attempt as the background makes it: what was certainly not sent leaves no doubt. */
async function attempt(
  { driver, context }: { driver: ReturnType<typeof learnedDriver>; context: DriverContext },
  item: ShopItem,
): Promise<{ synced: ShopSynced } | { error: CmsError; next: ShopItem }> {
  try {
    const synced = await driver.syncShop?.(context, item);
    if (!synced) throw new Error('no shop');
    return { synced };
  } catch (error) {
    if (!(error instanceof CmsError)) throw error;
    return { error, next: { ...item, mayStand: error.mayHaveWritten || item.mayStand } };
  }
}

const FAULTS: FaultKind[] = ['drop_request', 'drop_answer', '500', '419', 'logout'];

describe.each(['blade', 'ci3', 'plainphp'] as const)('%s', (flavour) => {
  test.each(FAULTS)('%s at the save: one product at most, and in doubt it is never sent again', async (kind) => {
    const taught = await learned({ flavour });
    site.failNext(kind, isSave);
    const first = await attempt(taught, itemOf());
    expect(ours().length).toBeLessThanOrEqual(1);
    if (kind === 'logout') taught.context = await visitor(site);
    const before = posts();
    if ('synced' in first) expect(ours()).toHaveLength(1);
    else {
      const second = await attempt(taught, first.next);
      if (ours().length === 1) expect(second).toMatchObject({ synced: { state: 'on' } });
      else expect('error' in second && second.error).toMatchObject({ code: 'look_first', mayHaveWritten: false });
      expect(posts()).toBe(before);
      // The person has looked, and says that nothing is there.
      if (ours().length === 0) expect(await attempt(taught, itemOf())).toMatchObject({ synced: { state: 'on' } });
    }
    expect(ours()).toHaveLength(1);
    expect(site.table().isForeignUntouched()).toBe(true);
  });

  test.each(FAULTS)('%s at a change: it is said in the end, once', async (kind) => {
    const taught = await learned({ flavour });
    const known = refOf(await taught.driver.syncShop?.(taught.context, itemOf()));
    site.failNext(kind, isSave);
    const item = itemOf({ known, price: 31_000 });
    const first = await attempt(taught, item);
    if (kind === 'logout') taught.context = await visitor(site);
    if ('error' in first) await attempt(taught, { ...first.next });
    expect(ours()).toMatchObject([{ price: '31000' }]);
    expect(site.table().isForeignUntouched()).toBe(true);
  });
});

describe('where the public shop breaks after a write', () => {
  /** The site's public shop page answers so once the product was saved. */
  const breaking = (context: DriverContext, broken: (html: string) => Response): DriverContext => {
    let isSaved = false;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await context.fetch(input, init);
      const isShop = new URL(String(input)).pathname === site.products?.shop;
      isSaved ||= init?.method === 'POST';
      return isSaved && isShop ? broken(await answer.text()) : answer;
    };
    return { ...context, fetch };
  };
  const dead = () => new Response('<h1>Whoops!</h1>', { status: 500 });
  const cut = (html: string) => new Response(html.slice(0, -20), { headers: { 'content-type': 'text/html' } });

  test.each([
    ['with 500', dead],
    ['cut off in the middle, with 200', cut],
  ])('%s: a change is undone and told', async (_, broken) => {
    const { context, driver } = await learned();
    const known = refOf(await driver.syncShop?.(context, itemOf()));
    const change = driver.syncShop?.(breaking(context, broken), itemOf({ known, price: 31_000 }));
    await expect(change).rejects.toMatchObject({ code: 'shop_broken' });
    expect(ours()).toMatchObject([{ price: '25500', isShown: true }]);
  });

  test.each([
    ['with 500', dead],
    ['cut off in the middle, with 200', cut],
  ])('%s: a new product is taken off sale again, and told', async (_, broken) => {
    const { context, driver } = await learned();
    await expect(driver.syncShop?.(breaking(context, broken), itemOf())).rejects.toMatchObject({ code: 'shop_broken' });
    expect(ours()).toMatchObject([{ isShown: false }]);
  });

  test('a price that the site turns into another one is put back', async () => {
    const { context, driver } = await learned();
    const known = refOf(await driver.syncShop?.(context, itemOf()));
    let saves = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await context.fetch(input, init);
      saves += Number(init?.method === 'POST');
      if (init?.method === 'POST' && saves === 1)
        for (const one of ours()) Object.assign(site.table().byId(one.id) ?? {}, { price: '0' });
      return answer;
    };
    const change = driver.syncShop?.({ ...context, fetch }, itemOf({ known, price: 31_000 }));
    await expect(change).rejects.toMatchObject({ code: 'shop_broken' });
    expect(ours()).toMatchObject([{ price: '25500' }]);
  });

  test('one that is broken before is left alone', async () => {
    const { context, driver } = await learned({}, { priceWords: 'breaksShop' });
    site.table().add({ name: 'Orang lain', price: 'Rp 45.000 - Rp 120.000' });
    const before = posts();
    await expect(driver.syncShop?.(context, itemOf())).rejects.toMatchObject({
      code: 'site_down',
      mayHaveWritten: false,
    });
    expect(posts()).toBe(before);
  });
});

describe('what was never shown is left to the person', () => {
  test('a change, and off sale, each with the product’s address', async () => {
    const { context, driver } = await learned({}, {}, ['product']);
    const known = refOf(await driver.syncShop?.(context, itemOf()));
    const before = posts();
    const left = { code: 'not_shown', mayHaveWritten: false };
    const change = driver.syncShop?.(context, itemOf({ known, price: 31_000 }));
    await expect(change).rejects.toMatchObject({ ...left, what: `productChange ${known.productId}` });
    const off = driver.syncShop?.(context, itemOf({ known, onSale: false }));
    await expect(off).rejects.toMatchObject({ ...left, what: `productOff ${known.productId}` });
    expect(posts()).toBe(before);
  });

  test('the whole table', async () => {
    const { context, recipe } = await learned({}, {}, ['product']);
    const { shop: _, ...none } = recipe;
    const end = learnedDriver(none, TOOLS).syncShop?.(context, itemOf());
    await expect(end).rejects.toMatchObject({ code: 'not_shown', what: 'product', mayHaveWritten: false });
  });
});

test('a form that is another one than was shown is never written to', async () => {
  const { context, recipe, driver } = await learned();
  const known = refOf(await driver.syncShop?.(context, itemOf()));
  const { shop } = recipe;
  if (shop?.change === undefined) throw new Error('not shown');
  const more = <D extends { controls: string[] }>(deed: D): D => ({ ...deed, controls: [...deed.controls, 'nik'] });
  const changed = { ...recipe, shop: { ...shop, create: more(shop.create), change: more(shop.change) } };
  const before = posts();
  const again = learnedDriver(changed, TOOLS);
  const change = again.syncShop?.(context, itemOf({ known, price: 31_000 }));
  await expect(change).rejects.toMatchObject({ code: 'form_changed', what: 'productChange', mayHaveWritten: false });
  site.table().products.pop();
  const make = learnedDriver({ ...recipe, shop: { ...shop, create: more(shop.create) } }, TOOLS);
  await expect(make.syncShop?.(context, itemOf())).rejects.toMatchObject({ code: 'form_changed', what: 'product' });
  expect(posts()).toBe(before);
});

test('a product on a further page of the admin’s list is found', async () => {
  const { context, driver } = await learned({}, { perPage: 3 });
  const known = refOf(await driver.syncShop?.(context, itemOf()));
  for (const name of ['Satu', 'Dua', 'Tiga', 'Empat']) site.table().add({ name, price: '1000' });
  await driver.syncShop?.(context, itemOf({ known, price: 31_000 }));
  expect(ours()).toMatchObject([{ price: '31000' }]);
});

test('a form that wants the picture anew each time gets it, and a person’s is not written over', async () => {
  const { context, driver } = await learned({}, { picture: 'requiredAlways' });
  const known = refOf(await driver.syncShop?.(context, itemOf()));
  const next = refOf(await driver.syncShop?.(context, itemOf({ known, price: 31_000, images: [picture(1)] })));
  expect(ours()).toMatchObject([{ price: '31000' }]);
  for (const one of ours()) Object.assign(site.table().byId(one.id) ?? {}, { picture: '/uploads/punya-saya.jpg' });
  const end = driver.syncShop?.(context, itemOf({ known: next, price: 32_000 }));
  await expect(end).rejects.toMatchObject({ code: 'not_reached', mayHaveWritten: false });
  expect(ours()).toMatchObject([{ price: '31000', picture: '/uploads/punya-saya.jpg' }]);
});

describe('the lesson', () => {
  const teach = async (products: Partial<ProductOptions>, odd: Parameters<typeof teachProduct>[2] = {}) => {
    site = await startVillageSite({ flavour: 'plainphp' }, products);
    return teachProduct(site, await visitor(site), odd);
  };

  test('a business profile is no product: nothing is learned', async () => {
    expect(await teach({ kind: 'profiles' })).toEqual({ state: 'refused', why: 'no_price' });
  });

  test('a price that the person wrote in words is known all the same', async () => {
    const end = await teach({ priceWords: 'zeroOnEdit' }, { price: 'Rp 65.000' });
    expect(end).toMatchObject({ state: 'product', shop: { isPriced: true } });
  });

  test('where that broke the public shop, nothing is learned', async () => {
    expect(await teach({ priceWords: 'breaksShop' }, { price: 'Rp 65.000' })).toEqual({ state: 'not_public' });
  });

  test('no number, name or word of anybody is kept, and another number than the maker’s is nobody’s field', async () => {
    const end = await teach({}, { phone: '0811-2222-333' });
    const kept = JSON.stringify(end);
    expect(end).toMatchObject({ state: 'product' });
    for (const word of ['2222', '81234567890', 'Sari', 'Madu', '65000', '"12"', LINK]) expect(kept).not.toContain(word);
    expect(kept).not.toContain('no_hp","role":"phone');
    expect(end.state === 'product' && 'create' in end.shop && end.shop.create?.goods.map(({ role }) => role)).toEqual(
      expect.not.arrayContaining(['phone']),
    );
  });
});

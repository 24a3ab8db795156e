// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { ProductOptions } from '#tests/cms/doubles/village/products/options.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { itemOf, refOf } from '#tests/cms/opensid/shopItem.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { TOOLS, visitor } from './teach.ts';
import { shopRecipe } from './teachProduct.ts';

let site: VillageSite;
afterEach(() => site.stop());

const SITES: [string, Partial<VillageOptions>, Partial<ProductOptions>][] = [
  ['a form with a token', { flavour: 'blade' }, { status: 'tick' }],
  ['a token that each save renews', { flavour: 'ci3' }, { names: 'short', stock: 'words', price: 'digits' }],
  ['plain PHP, 200 either way', { flavour: 'plainphp' }, { names: 'other', look: 'cards', publicPage: 'none' }],
  ['forms in the list', { flavour: 'modal' }, { look: 'modals', status: 'tick', publicPage: 'byName' }],
  ['one address for all', { flavour: 'blade' }, { save: 'sameAddress', price: 'decimals' }],
  ['a price in words breaks the shop', { flavour: 'ci3' }, { priceWords: 'breaksShop', picture: 'required' }],
  ['a price in words becomes nothing', { flavour: 'plainphp' }, { priceWords: 'zeroOnEdit', refusal: 'back' }],
];

describe.each(SITES)('%s', (_, traits, products) => {
  test('shown once each, a product is made, changed, taken off sale and put back: once', async () => {
    site = await startVillageSite(traits, products);
    const context = await visitor(site);
    const recipe = await shopRecipe(site, context);
    const driver = learnedDriver(recipe, TOOLS);
    const shown = structuredClone(site.table().products);
    const others = () => site.table().products.slice(0, shown.length);
    const made = () => site.table().products.slice(shown.length);
    const isOn = () => made().map(({ isShown, stock }) => isShown && stock !== '0' && stock !== 'Habis');

    let known = refOf(await driver.syncShop?.(context, itemOf({ stock: 40 })));
    expect(made()).toMatchObject([{ price: '25500', category: 'Makanan', seller: 'Bu Sri', phone: '' }]);
    expect(made()[0]?.description).not.toContain('0812');
    known = refOf(await driver.syncShop?.(context, itemOf({ known, price: 30_000 })));
    expect(made()).toMatchObject([{ price: '30000' }]);
    known = refOf(await driver.syncShop?.(context, itemOf({ known, price: 30_000, onSale: false, images: [] })));
    expect(isOn()).toEqual([false]);
    known = refOf(await driver.syncShop?.(context, itemOf({ known, price: 30_000 })));
    expect(isOn()).toEqual([true]);
    expect(made()).toMatchObject([{ price: '30000' }]);
    expect(others()).toEqual(shown);
    expect(site.table().isForeignUntouched()).toBe(true);
  });
});

test('a form that demands a number gets none, and that is said', async () => {
  site = await startVillageSite({ flavour: 'blade' }, {});
  const context = await visitor(site);
  const recipe = await shopRecipe(site, context);
  const count = site.table().products.length;
  const demanding = async (...asked: Parameters<typeof context.fetch>) => {
    const answer = await context.fetch(...asked);
    if (!answer.headers.get('content-type')?.includes('html')) return answer;
    const html = (await answer.text()).replace(
      /(<input type="text" )(name="\w*(?:hp|wa|telp|telepon|phone)\w*")/g,
      '$1required $2',
    );
    const { status, headers, url } = answer;
    return Object.defineProperty(new Response(html, { status, headers }), 'url', { value: url });
  };
  const end = await learnedDriver(recipe, TOOLS).syncShop?.({ ...context, fetch: demanding }, itemOf());
  expect(end).toEqual({ state: 'lacks', what: 'phone' });
  expect(site.table().products.length).toBe(count);
});

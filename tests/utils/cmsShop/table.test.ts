import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { ListingInput, Recipe } from '#contract';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { viewCmsShop } from '#utils/background/handlers/cmsShop.ts';
import type { ShopItem, ShopSynced } from '#utils/cms/shop.ts';
import { CmsError } from '#utils/cms/types.ts';
import { writeAnew } from '#utils/cmsShop/again.ts';
import type { CmsShopDeps } from '#utils/cmsShop/deps.ts';
import { toItem } from '#utils/cmsShop/item.ts';
import { syncOwed } from '#utils/cmsShop/sync.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { blankListing } from '#utils/listings/sync.ts';
import { TabLostError } from '#utils/outbox/deps.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { patchSettings } from '#utils/settings.ts';

// What the background does with the product table of a site that nobody knows; the driver is played here.
const SITE = 'https://desa.example';
const ID = 'abcdefghij000001';
let db: Db;
let now = 1_700_000_000_000;
let asked: ShopItem[] = [];
let given: (Recipe | undefined)[] = [];
let answer: (item: ShopItem) => ShopSynced = () => ({ state: 'off', ref: null });

const input: ListingInput = {
  ...{ rev: 1, name: 'Gula semut', description: 'Manis', price: 25_000, unit: 'bungkus', availability: 'ada' },
  ...{ packSize: { amount: 250, measure: 'gram' }, stock: 12, category: 'makanan', photos: ['a'.repeat(64)] },
  producer: { name: 'Bu Sri', phone: '+6281234567890', consent: true },
  ...{ flagship: false, terms: '', floor: null, siteUrl: SITE, state: 'live' },
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  [asked, given] = [[], []];
  const site = { url: SITE, origin: SITE, cms: 'assist' as const, version: null, name: null, seenAt: 1 };
  await db.change(['sites'], (tx) => tx.put('sites', site));
  await put(input);
  await saveRecipe(db, recipeFor(SITE), now);
  await patchSettings(db, { productTable: true });
});

const put = (said: ListingInput) =>
  db.change(['listings'], (tx) => {
    const post = { postId: '1', url: `${SITE}/berita/1`, state: 'published' as const, editedMark: 'x' };
    return tx.put('listings', {
      ...blankListing(ID, said, 1),
      ...{ serverRev: said.rev, shortUrl: `https://pasar.example/p/${ID}`, postRev: said.rev },
      post: { ...post, imageId: null, imageUrl: null },
    });
  });

async function work({ visited = true, writer = 'writer' } = {}): Promise<void> {
  now += 3_600_000;
  const deps: CmsShopDeps = {
    db,
    clock: () => ({ now, random: 0.5 }),
    locks: { request: (_name, body) => body() },
    broadcast: () => undefined,
    recipe: (siteUrl) => recipeOf(db, siteUrl),
    // The photo is another test's.
    toItem: (listing) => toItem(db, fetch, { ...listing, input: { ...listing.input, photos: [] } }),
    tabs: {
      of: async () => [],
      anyOf: async () => [1],
      prepare: async () => writer,
      async syncShop(_, item, recipe) {
        asked.push(item);
        given.push(recipe);
        return answer(item);
      },
    },
  };
  await syncOwed(deps, visited ? SITE : null);
}

const unwritten = (code: 'not_shown' | 'signed_out' | 'look_first', what: string | null = null): never => {
  const error = new CmsError(code, what);
  error.mayHaveWritten = false;
  throw error;
};
const throws = (error: unknown) => (): never => {
  throw error;
};

test('off by default; and only a site that was shown is written to, with its recipe and where the article stands', async () => {
  await patchSettings(db, { productTable: false, wooCommerce: true });
  await work();
  expect(asked).toEqual([]);
  await patchSettings(db, { productTable: true });
  await work();
  expect(asked).toMatchObject([{ stock: 12, articleUrl: `${SITE}/berita/1` }]);
  expect(asked[0]).not.toHaveProperty('mayStand');
  expect(given).toMatchObject([{ siteUrl: SITE, create: DEED }]);
  await db.change(['values'], (tx) => tx.setValue('recipes', null));
  await put({ ...input, rev: 2 });
  await work();
  expect(asked).toHaveLength(1);
});

test('what was not shown says what can be shown, of which product, and leaves no doubt behind', async () => {
  answer = () => unwritten('not_shown', `productChange ${SITE}/produk/5`);
  await work();
  expect(await viewCmsShop(db)).toMatchObject([
    {
      ...{ shop: 'table', waiting: 1, reason: 'not_shown' },
      about: { id: ID, name: 'Gula semut', deed: 'productChange', url: `${SITE}/produk/5` },
    },
  ]);
  await work();
  expect(asked.map(({ mayStand }) => mayStand)).toEqual([undefined, undefined]);
});

test('a save that nobody answered for is in doubt until the person has looked', async () => {
  answer = throws(new TabLostError());
  await work();
  answer = () => unwritten('look_first');
  await work({ writer: 'another' });
  await work({ writer: 'another' });
  expect(asked.map(({ mayStand }) => mayStand)).toEqual([undefined, true, true]);
  expect(await viewCmsShop(db)).toMatchObject([{ reason: 'look_first', about: { id: ID } }]);
  expect(await writeAnew(db, ID)).toBe(SITE);
  expect(await writeAnew(db, ID)).toBeNull();
  answer = () => ({ state: 'off', ref: null });
  await work({ writer: 'another' });
  expect(asked.at(-1)).not.toHaveProperty('mayStand');
  expect(await viewCmsShop(db)).toEqual([]);
});

test('what broke the public shop is not written again before the listing changes', async () => {
  answer = throws(new CmsError('shop_broken', `${SITE}/produk/5`));
  await work();
  await work();
  await work({ writer: 'another' });
  expect(asked).toHaveLength(1);
  expect(await viewCmsShop(db)).toMatchObject([{ reason: 'shop_broken', about: { url: `${SITE}/produk/5` } }]);
  await put({ ...input, rev: 2, price: 26_000 });
  await work();
  expect(asked).toHaveLength(2);
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecipeProduct, RecipeShop } from '#contract';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { publish } from '#utils/drafts/publish.ts';
import { learnedGoods, startGoods } from '#utils/lessons/goods.ts';
import { runningLesson } from '#utils/lessons/lesson.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';

// A site of no known CMS with a product table of its own, where a person has shown how an article is saved.
let laptop: Laptop;
let id = '';
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  await laptop.know();
  const { url } = laptop.site;
  const site = { url, origin: url, cms: 'assist' as const, version: null, name: null, seenAt: laptop.now };
  await laptop.db.change(['sites'], (tx) => tx.put('sites', site));
  await saveRecipe(laptop.db, recipeFor(url), laptop.now);
  laptop.recipe = await recipeOf(laptop.db, url);
  const draft = await laptop.draft();
  await publish(laptop.db, draft, { now: laptop.now, random: 0.5 });
  await laptop.drain();
  id = draft.id;
});

const CREATE: RecipeProduct = { ...DEED, page: '/admin/produk/tambah', goods: [{ role: 'price', name: 'harga' }] };
const SHOP: RecipeShop = { create: CREATE, page: '/produk', isPriced: true };
const admin = () => `${laptop.site.url}/admin/produk`;
const shopNow = async () => (await recipeOf(laptop.db, laptop.site.url))?.shop;

test('the lesson knows the product by its words, the price as digits', async () => {
  const lesson = await startGoods(laptop.db, id, 'product', laptop.now);
  expect(lesson).toMatchObject({
    deed: 'product',
    step: 'open',
    goods: { price: expect.any(Number), seller: expect.any(String) },
  });
  expect(lesson).not.toHaveProperty('article');
  expect(await runningLesson(laptop.db, laptop.now)).toEqual(lesson);
});

test('a change is shown only of a product that stands in a table that was shown', async () => {
  const start = () => startGoods(laptop.db, id, 'productChange', laptop.now);
  await expect(start()).rejects.toMatchObject({ code: 'lesson_not_here' });
  await saveRecipe(laptop.db, { ...recipeFor(laptop.site.url), shop: SHOP }, laptop.now);
  await expect(start()).rejects.toMatchObject({ code: 'lesson_not_here' });
  const url = `${laptop.site.url}/produk/5`;
  const said = { name: 'Gula', price: 1, unit: 'kg', description: '' };
  const ref = { productId: url, link: 'https://pasar.example/p/x', onSale: true, said, pictures: [] };
  const entry = { siteUrl: laptop.site.url, rev: 1, ref, left: null, wait: null, writing: null };
  await laptop.db.change(['values'], (tx) => tx.setValue('shelf', { [id]: entry }));
  expect(await start()).toMatchObject({ article: { url, title: 'Gula' } });
});

test('where nothing was shown of the site, or nothing is known of it, no product is shown', async () => {
  await laptop.db.change(['values'], (tx) => tx.setValue('recipes', null));
  await expect(startGoods(laptop.db, id, 'product', laptop.now)).rejects.toMatchObject({ code: 'lesson_not_here' });
  await expect(startGoods(laptop.db, 'nobody', 'product', laptop.now)).rejects.toMatchObject({
    code: 'listing_unknown',
  });
});

test('what was shown is kept beside the rest, and each deed by itself', async () => {
  await startGoods(laptop.db, id, 'product', laptop.now);
  await learnedGoods(laptop.db, admin(), SHOP, laptop.now);
  expect(await shopNow()).toEqual(SHOP);
  expect(await runningLesson(laptop.db, laptop.now)).toMatchObject({ step: 'learned', save: null });
  expect((await recipeOf(laptop.db, laptop.site.url))?.create).toEqual(DEED);
});

test('a page of another site says nothing, and none says more than its lesson is about', async () => {
  await expect(learnedGoods(laptop.db, admin(), SHOP, laptop.now)).rejects.toMatchObject({ code: 'bad_message' });
  await startGoods(laptop.db, id, 'product', laptop.now);
  const other = learnedGoods(laptop.db, 'https://jahat.example/produk', SHOP, laptop.now);
  await expect(other).rejects.toMatchObject({ code: 'bad_message' });
  const change = { ...CREATE, list: '/admin/produk' };
  await expect(learnedGoods(laptop.db, admin(), { change }, laptop.now)).rejects.toMatchObject({ code: 'bad_message' });
  expect(await shopNow()).toBeUndefined();
});

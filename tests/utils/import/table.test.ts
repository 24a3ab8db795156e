import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Recipe } from '#contract';
import { fake } from '#tests/utils/sites/fakeBrowser.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { takeMakers } from '#utils/import/makers.ts';
import { rememberTaken, shopPictures, shopProducts, shownTable, wholeOfTable } from '#utils/import/shop.ts';
import { lookAtOwnTable } from '#utils/import/table.ts';
import { listMakers } from '#utils/makers/book.ts';
import { isOwed } from '#utils/makers/names.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { otherPage } from '#utils/sites/otherPage.ts';
import { isTableSought } from '#utils/sites/soughtTable.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('#tests/utils/sites/fakeBrowser.ts')).fake.api }));

const SITE = 'https://desa.example';
const PRODUCT = {
  ...{ sourceId: '/admin/produk/1/edit', name: 'Gula', description: null, price: 25_000, unit: 'kg', category: null },
  ...{ producer: null, imageUrls: [], form: '/admin/produk/1/edit' },
};
const WAY = {
  kind: 'products' as const,
  list: '/admin/produk',
  cells: 4,
  columns: [{ role: 'name' as const, at: 1 }],
  edit: '/admin/produk/{id}/edit',
  fields: [],
};
const DEED = {
  way: 'form',
  page: '/admin/berita/create',
  action: '/admin/berita',
  method: 'POST',
  press: null,
} as const;
const RECIPE: Recipe = {
  version: 1,
  siteUrl: SITE,
  create: { ...DEED, controls: ['judul'], fields: [{ role: 'title', name: 'judul' }], chosen: [] },
  change: null,
  takeDown: null,
  lists: ['/berita'],
};

let db: Db;
let answers: Map<string, unknown>;
let asked: { name: string; input: unknown }[];
const from = { page: 'panel' as const, tab: { id: 1, url: `${SITE}/admin/produk`, windowId: 1 } };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  fake.reset();
  asked = [];
  answers = new Map<string, unknown>([
    ['cms/table', { ok: true, value: [PRODUCT] }],
    ['cms/tablePictures', { ok: true, value: [null] }],
  ]);
  const page = { cms: 'assist', siteUrl: SITE, version: null, siteName: null, openPost: null };
  const content = (question: { name: string; input?: unknown }): unknown => {
    if (question.name === 'page/who') return page;
    asked.push({ name: question.name, input: question.input });
    return answers.get(question.name);
  };
  fake.tabs = [{ id: 1, url: `${SITE}/admin/produk`, content }];
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([{ result: 'writer' }] as never);
});

describe('the product table of a site that nobody knows', () => {
  test('is asked about first, and read without a question ever after', async () => {
    await expect(shopProducts(db, from)).rejects.toMatchObject({ code: 'own_table_unknown' });
    expect(asked).toEqual([]);
    expect(await shownTable(db, WAY, from, 1)).toMatchObject([{ name: 'Gula', listingId: null }]);
    expect(await shopProducts(db, from)).toMatchObject([{ name: 'Gula' }]);
    expect(asked.map(({ input }) => input)).toEqual([
      { siteUrl: SITE, way: WAY },
      { siteUrl: SITE, way: WAY },
    ]);
  });

  test('is kept with the recipe where there is one, for the village’s other devices', async () => {
    await saveRecipe(db, RECIPE, 1);
    await shownTable(db, WAY, from, 2);
    expect(await recipeOf(db, SITE)).toEqual({ ...RECIPE, products: WAY });
    expect(await db.read(['values'], (tx) => tx.value('ownTables'))).toBeUndefined();
  });

  test('of which nothing came is not kept', async () => {
    answers.set('cms/table', { ok: true, value: [] });
    await shownTable(db, WAY, from, 1);
    await expect(shopProducts(db, from)).rejects.toMatchObject({ code: 'own_table_unknown' });
  });

  test('tells which product has become a draft', async () => {
    const draft = await openDraft(db, null, SITE, 1);
    await rememberTaken(db, PRODUCT.sourceId, draft.id, from);
    expect((await shownTable(db, WAY, from, 1)).map(({ listingId }) => listingId)).toEqual([draft.id]);
  });

  test('tells the rest of a product from its form, and its pictures with the person’s session', async () => {
    await shownTable(db, WAY, from, 1);
    answers.set('cms/tableForm', { ok: true, value: { ...PRODUCT, description: 'Manis' } });
    expect(await wholeOfTable(db, PRODUCT, from)).toMatchObject({ description: 'Manis', listingId: null });
    answers.set('cms/tableForm', { ok: true, value: null });
    expect(await wholeOfTable(db, PRODUCT, from)).toBeNull();
    expect(await shopPictures(db, [`${SITE}/uploads/1.jpg`], from)).toEqual([null]);
    expect(asked.at(-1)).toEqual({
      name: 'cms/tablePictures',
      input: { siteUrl: SITE, urls: [`${SITE}/uploads/1.jpg`] },
    });
  });

  test.each([
    [{ ok: true, value: null }, 'own_table_none'],
    [{ ok: false, code: 'signed_out', what: null }, 'cms_signed_out'],
    [undefined, 'cms_no_tab'],
  ])('a page that answers %o is told as %s', async (answer, code) => {
    answers.set('cms/tableLook', answer);
    await expect(lookAtOwnTable(db, from, 1)).rejects.toMatchObject({ code });
  });

  test('that is not on the open page is looked for: the launcher stands on the site’s pages, for a while', async () => {
    answers.set('cms/tableLook', { ok: true, value: null });
    const list = `${SITE}/produk`;
    expect(await isTableSought(list, 1)).toBe(false);
    await lookAtOwnTable(db, from, 1).catch(() => undefined);
    expect(await isTableSought(list, 2)).toBe(true);
    expect(await otherPage(db, { id: 1, url: list }, 2)).toMatchObject({ cms: 'assist', siteUrl: SITE });
    expect(await isTableSought('https://lain.example/produk', 2)).toBe(false);
    expect(await isTableSought(list, 2 + 10 * 60_000)).toBe(false);
  });

  test('that is not as it was shown is told as changed', async () => {
    await shownTable(db, WAY, from, 1);
    answers.set('cms/table', { ok: false, code: 'form_changed', what: null });
    await expect(shopProducts(db, from)).rejects.toMatchObject({ code: 'cms_form_changed' });
  });
});

test('people of a table are makers whom nobody has asked, and of whom no marketplace hears yet', async () => {
  const draft = await openDraft(db, null, SITE, 1);
  const people = [
    { name: 'Bu Sari', phone: '0812-3456-7890' },
    { name: 'Bu Sari', phone: '+6281234567890' },
    { name: 'Pak Jo', phone: '021-555' },
    { name: 'Warung 081234567891', phone: '081234567891' },
    { name: '', phone: '081234567892' },
  ];
  expect(await takeMakers(db, draft.id, people, 1)).toEqual(['new', 'known', 'unreadable', 'unreadable', 'unreadable']);
  expect(await listMakers(db, null)).toMatchObject([{ name: 'Bu Sari', phone: '+6281234567890', consent: 'unasked' }]);
  expect((await db.read(['makers'], (tx) => tx.all('makers'))).filter(isOwed)).toEqual([]);
});

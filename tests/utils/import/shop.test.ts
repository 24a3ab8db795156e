import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ListingInput } from '#contract';
import { fake } from '#tests/utils/sites/fakeBrowser.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { discardDraft, openDraft } from '#utils/drafts/drafts.ts';
import { rememberTaken, shopPictures, shopProducts, siteMedia } from '#utils/import/shop.ts';
import { blankListing } from '#utils/listings/sync.ts';
import { productsPage } from '#utils/sites/productsPage.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('#tests/utils/sites/fakeBrowser.ts')).fake.api }));

const ORIGIN = 'https://kecamatan.desa.id';
const [NORTH, SOUTH] = [`${ORIGIN}/utara`, `${ORIGIN}/selatan`];
const PRODUCT = {
  ...{ sourceId: '1', name: 'Gula', description: null, price: 25_000, unit: 'kg', category: null, producer: null },
  imageUrls: [],
};

const INPUT: ListingInput = {
  ...{ rev: 1, name: 'Gula', description: 'Manis', price: 25_000, unit: 'kg', availability: 'ada', packSize: null },
  producer: { name: 'Bu Sri', phone: '+6281234567890', consent: true },
  ...{ stock: null, category: 'makanan', photos: ['a'.repeat(64)], flagship: false, terms: '', floor: null },
  ...{ siteUrl: NORTH, state: 'live' },
};

let db: Db;
let answers: Map<string, unknown>;
/** Which site's tab was asked what, oldest first. */
let asked: string[];

/** An admin page of a site; its writer answers from `answers`. */
function tab(id: number, siteUrl: string) {
  const page = { cms: 'opensid', siteUrl, version: null, siteName: null, openPost: null };
  const content = ({ name }: { name: string }): unknown => {
    if (name === 'page/who') return page;
    asked.push(`${siteUrl} ${name}`);
    return answers.get(name);
  };
  return { id, url: `${siteUrl}/index.php/beranda`, content };
}

const from = (id: number, siteUrl: string) => ({
  page: 'panel' as const,
  tab: { id, url: `${siteUrl}/index.php/beranda`, windowId: 1 },
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  fake.reset();
  asked = [];
  answers = new Map([['cms/products', { ok: true, value: [PRODUCT] }]]);
  fake.tabs = [tab(1, NORTH), tab(2, SOUTH)];
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([{ result: 'writer' }] as never);
});

const taken = async (id: number, siteUrl: string) =>
  (await shopProducts(db, from(id, siteUrl))).map(({ listingId }) => listingId);

describe('the shop of a site', () => {
  test('remembers what became a draft, for that site alone: two villages of one origin both have a product 1', async () => {
    const draft = await openDraft(db, null, NORTH, 1);
    await rememberTaken(db, '1', draft.id, from(1, NORTH));
    expect(await taken(1, NORTH)).toEqual([draft.id]);
    expect(await taken(2, SOUTH)).toEqual([null]);
  });

  test('offers a product again whose draft was thrown away', async () => {
    const draft = await openDraft(db, null, NORTH, 1);
    await rememberTaken(db, '1', draft.id, from(1, NORTH));
    await discardDraft(db, draft.id);
    expect(await taken(1, NORTH)).toEqual([null]);
  });

  test('shows what was put into it from here as the listing it is, not as something new to take', async () => {
    const { id } = await openDraft(db, null, NORTH, 1);
    const shortUrl = `https://pasar.example/p/${id}`;
    const description = `Manis\n\nLihat, tanya, atau tawar: ${shortUrl}`;
    answers.set('cms/products', { ok: true, value: [{ ...PRODUCT, description }, PRODUCT] });
    await db.change(['listings'], (tx) => tx.put('listings', { ...blankListing(id, INPUT, 1), shortUrl }));
    expect(await taken(1, NORTH)).toEqual([id, null]);
  });

  test('is asked in the panel’s own tab, and its pictures too', async () => {
    answers.set('cms/pictures', { ok: true, value: [null] });
    await shopProducts(db, from(2, SOUTH));
    await shopPictures(db, [`${SOUTH}/desa/upload/produk/1.jpg`], from(2, SOUTH));
    expect(asked).toEqual([`${SOUTH} cms/products`, `${SOUTH} cms/pictures`]);
  });

  test('that is there no more is not offered any longer; the site stays known', async () => {
    const site = { url: NORTH, origin: ORIGIN, cms: 'wordpress' as const, version: null, name: 'Utara', seenAt: 1 };
    await db.change(['sites'], (tx) => tx.put('sites', { ...site, ownShop: 'woocommerce' }));
    answers.set('cms/products', { ok: true, value: null });
    await expect(shopProducts(db, from(1, NORTH))).rejects.toMatchObject({ code: 'own_shop_gone' });
    expect(await db.read(['sites'], (tx) => tx.get('sites', NORTH))).toEqual(site);
  });

  test('forgets that a product became a draft when that was undone', async () => {
    const draft = await openDraft(db, null, NORTH, 1);
    await rememberTaken(db, '1', draft.id, from(1, NORTH));
    await rememberTaken(db, '1', null, from(1, NORTH));
    expect(await taken(1, NORTH)).toEqual([null]);
  });

  test.each([
    [{ ok: true, value: null }, 'own_shop_gone'],
    [{ ok: false, code: 'no_permission', what: 'rest_closed' }, 'own_shop_closed'],
    [{ ok: false, code: 'no_permission', what: null }, 'cms_no_permission'],
    [{ ok: false, code: 'signed_out', what: null }, 'cms_signed_out'],
    [undefined, 'cms_no_tab'],
  ])('that answers %o is told as %s', async (answer, code) => {
    answers.set('cms/products', answer);
    await expect(shopProducts(db, from(1, NORTH))).rejects.toMatchObject({ code });
  });
});

describe('the media of a site', () => {
  test('is asked in the panel’s own tab; an empty one is an answer', async () => {
    answers.set('cms/media', { ok: true, value: [] });
    expect(await siteMedia(from(2, SOUTH))).toEqual([]);
    expect(asked).toEqual([`${SOUTH} cms/media`]);
  });

  test.each([
    [{ ok: true, value: null }, 'media_not_offered'],
    [{ ok: false, code: 'no_permission', what: 'admin/content/files' }, 'media_forbidden'],
    [{ ok: false, code: 'site_down', what: 'HTTP 500' }, 'cms_site_down'],
    [{ ok: false, code: 'signed_out', what: null }, 'cms_signed_out'],
  ])('that answers %o is told as %s', async (answer, code) => {
    answers.set('cms/media', answer);
    await expect(siteMedia(from(1, NORTH))).rejects.toMatchObject({ code });
  });
});

describe('the products page', () => {
  test('is made in a tab of the very site it was asked for', async () => {
    const page = { url: `${SOUTH}/index.php/artikel/kategori/produk-desa`, state: 'made' };
    answers.set('cms/productsPage', { ok: true, value: page });
    expect(await productsPage(SOUTH)).toEqual(page);
    expect(asked).toEqual([`${SOUTH} cms/productsPage`]);
  });

  test.each([
    ['no admin page of it is open', `${ORIGIN}/barat`, undefined, 'cms_no_tab'],
    ['the CMS has nothing of the kind', NORTH, { ok: true, value: null }, 'cms_not_offered'],
    ['the role may not', NORTH, { ok: false, code: 'no_permission', what: 'menu' }, 'cms_no_permission'],
  ])('says so where %s', async (_, siteUrl, answer, code) => {
    answers.set('cms/productsPage', answer);
    await expect(productsPage(siteUrl)).rejects.toMatchObject({ code });
  });
});

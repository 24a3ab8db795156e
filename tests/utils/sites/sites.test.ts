import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { village } from '#tests/utils/villages/storedVillage.ts';
import type { Background } from '#utils/background/context.ts';
import { draftHandlers } from '#utils/background/handlers/drafts.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft } from '#utils/drafts/drafts.ts';
import { openPanel } from '#utils/drafts/openPanel.ts';
import { articleTab } from '#utils/sites/activeTab.ts';
import { adoptPermission, disableSite, enableSite } from '#utils/sites/enable.ts';
import { rememberSite, takeOpenNext } from '#utils/sites/handshake.ts';
import { editListing } from '#utils/sites/open.ts';
import { enabledOrigins, isEnabled } from '#utils/sites/origins.ts';
import { reconcile } from '#utils/sites/register.ts';
import { tabStatus } from '#utils/sites/status.ts';
import { tabsOfSite } from '#utils/sites/tabs.ts';
import { fake } from './fakeBrowser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fakeBrowser.ts')).fake.api }));

const DAGAN = 'https://dagan.desa.id';
const PATTERN = 'https://dagan.desa.id/*';
const page = (siteUrl: string) => ({
  cms: 'wordpress' as const,
  siteUrl,
  version: '7.1.1',
  siteName: 'Desa Dagan',
  openPost: null,
});

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  fake.reset();
});

describe('enabling a site', () => {
  test('registers for that origin only, and serves its open pages at once', async () => {
    fake.granted.add(PATTERN);
    fake.tabs = [
      { id: 1, url: `${DAGAN}/wp-admin/` },
      { id: 2, url: 'https://lain.desa.id/wp-admin/' },
    ];
    await enableSite(db, DAGAN, 1);
    expect(fake.scripts).toMatchObject([{ matches: [PATTERN], js: ['/content-scripts/cms.js'] }]);
    expect(fake.injected).toEqual([{ tabId: 1, file: '/content-scripts/cms.js' }]);
    expect(await isEnabled(db, DAGAN)).toBe(true);
  });

  test('without the browser’s permission does nothing', async () => {
    await expect(enableSite(db, DAGAN, 1)).rejects.toMatchObject({ code: 'site_not_permitted' });
    expect(await enabledOrigins(db)).toEqual([]);
  });

  test.each(['https://dagan.desa.id/path', 'javascript:alert(1)', 'chrome://settings', 'file:///etc', ''])(
    '%s is no site',
    async (origin) => {
      await expect(enableSite(db, origin, 1)).rejects.toMatchObject({ code: 'site_not_permitted' });
    },
  );

  test('one port does not enable the other ports of the host', async () => {
    fake.granted.add('http://127.0.0.1/*');
    await enableSite(db, 'http://127.0.0.1:8080', 1);
    expect(await isEnabled(db, 'http://127.0.0.1:9999')).toBe(false);
    await enableSite(db, 'http://127.0.0.1:9999', 2);
    expect(fake.scripts).toHaveLength(1);
  });
});

describe('a page that makes sites up', () => {
  const madeUp = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) await rememberSite(db, page(`${DAGAN}/s${n}`), `${DAGAN}/s${n}/wp-admin/`, n);
  };
  const urls = async () => (await db.read(['sites'], (tx) => tx.all('sites'))).map(({ url }) => url);

  test('leaves a few of them, and every site that a product, a draft or a village’s list names', async () => {
    await db.change(['villages'], (tx) => tx.put('villages', village('dagan', [`${DAGAN}/s0`])));
    await madeUp(0, 2);
    const { id } = await openDraft(db, null, `${DAGAN}/s1`, 1);
    await rememberSite(db, page('https://lain.desa.id'), 'https://lain.desa.id/wp-admin/', 1);
    await madeUp(2, 400);
    const left = await urls();
    expect(left.length).toBeLessThan(30);
    expect(left).toEqual(
      expect.arrayContaining([`${DAGAN}/s0`, `${DAGAN}/s1`, `${DAGAN}/s399`, 'https://lain.desa.id']),
    );
    expect(id).not.toBe('');
  });
});

describe('leaving a site', () => {
  beforeEach(async () => {
    fake.granted.add(PATTERN);
    await enableSite(db, DAGAN, 1);
    await rememberSite(db, page(DAGAN), `${DAGAN}/wp-admin/`, 1);
  });

  test('takes everything away: the open pages, the registration, the permission, the name', async () => {
    fake.tabs = [{ id: 1, url: `${DAGAN}/wp-admin/`, content: () => ({ shown: false }) }];
    await disableSite(db, DAGAN);
    expect(fake.asked).toEqual([{ tabId: 1, question: { name: 'page/leave' } }]);
    expect([fake.scripts, [...fake.granted], await enabledOrigins(db)]).toEqual([[], [], []]);
    expect(await db.read(['sites'], (tx) => tx.all('sites'))).toEqual([]);
  });

  test('by the browser’s own settings is noticed', async () => {
    fake.granted.clear();
    expect(await reconcile(db)).toBe(true);
    expect([fake.scripts, await enabledOrigins(db)]).toEqual([[], []]);
    expect(await isEnabled(db, DAGAN)).toBe(false);
  });

  test('keeps the permission that another port of the host lives by', async () => {
    fake.granted.add('http://127.0.0.1/*');
    await enableSite(db, 'http://127.0.0.1:8080', 1);
    await enableSite(db, 'http://127.0.0.1:9999', 1);
    await disableSite(db, 'http://127.0.0.1:8080');
    expect(fake.granted).toContain('http://127.0.0.1/*');
    expect(fake.scripts.map(({ id }) => id)).toContain('http://127.0.0.1/*');
  });
});

test('reconciling repairs whatever the browser forgot or kept, and changes nothing the second time', async () => {
  fake.granted.add(PATTERN);
  await enableSite(db, DAGAN, 1);
  fake.scripts = [{ id: 'https://alt.example/*', matches: ['https://alt.example/*'] }];
  await reconcile(db);
  const repaired = [...fake.scripts];
  expect(repaired.map(({ id }) => id)).toEqual([PATTERN]);
  await reconcile(db);
  expect(fake.scripts).toEqual(repaired);
});

describe('a permission that comes from the browser’s own question', () => {
  test('enables the site in front, because the popup that asked has been closed by it', async () => {
    fake.granted.add(PATTERN);
    fake.tabs = [{ id: 1, url: `${DAGAN}/wp-admin/`, active: true }];
    expect(await adoptPermission(db, [PATTERN], 1)).toBe(true);
    expect(await enabledOrigins(db)).toEqual([DAGAN]);
  });

  test('for the marketplace, asked from the options page, is no site', async () => {
    fake.granted.add('https://pasar.example/*');
    fake.tabs = [{ id: 1, url: 'chrome-extension://ours/options.html', active: true }];
    expect(await adoptPermission(db, ['https://pasar.example/*'], 1)).toBe(false);
    expect(await enabledOrigins(db)).toEqual([]);
  });
});

describe('the tab in front', () => {
  test.each([
    ['chrome://extensions/', { state: 'cannot', why: 'browser_page' }],
    ['about:blank', { state: 'cannot', why: 'browser_page' }],
    ['file:///home/a.html', { state: 'cannot', why: 'file' }],
    ['https://chromewebstore.google.com/detail/x', { state: 'cannot', why: 'store' }],
    ['https://addons.mozilla.org/id/firefox/', { state: 'cannot', why: 'store' }],
    ['chrome-extension://ours/options.html', { state: 'cannot', why: 'own_page' }],
    [`${DAGAN}/wp-admin/`, { state: 'can_enable', origin: DAGAN, tabId: 1 }],
  ])('%s', async (url, status) => {
    fake.tabs = [{ id: 1, url, active: true }];
    expect(await tabStatus(db)).toEqual(status);
  });

  test('of an enabled site is ready on an admin page, and says so where it is none', async () => {
    fake.granted.add(PATTERN);
    await enableSite(db, DAGAN, 1);
    fake.tabs = [{ id: 1, url: `${DAGAN}/`, active: true, content: () => null }];
    expect(await tabStatus(db)).toEqual({
      state: 'enabled_not_admin',
      origin: DAGAN,
      tabId: 1,
      admin: null,
    });
    fake.tabs = [{ id: 1, url: `${DAGAN}/wp-admin/`, active: true, content: () => page(DAGAN) }];
    expect(await tabStatus(db)).toEqual({
      state: 'ready',
      siteUrl: DAGAN,
      name: 'Desa Dagan',
      village: null,
      cms: 'wordpress',
      tabId: 1,
    });
  });

  test('that is our own page is known by who asks, because Chromium hides its address from us too', async () => {
    fake.tabs = [{ id: 7, url: '', active: true }];
    expect(await tabStatus(db, 7)).toEqual({ state: 'cannot', why: 'own_page' });
    expect(await tabStatus(db, 8)).toEqual({ state: 'cannot', why: 'browser_page' });
    fake.granted.add(PATTERN);
    await enableSite(db, DAGAN, 1);
    fake.tabs = [
      { id: 7, url: '', active: true },
      { id: 1, url: `${DAGAN}/wp-admin/post.php`, active: false },
    ];
    const popup = { page: 'popup' as const, tab: { id: 7, url: '', windowId: 1 } };
    expect(await articleTab(db, popup)).toBe(1);
    expect(await articleTab(db, { page: 'popup', tab: null })).toBeNull();
  });

  test('none at all', async () => {
    expect(await tabStatus(db)).toEqual({ state: 'cannot', why: 'none' });
  });
});

describe('two villages on one origin', () => {
  const [NORTH, SOUTH] = [`${DAGAN}/utara`, `${DAGAN}/selatan`];
  beforeEach(() => {
    fake.tabs = [
      { id: 1, url: `${NORTH}/wp-admin/`, content: () => page(NORTH) },
      { id: 2, url: `${SOUTH}/wp-admin/`, active: true, content: () => page(SOUTH) },
      { id: 3, url: `${SOUTH}/wp-login.php`, content: () => null },
      { id: 4, url: `${SOUTH}/`, content: () => ({ cms: 'evil', siteUrl: SOUTH }) },
      { id: 5, url: `${SOUTH}/` },
    ];
  });

  test('are two sites: each is written from its own tabs', async () => {
    expect((await tabsOfSite(NORTH)).map(({ tabId }) => tabId)).toEqual([1]);
    expect((await tabsOfSite(SOUTH)).map(({ tabId }) => tabId)).toEqual([2]);
  });

  test('a panel belongs to the site of its own tab', async () => {
    const from = (id: number, url: string) => ({ page: 'panel' as const, tab: { id, url, windowId: 1 } });
    const north = await openPanel(db, null, from(1, `${NORTH}/wp-admin/`), 1);
    const south = await openPanel(db, null, from(2, `${SOUTH}/wp-admin/`), 1);
    expect([north.site?.url, south.site?.url]).toEqual([NORTH, SOUTH]);
    expect(north.draft.id).not.toBe(south.draft.id);
    // While the page is changing, the address still tells.
    expect((await openPanel(db, null, from(5, `${SOUTH}/wp-admin/edit.php`), 2)).site?.url).toBe(SOUTH);
  });

  test('a page in one village’s folder cannot name the other’s site', async () => {
    await known(NORTH, SOUTH);
    await expect(rememberSite(db, page(SOUTH), `${NORTH}/wp-admin/`, 1)).rejects.toMatchObject({ code: 'bad_message' });
    expect((await rememberSite(db, page(NORTH), `${NORTH}/wp-admin/`, 1)).url).toBe(NORTH);
  });

  test('of a CMS that nobody knows, the villages’ lists tell where one site ends and the other begins', async () => {
    await known(NORTH, SOUTH);
    const unknown = { ...page(DAGAN), cms: 'assist' as const };
    expect((await rememberSite(db, unknown, `${NORTH}/tulis`, 1)).url).toBe(NORTH);
    expect((await rememberSite(db, unknown, `${SOUTH}/tulis`, 1)).url).toBe(SOUTH);
    expect((await rememberSite(db, unknown, `${DAGAN}/lain/tulis`, 1)).url).toBe(DAGAN);
    fake.tabs = [{ id: 6, url: `${NORTH}/tulis`, content: () => unknown }];
    expect([(await tabsOfSite(NORTH)).length, (await tabsOfSite(SOUTH)).length]).toEqual([1, 0]);
  });

  test('a panel’s draft stays with the site of its tab', async () => {
    await known(NORTH, SOUTH);
    const handlers = draftHandlers({
      db,
      clock: () => ({ now: 1, random: 0.5 }),
      broadcast: () => undefined,
    } as unknown as Background);
    const from = { page: 'panel' as const, tab: { id: 1, url: `${NORTH}/wp-admin/`, windowId: 1 } };
    const { draft } = await openPanel(db, null, from, 1);
    const save = (changes: Partial<typeof draft>) => handlers['draft/save']({ ...draft, ...changes }, from);
    await save({});
    await save({ id: 'newproduct000001' });
    await expect(save({ siteUrl: SOUTH })).rejects.toMatchObject({ code: 'bad_message' });
    await expect(save({ id: 'newproduct000002', siteUrl: SOUTH })).rejects.toMatchObject({ code: 'bad_message' });
  });

  /** Two villages are connected, each with one of these sites. */
  function known(...sites: string[]): Promise<void> {
    return db.change(['villages'], async (tx) => {
      for (const [at, site] of sites.entries()) await tx.put('villages', village(`desa${at}`, [site]));
    });
  }

  test('a page cannot name a site on another origin', async () => {
    await expect(rememberSite(db, page('https://lain.desa.id'), `${DAGAN}/wp-admin/`, 1)).rejects.toMatchObject({
      code: 'bad_message',
    });
  });
});

describe('editing a listing from the popup', () => {
  test('opens it in a tab of its site', async () => {
    const { id } = await openDraft(db, null, DAGAN, 1);
    fake.tabs = [
      {
        id: 1,
        url: `${DAGAN}/wp-admin/`,
        content: ({ name }) => (name === 'page/who' ? page(DAGAN) : { shown: true }),
      },
    ];
    expect(await editListing(db, id, 1)).toBe(true);
    expect(fake.asked.at(-1)).toEqual({ tabId: 1, question: { name: 'panel/show', listingId: id } });
    expect(fake.created).toEqual([]);
  });

  test('else opens the site’s admin, and the panel as soon as that is there, once', async () => {
    await rememberSite(db, page(DAGAN), `${DAGAN}/wp-admin/`, 1);
    const { id } = await openDraft(db, null, DAGAN, 1);
    await editListing(db, id, 1);
    expect(fake.created).toEqual([`${DAGAN}/wp-admin/`]);
    expect(await takeOpenNext(db, 'https://lain.desa.id', 2)).toBeNull();
    expect(await takeOpenNext(db, DAGAN, 2)).toBe(id);
    expect(await takeOpenNext(db, DAGAN, 2)).toBeNull();
  });

  test('of an unknown CMS opens its editor where it was last seen, and the popup names that page', async () => {
    const editor = `${DAGAN}/panel/tulis?id=7`;
    fake.granted.add(PATTERN);
    await enableSite(db, DAGAN, 1);
    await rememberSite(db, { ...page(DAGAN), cms: 'assist' }, editor, 1);
    fake.tabs = [{ id: 1, url: `${DAGAN}/panel`, active: true, content: () => null }];
    expect(await tabStatus(db)).toMatchObject({ state: 'enabled_not_admin', admin: editor });
    const { id } = await openDraft(db, null, DAGAN, 1);
    await editListing(db, id, 1);
    expect(fake.created).toEqual([editor]);
  });

  test('of no site opens the form in a tab of its own', async () => {
    const { id } = await openDraft(db, null, null, 1);
    await editListing(db, id, 1);
    expect(fake.created).toEqual(['about:blank']);
    expect(fake.tabs.map(({ url }) => url)).toEqual([`chrome-extension://ours/panel.html#${id}`]);
  });
});

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { productOf } from '#tests/cms/opensid/shopItem.ts';
import { Life } from '#tests/utils/outbox/life.ts';
import { viewCmsShop } from '#utils/background/handlers/cmsShop.ts';
import { getSettings, patchSettings } from '#utils/settings.ts';
import { Official } from './official.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('#tests/utils/sites/fakeBrowser.ts')).fake.api }));

const { fetch } = globalThis;
let official: Official;
beforeEach(async () => {
  official = await Official.arrive();
});
afterEach(async () => {
  globalThis.fetch = fetch;
  await official.cms.close();
});

const shelf = () => viewCmsShop(official.db);

describe('the setting', () => {
  test('is off until the person turns it on, and off means not one request', async () => {
    await official.db.change(['values'], (tx) => tx.setValue('settings', null));
    expect((await getSettings(official.db)).shop ?? false).toBe(false);
    await official.listing();
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
    expect(await shelf()).toEqual([]);
  });

  test('is not turned by another setting’s change', async () => {
    await patchSettings(official.db, { locale: 'en' });
    expect(await getSettings(official.db)).toMatchObject({ locale: 'en', shop: true });
  });

  test('turned off, what stands in the shop is left there', async () => {
    const { id } = await official.listing();
    await official.work();
    await official.want(false);
    await official.revise(id, { state: 'withdrawn' });
    official.requests = [];
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
    expect(official.products).toMatchObject([{ status: 1 }]);
  });
});

describe('a listing and the shop of its site', () => {
  test('it stands there once its article does, and then nothing is asked any more', async () => {
    const { shortUrl } = await official.listing();
    await official.work();
    expect(official.products).toMatchObject([
      { nama: 'Gula semut', harga: 25_000, satuan: 'bungkus 250 g', foto: [expect.stringContaining('dodolan-')] },
    ]);
    expect(official.products[0]?.deskripsi).toContain(shortUrl);
    official.requests = [];
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
  });

  test.each([
    ['has no article yet', {}, { post: null }],
    ['has an article that waits for an editor', {}, 'draft'],
    ['is not acknowledged by the marketplace', {}, { serverRev: 0, shortUrl: null }],
    ['is sold out', { availability: 'habis' as const }, {}],
    ['belongs to no site', { siteUrl: null }, {}],
    ['belongs to a site without a shop', { siteUrl: 'https://lain.desa.id' }, {}],
  ])('that %s is not put there', async (_, input, stored) => {
    const listing = await official.listing(input, typeof stored === 'string' ? {} : stored);
    if (typeof stored === 'string' && listing.post)
      await official.put({ ...listing, post: { ...listing.post, state: 'draft' } });
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
  });

  test('changes with it, goes off the shelf when sold out or withdrawn, and comes back as the same product', async () => {
    const { id } = await official.listing();
    await official.work();
    const [first] = official.products;
    for (const [over, is] of [
      [{ price: 30_000 }, { harga: 30_000, status: 1 }],
      [{ availability: 'habis' }, { status: 2 }],
      [{ availability: 'ada' }, { status: 1 }],
      [{ state: 'withdrawn' }, { status: 2 }],
      [{ state: 'live' }, { status: 1, harga: 30_000 }],
    ] as const) {
      await official.revise(id, over);
      await official.work();
      expect(official.products).toMatchObject([{ id: first?.id, ...is }]);
    }
  });

  test('gets another seller with another producer; while that one is no seller, it is off the shelf', async () => {
    const { id } = await official.listing();
    await official.work();
    expect(official.products).toMatchObject([{ pelapak: 'Bu Sri', status: 1 }]);
    await official.revise(id, { producer: { name: 'Desa Dagan', phone: '+6281999999999', consent: true } });
    await official.work();
    expect(official.products).toMatchObject([{ status: 2 }]);
    expect(await shelf()).toMatchObject([{ reason: 'lacks_producer', detail: 'Desa Dagan' }]);
    official.cms.state.sellers.push({ id: 2, pelapak: 'Desa Dagan', telepon: '081999999999', status: 1 });
    await official.work({ visited: true });
    expect(official.products).toMatchObject([{ pelapak: 'Desa Dagan', status: 1 }]);
    expect(official.products).toHaveLength(1);
  });

  test('keeps the seller that a person chose there', async () => {
    const { id } = await official.listing();
    await official.work();
    official.cms.state.sellers.push({ id: 2, pelapak: 'BUMDes', telepon: '081888888888', status: 1 });
    for (const row of official.cms.state.products) Object.assign(row, { id_pelapak: 2, pelapak: 'BUMDes' });
    await official.revise(id, { producer: { name: 'Desa Dagan', phone: '+6281999999999', consent: true } });
    await official.work();
    expect(official.products).toMatchObject([{ pelapak: 'BUMDes', status: 1 }]);
  });

  test('that was taken from that very shop stays a person’s own product there, whatever becomes of the listing', async () => {
    official.products.push(productOf({ nama: 'Gula semut' }));
    const before = structuredClone(official.products);
    const { id } = await official.listing();
    await official.db.change(['values'], (tx) => tx.setValue('taken', { [`${official.cms.url} 900`]: id }));
    await official.work({ visited: true });
    await official.revise(id, { price: 1_000, state: 'withdrawn' });
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
    expect(official.products).toEqual(before);
    await official.revise(id, { state: 'live' });
    expect(await shelf()).toMatchObject([{ waiting: 0, left: ['Gula semut'] }]);
  });

  test('a person’s own product of the same name is left alone, and that is said', async () => {
    official.products.push(productOf({ nama: 'gula semut' }));
    await official.listing();
    await official.work();
    expect(official.products).toMatchObject([{ id: 900, harga: 10_000 }]);
    expect(await shelf()).toMatchObject([{ waiting: 0, reason: null, left: ['Gula semut'] }]);
  });
});

describe('what is missing is said, and goes on at a later visit', () => {
  test('no seller yet: asked once a visit, not once for each listing', async () => {
    official.cms.state.options.noSeller = true;
    await official.listing();
    await official.listing({ name: 'Kopi' });
    await official.work();
    expect(await shelf()).toMatchObject([{ waiting: 2, reason: 'lacks_seller' }]);
    official.requests = [];
    await official.work({ visited: true });
    expect(official.requests).toHaveLength(1);
    official.cms.state.options.noSeller = false;
    await official.work({ visited: true });
    expect(official.products.map(({ nama }) => nama).sort()).toEqual(['Gula semut', 'Kopi']);
    expect(await shelf()).toEqual([]);
  });

  test('a producer who is no seller is named, and holds up nobody else', async () => {
    official.cms.state.sellers.push({ id: 2, pelapak: 'Pak Darmo', telepon: '081200001111', status: 1 });
    await official.listing({ producer: { name: 'Bu Lain', phone: '+6285555555555', consent: true } });
    await official.listing({ name: 'Kopi' });
    await official.work();
    expect(official.products.map(({ nama }) => nama)).toEqual(['Kopi']);
    expect(await shelf()).toMatchObject([{ waiting: 1, reason: 'lacks_producer', detail: 'Bu Lain' }]);
  });

  test('an account without Lapak is not asked again at every page', async () => {
    await official.signIn('kontributor');
    await official.listing();
    await official.work();
    expect(await shelf()).toMatchObject([{ waiting: 1, reason: 'no_permission' }]);
    official.requests = [];
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
    await official.signIn('operator');
    official.now += 5 * 60_000;
    await official.work({ visited: true });
    expect(official.products).toHaveLength(1);
  });

  test('a session that ended, and no admin page at all', async () => {
    official.cms.state.sessions.clear();
    await official.listing();
    await official.work();
    expect(await shelf()).toMatchObject([{ waiting: 1, reason: 'signed_out' }]);
    await official.signIn('admin');
    await official.work({ visited: true });
    expect(official.products).toHaveLength(1);
  });
});

describe('exactly once', () => {
  test('the worker dies at every single step, and the tab goes on: one product in the end', async () => {
    await official.listing();
    const whole = new Life();
    await official.work({ life: whole });
    expect(whole.steps).toBeGreaterThan(10);
    for (let step = 1; step <= whole.steps; step += 1) {
      official.products.splice(0);
      await official.db.change(['values'], (tx) => tx.setValue('shelf', null));
      const life = new Life(step);
      await official.work({ life });
      expect(life.isOver, `step ${step} was reached`).toBe(true);
      await official.work({ visited: true });
      expect(official.products, `died at ${step}`).toMatchObject([{ harga: 25_000, status: 1 }]);
      expect(await shelf()).toEqual([]);
    }
  }, 60_000);

  test('a write that may still be going on in a tab that is gone is given time', async () => {
    const { id } = await official.listing();
    const writing = { writer: 'a tab that is gone', at: official.now };
    const entry = { siteUrl: official.cms.url, rev: 0, ref: null, left: null, wait: null, writing };
    await official.db.change(['values'], (tx) => tx.setValue('shelf', { [id]: entry }));
    await official.work({ visited: true });
    expect(official.requests).toEqual([]);
    official.now += 15_000;
    await official.work({ visited: true });
    expect(official.products).toHaveLength(1);
  });

  test('withdrawn while the first write’s end is not known: it is looked for, and taken off', async () => {
    const { id } = await official.listing();
    await official.work();
    const entry = { siteUrl: official.cms.url, rev: 0, ref: null, left: null, wait: null };
    const writing = { writer: 'writer of admin', at: official.now };
    await official.db.change(['values'], (tx) => tx.setValue('shelf', { [id]: { ...entry, writing } }));
    await official.revise(id, { state: 'withdrawn' });
    await official.work({ visited: true });
    expect(official.products).toMatchObject([{ status: 2 }]);
  });
});

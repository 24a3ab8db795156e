import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DAY, HOUR } from '#contract/time.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import {
  BASE_URL,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { VillageSite } from '#tests/utils/outbox/cms.ts';
import { CmsError, type CmsErrorCode } from '#utils/cms/types.ts';
import { proveSite, takeDownProof } from '#utils/connection/proveSite.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { createMarketplace } from '#utils/marketplace/client.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { SiteTabs } from '#utils/outbox/deps.ts';

let market: Marketplace;
let village: TestVillage;
let db: Db;
const site = new VillageSite();
beforeAll(async () => {
  market = await startMarketplace({ backend: backends.at(-1) ?? 'embedded', config: { allowPrivateHosts: true } });
  await site.start();
  village = await market.village('Desa Dagan', [site.url]);
  await setVillageStatus(market.deps, village.id, 'waiting');
});
afterAll(async () => {
  await site.stop();
  await market.stop();
});
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  site.posts = [];
  site.faults = [];
  site.isContributor = false;
});

const fetch: Fetch = async (address, init) => market.app.request(address.slice(BASE_URL.length), init);
const deps = (tabs: SiteTabs = site.hands(), asked: Fetch = fetch) => ({
  db,
  tabs,
  marketplace: createMarketplace({ url: BASE_URL, token: village.token, fetch: asked }),
  now: () => 0,
});
const left = async () => (await db.read(['values'], (tx) => tx.value('siteProofs'))) ?? {};

test('one press writes the article, has it seen, and leaves nothing on the site', async () => {
  const titles: string[] = [];
  const hands = site.hands();
  const watched = {
    ...hands,
    save: (tab: number, post: Parameters<SiteTabs['save']>[1]) => {
      titles.push(post.title);
      return hands.save(tab, post);
    },
  };
  const proof = await proveSite(deps(watched), 'x', site.url);
  expect([proof.isProven, proof.reason]).toEqual([true, null]);
  expect(titles).toEqual([expect.stringMatching(/^Dodolan [0-9a-z]{16}$/)]);
  expect([site.posts, await left()]).toEqual([[], {}]);
});

test('an article whose worker died is taken down at the next visit', async () => {
  const hands = site.hands();
  const dying = { ...hands, unpublish: () => Promise.reject(new Error('died')) };
  await proveSite(deps(dying), 'x', site.url);
  expect([site.posts.length, Object.keys(await left())]).toEqual([1, [site.url]]);
  await takeDownProof(db, hands, { siteUrl: site.url, tabId: 1, now: 0 });
  expect([site.posts, await left()]).toEqual([[], {}]);
});

test('a write whose answer was lost leaves no article either', async () => {
  site.faults = ['lost'];
  await expect(proveSite(deps(), 'x', site.url)).rejects.toMatchObject({ code: 'cms_no_tab' });
  expect([site.posts, await left()]).toEqual([[], {}]);
});

test('an account that may not publish proves nothing, and is told so', async () => {
  site.isContributor = true;
  await expect(proveSite(deps(), 'x', site.url)).rejects.toMatchObject({ code: 'proof_pending' });
  expect(site.posts).toEqual([]);
});

test('a marketplace of an older version is told apart, and nothing is written', async () => {
  const old: Fetch = async () =>
    Response.json({ type: 'x', title: 'x', status: 404, code: 'not_found' }, { status: 404 });
  await expect(proveSite(deps(site.hands(), old), 'x', site.url)).rejects.toMatchObject({ code: 'proof_not_offered' });
  expect(site.posts).toEqual([]);
});

test('a role that may not delete is not asked at every page, and a session that ended is', async () => {
  const hands = site.hands();
  const tried: number[] = [];
  const saying = (code: CmsErrorCode, now: number) => ({
    ...hands,
    unpublish: () => {
      tried.push(now);
      return Promise.reject(new CmsError(code));
    },
  });
  const visit = (code: CmsErrorCode, now: number) =>
    takeDownProof(db, saying(code, now), { siteUrl: site.url, tabId: 1, now });
  await proveSite(deps(saying('signed_out', 0)), 'x', site.url);
  for (const now of [1, 2]) await visit('signed_out', now);
  expect(tried.splice(0)).toEqual([0, 1, 2]);
  for (const now of [3, HOUR, 3 + HOUR, 4 + 2 * HOUR, 3 + 3 * HOUR]) await visit('no_permission', now);
  expect(tried).toEqual([3, 3 + HOUR, 3 + 3 * HOUR]);
  await takeDownProof(db, hands, { siteUrl: site.url, tabId: 1, now: 30 * DAY });
  expect([site.posts, await left()]).toEqual([[], {}]);
});

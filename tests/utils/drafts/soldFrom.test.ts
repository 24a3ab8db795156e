import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { createDb, type Db } from '#utils/db/db.ts';
import { openDraft, saveDraft } from '#utils/drafts/drafts.ts';
import { openPanel } from '#utils/drafts/openPanel.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { rememberSoldFrom } from '#utils/drafts/soldFrom.ts';
import type { CmsPage } from '#utils/model/cms.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('#tests/utils/sites/fakeBrowser.ts')).fake.api }));
const open = vi.hoisted(() => ({ page: null as CmsPage | null }));
vi.mock('#utils/sites/tabs.ts', async (original) => ({
  ...(await original<object>()),
  cmsPageOf: async () => open.page,
}));

const SITE = 'https://dagan.desa.id';
const pageOf = (openPost: string | null, siteUrl = SITE): CmsPage => ({
  cms: 'wordpress',
  siteUrl,
  version: null,
  siteName: null,
  openPost,
});
const from = { page: 'panel' as const, tab: { id: 1, url: `${SITE}/wp-admin/` } } as never;
const clock = { now: 5, random: 0.5 };

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
  open.page = pageOf('7');
});

/** A draft that the form of article 7 has been filled into. */
async function begun() {
  const draft = await openDraft(db, null, SITE, 1);
  const maker = { producerName: 'Bu Siti', producerPhone: '081234567890', consent: true };
  const form = { ...draft.form, name: 'Gula semut', price: '25rb', unit: 'kg', category: 'makanan', ...maker };
  await saveDraft(db, { ...draft, form }, 2);
  await rememberSoldFrom(db, draft.id, from);
  return { ...draft, form, photos: [] };
}

test('what was begun from an article goes on when the panel is opened there again, newer drafts or not', async () => {
  const draft = await begun();
  open.page = pageOf('8');
  await saveDraft(db, { ...(await openDraft(db, null, SITE, 3, true)), form: { ...draft.form, name: 'Kopi' } }, 3);
  open.page = pageOf('7');
  const opened = await openPanel(db, null, from, 9);
  expect([opened.draft.id, opened.sold]).toEqual([draft.id, null]);
});

test('a product that was published from the article is named, beside an empty form', async () => {
  const draft = await begun();
  const hash = 'a'.repeat(64);
  await publish(db, { ...draft, photos: [{ hash, type: 'image/jpeg', width: 1, height: 1, bytes: 1 }] }, clock);
  const opened = await openPanel(db, null, from, 9);
  expect(opened.sold).toEqual({ id: draft.id, name: 'Gula semut', isDraft: false });
  expect(opened.draft.id).not.toBe(draft.id);
  await revise(db, draft.id, { state: 'withdrawn' }, clock);
  expect((await openPanel(db, null, from, 9)).sold).toBeNull();
});

test('the article of the product itself is known too, and another site’s of that number is not', async () => {
  const draft = await begun();
  const hash = 'a'.repeat(64);
  await publish(db, { ...draft, photos: [{ hash, type: 'image/jpeg', width: 1, height: 1, bytes: 1 }] }, clock);
  const post = {
    postId: '40',
    url: `${SITE}/gula`,
    state: 'published',
    editedMark: 'x',
    imageId: null,
    imageUrl: null,
  };
  await db.change(['listings'], async (tx) => {
    const listing = await tx.get('listings', draft.id);
    if (listing) await tx.put('listings', { ...listing, post: post as never });
  });
  open.page = pageOf('40');
  expect((await openPanel(db, null, from, 9)).sold?.id).toBe(draft.id);
  open.page = pageOf('40', `${SITE}/lain`);
  expect((await openPanel(db, null, from, 9)).sold).toBeNull();
  open.page = pageOf(null);
  expect((await openPanel(db, null, from, 9)).sold).toBeNull();
});

import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf, offerOf, type RecipeDeed, type RecipeOffer } from '#contract';
import { newId } from '#contract/newId.ts';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { listingInput } from '#tests/marketplace/samples.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { sharedFor, takeShared } from '#utils/lessons/shared.ts';
import { blankListing } from '#utils/listings/sync.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { NEVER } from '#utils/outbox/retryPolicy.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';

const SITE = 'https://onje.desa.id/web';
const PAGE = `${SITE}/admin/berita/tambah`;
const CLOCK = { now: 1_700_000_000_000, random: 0 };
const CATEGORY = { name: 'kategori', value: '7' };
const lesson: Lesson = {
  siteUrl: SITE,
  listingId: newId(),
  link: 'https://pasar.desa.id/p/1',
  title: 'Gula semut',
  pictureUrl: null,
  startedAt: CLOCK.now,
  step: 'open',
  why: null,
  save: null,
};

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});

/** A marketplace that answers every form with these offers, and remembers what it was asked for. */
function market(...offers: RecipeOffer[]) {
  const asked: string[] = [];
  const stub: Partial<Marketplace> = {
    async recipeOffers(form) {
      asked.push(form);
      return offers;
    },
  };
  return { asked, ...(stub as Marketplace) };
}
const FORM = [...DEED.controls, 'kategori'];
const CREATE: RecipeDeed = { ...DEED, controls: FORM, chosen: [CATEGORY] };
function offer(more: Partial<RecipeDeed> = {}): RecipeOffer {
  const made = offerOf(newId(), { create: { ...CREATE, ...more }, lists: ['/berita'] });
  if (made === null) throw new Error('no offer');
  return made;
}
/** What a marketplace says that keeps to no contract. */
const forged = (more: Partial<RecipeDeed>, asked: string[] = []): RecipeOffer => ({
  id: newId(),
  create: { ...CREATE, chosen: [], ...more },
  asked,
  lists: ['/berita'],
});

const INTO = { name: 'gambar_id', answer: ['/id'], form: 'digits' as const };
const UPLOAD = {
  action: '/admin/unggah',
  field: 'file',
  beside: ['_token'],
  into: [INTO],
};

describe('what others have shown', () => {
  test('takes along how a picture is sent first', async () => {
    const good = offer({ upload: UPLOAD });
    const taken = { id: good.id, page: PAGE, controls: FORM, chosen: [CATEGORY] };
    await takeShared({ db, clock: CLOCK }, market(good), lesson, taken);
    expect((await recipeOf(db, SITE))?.create.upload).toEqual(UPLOAD);
  });

  test('is asked for by a hash of the form inside its site, and of nothing that names the village', async () => {
    const shop = market(offer());
    const found = await sharedFor(shop, lesson, { page: PAGE, forms: [['cari'], FORM] });
    expect(shop.asked[1]).toBe(await fingerprintOf({ page: '/admin/berita/tambah', controls: FORM }));
    expect(found).toMatchObject({ form: 1, asked: ['kategori'] });
  });

  test.each([
    ['another page', { page: '/admin/hapus-semua' as const }],
    ['another form', { controls: ['judul', 'isi_berita'] }],
    ['a choice in no control', { chosen: [{ name: 'peran', value: 'on' }] }],
    ['a value of its own', { chosen: [{ name: 'status', value: 'rahasia123' }] }],
    ['a button that says the title', { press: { name: 'judul', value: 'Judi online' } }],
    ['a button that says a choice', { press: { name: 'kategori', value: '9' } }],
    ['one article that stands', { way: 'json' as const, method: 'PUT' as const, action: '/api/berita/5' }],
    ['the address of one article', { way: 'json' as const, action: '/api/berita/5' }],
    ['a picture sent to one article', { upload: { ...UPLOAD, action: '/api/berita/5' } }],
    ['a picture sent to the article’s own address', { upload: { ...UPLOAD, action: DEED.action } }],
    ['a picture in the title’s place', { upload: { ...UPLOAD, into: [{ ...INTO, name: 'judul' }] } }],
    ['JSON that is none', { way: 'json' as const, members: ['/s'], chosen: [{ name: '/s', value: 'on' }] }],
  ])('is not taken from a marketplace that answers with %s', async (_, more) => {
    const wrong = forged(more);
    expect(await sharedFor(market(wrong), lesson, { page: PAGE, forms: [FORM] })).toBeNull();
    const taken = takeShared({ db, clock: CLOCK }, market(wrong), lesson, {
      id: wrong.id,
      page: PAGE,
      controls: FORM,
      chosen: [],
    });
    await expect(taken).rejects.toMatchObject({ code: 'bad_message' });
    expect(await recipeOf(db, SITE)).toBeNull();
  });

  test('is kept as this site’s own, with what was chosen here and nothing else that a page says', async () => {
    const good = offer();
    const take = (chosen: RecipeDeed['chosen']) =>
      takeShared({ db, clock: CLOCK }, market(good), lesson, { id: good.id, page: PAGE, controls: FORM, chosen });
    await expect(take([{ name: 'status', value: 'publish' }])).rejects.toMatchObject({ code: 'bad_message' });
    await take([{ name: 'kategori', value: '2' }]);
    expect(await recipeOf(db, SITE)).toMatchObject({
      siteUrl: SITE,
      create: { page: '/admin/berita/tambah', chosen: [{ name: 'kategori', value: '2' }] },
      change: null,
      lists: ['/', '/berita'],
    });
  });

  test('says from the first village’s site that this software shows no links', async () => {
    const made = { ...offer(), mentions: true as const };
    const taken = { id: made.id, page: PAGE, controls: FORM, chosen: [] };
    await takeShared({ db, clock: CLOCK }, market(made), lesson, taken);
    expect(await recipeOf(db, SITE)).toMatchObject({ mentions: true });
  });

  test('leaves what was shown here of articles that stand, and is taken in no lesson about one', async () => {
    const good = offer();
    const take = (about: Lesson) =>
      takeShared({ db, clock: CLOCK }, market(good), about, { id: good.id, page: PAGE, controls: FORM, chosen: [] });
    const change = { ...DEED, page: '/admin/berita/edit/{id}', action: '/admin/berita/update/{id}', list: '/admin' };
    await saveRecipe(db, recipeFor(SITE, { change, mentions: true }), CLOCK.now);
    await expect(take({ ...lesson, deed: 'change' })).rejects.toMatchObject({ code: 'bad_message' });
    await take(lesson);
    expect(await recipeOf(db, SITE)).toMatchObject({ create: { controls: FORM }, change, mentions: true });
  });

  test.each(['by_hand', 'form_changed', 'look_first'] as const)('lets go on what waits as %s', async (reason) => {
    const good = offer();
    const { listingId: id } = lesson;
    const listing = { ...blankListing(id, listingInput(['a'.repeat(64)]), CLOCK.now), serverRev: 1 };
    const row: OutboxRow = {
      ...{ kind: 'listing', id, rev: 1, owed: ['linkback', 'proof'], photosDone: 0, photosAll: 0, createdAt: 0 },
      ...{ attempts: 1, nextAt: NEVER, reason, detail: null },
    };
    await db.change(['listings', 'outbox'], async (tx) => {
      await tx.put('listings', listing);
      await tx.put('outbox', row);
    });
    const taken = { id: good.id, page: PAGE, controls: FORM, chosen: [] };
    await takeShared({ db, clock: CLOCK }, market(good), lesson, taken);
    expect(await db.read(['outbox'], (tx) => tx.get('outbox', id))).toMatchObject({ reason: null, nextAt: CLOCK.now });
  });

  test.each(['peran', 'judul'])('asks nothing that the form has no choice for: %s', async (name) => {
    const wrong = forged({}, [name]);
    expect(await sharedFor(market(wrong), lesson, { page: PAGE, forms: [FORM] })).toBeNull();
  });
});

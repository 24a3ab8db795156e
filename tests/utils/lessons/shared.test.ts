import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprintOf, offerOf, type RecipeDeed, type RecipeOffer } from '#contract';
import { newId } from '#contract/newId.ts';
import { DEED } from '#tests/marketplace/recipes/samples.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { sharedFor, takeShared } from '#utils/lessons/shared.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import type { Lesson } from '#utils/model/lesson.ts';
import { recipeOf } from '#utils/recipes/book.ts';

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
const offer = (more: Partial<RecipeDeed> = {}) =>
  offerOf(newId(), { ...DEED, controls: [...DEED.controls, 'kategori'], chosen: [CATEGORY], ...more }, ['/berita']);
const FORM = [...DEED.controls, 'kategori'];

describe('what others have shown', () => {
  test('is asked for by a hash of the form inside its site, and of nothing that names the village', async () => {
    const shop = market(offer());
    const found = await sharedFor(shop, lesson, { page: PAGE, forms: [['cari'], FORM] });
    expect(shop.asked[1]).toBe(await fingerprintOf({ page: '/admin/berita/tambah', controls: FORM }));
    expect(found).toMatchObject({ form: 1, asked: ['kategori'] });
  });

  test.each([
    ['another page', { page: '/admin/hapus-semua' as const }],
    ['another form', { controls: ['judul', 'isi_berita'] }],
  ])('is not taken from a marketplace that answers with %s', async (_, more) => {
    const wrong = offer(more);
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
    });
  });
});

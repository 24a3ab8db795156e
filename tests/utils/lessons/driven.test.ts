import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { offerOf, readRecipe } from '#contract';
import { newId } from '#contract/newId.ts';
import { DEED, DRIVEN, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import { runningLesson, sawSave } from '#utils/lessons/lesson.ts';
import { sawPress } from '#utils/lessons/sawPress.ts';
import type { Lesson, ShownPress } from '#utils/model/lesson.ts';

const SITE = 'https://onje.desa.id';
const PAGE = `${SITE}/admin/berita/tambah`;
const NOW = 1_700_000_000_000;
const PRESS: ShownPress = {
  page: '/admin/berita/tambah',
  controls: ['isi', 'judul'],
  fields: [{ role: 'title', name: 'judul' }],
  chosen: [],
  driven: { button: { text: 'Simpan', isSubmit: true }, awaits: [] },
};
const LESSON: Lesson = {
  siteUrl: SITE,
  listingId: newId(),
  link: 'https://pasar.desa.id/p/1',
  title: 'Gula semut',
  pictureUrl: null,
  startedAt: NOW,
  step: 'open',
  why: null,
  save: null,
};

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});
const begin = (more: Partial<Lesson> = {}) =>
  db.change(['values'], (tx) => tx.setValue('lesson', { ...LESSON, ...more }));
const refused = (why: string) => sawSave(db, PAGE, { save: null, why }, NOW);
const press = (pressed: ShownPress | null = PRESS, page = PAGE) => sawPress(db, page, pressed, NOW);
const now = () => runningLesson(db, NOW);

test.each(['not_sent', 'secret', 'other_file', 'unseen', 'dead'])(
  'a form refused as %s is not looked for by its press either',
  async (why) => {
    await begin();
    await press();
    await refused(why);
    expect(await now()).toMatchObject({ step: 'refused', why, save: null });
    expect((await now())?.pressed).toBeUndefined();
  },
);

describe.each(['storage', 'everything', 'by_script', 'no_form', 'other_site'])('a save refused as %s', (why) => {
  const expected = { step: 'saved', why: null, save: null };

  test('is looked for all the same where its press was seen', async () => {
    await begin();
    await press();
    await refused(why);
    expect(await now()).toMatchObject(expected);
    expect((await now())?.pressed?.driven.isWhole).toBe(why === 'everything' || undefined);
  });

  test('and when the press is told of after it', async () => {
    await begin();
    await refused(why);
    await press();
    expect(await now()).toMatchObject(expected);
  });

  test('but not without a press, nor where the press may not be done again', async () => {
    await begin();
    await refused(why);
    expect(await now()).toMatchObject({ step: 'refused', why });
    await begin();
    await press();
    await press(null);
    await refused(why);
    expect(await now()).toMatchObject({ step: 'refused', why });
  });

  test('nor in a lesson of how an article is changed', async () => {
    await begin({ deed: 'change' });
    await press();
    await refused(why);
    expect(await now()).toMatchObject({ step: 'refused', why });
  });
});

test('what is never learned stays so, press or not', async () => {
  await begin();
  await press();
  await refused('secret');
  expect(await now()).toMatchObject({ step: 'refused', why: 'secret' });
});

test('another site’s page tells of no press', async () => {
  await begin();
  await press(PRESS, 'https://lain.desa.id/admin');
  expect((await now())?.pressed).toBeUndefined();
});

describe('the recipe of such a site', () => {
  test('is read whole: a way without its button, or a driven change, is none', () => {
    expect(readRecipe(recipeFor(SITE, { create: DRIVEN }))).not.toBeNull();
    const { driven: _, ...without } = DRIVEN;
    expect(readRecipe(recipeFor(SITE, { create: without }))).toBeNull();
    expect(readRecipe(recipeFor(SITE, { create: { ...DRIVEN, way: 'form' } }))).toBeNull();
    const change = { ...DRIVEN, list: '/admin/berita' };
    expect(readRecipe(recipeFor(SITE, { change }))).toBeNull();
    expect(readRecipe(recipeFor(SITE, { takeDown: { chosen: [], form: change } }))).toBeNull();
  });

  test('is offered to nobody', () => {
    expect(offerOf(newId(), { create: DEED, lists: ['/berita'] })).not.toBeNull();
    expect(offerOf(newId(), { create: DRIVEN, lists: ['/berita'] })).toBeNull();
  });
});

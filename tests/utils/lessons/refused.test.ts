import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { newId } from '#contract/newId.ts';
import { createDb } from '#utils/db/db.ts';
import { runningLesson, sawSave } from '#utils/lessons/lesson.ts';
import type { Lesson, ShownSave } from '#utils/model/lesson.ts';

const SITE = 'https://onje.desa.id';
const PAGE = `${SITE}/admin/berita/tambah`;
const NOW = 1_700_000_000_000;
const save: ShownSave = {
  way: 'form',
  method: 'POST',
  action: `${SITE}/admin/berita`,
  fields: [{ role: 'title', name: 'judul' }],
  shown: [],
  press: null,
  page: PAGE,
};
const lesson: Lesson = {
  siteUrl: SITE,
  listingId: newId(),
  link: 'https://pasar.desa.id/p/1',
  title: 'Gula semut',
  pictureUrl: null,
  startedAt: NOW,
  step: 'saved',
  why: null,
  save,
};

test.each([
  // The form is open again, so that title, text and photo can be given once more.
  ['not_saved', { step: 'refused', why: 'not_saved', save: null }],
  // The save counts; the article is only not in sight yet.
  ['not_public', { step: 'saved', why: 'not_public', save }],
])('after a save the page says %s', async (why, expected) => {
  globalThis.indexedDB = new IDBFactory();
  const db = createDb();
  await db.change(['values'], (tx) => tx.setValue('lesson', lesson));
  await sawSave(db, PAGE, { save: null, why }, NOW);
  expect(await runningLesson(db, NOW)).toMatchObject(expected);
});

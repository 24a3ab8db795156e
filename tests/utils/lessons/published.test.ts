import { expect, test } from 'vitest';
import { publishedAfter } from '#utils/lessons/published.ts';
import type { Lesson, ShownSave } from '#utils/model/lesson.ts';

const SITE = 'https://desa.example';
const FIRST: ShownSave = {
  way: 'form',
  method: 'POST',
  action: `${SITE}/admin/berita`,
  page: `${SITE}/admin/berita/tambah`,
  fields: [{ role: 'title', name: 'judul' }],
  shown: [
    { name: 'kategori', value: '3' },
    { name: 'status', value: '0' },
  ],
  press: null,
};
const EDIT: ShownSave = {
  ...FIRST,
  action: `${SITE}/admin/berita/4`,
  page: `${SITE}/admin/berita/4/ubah`,
  shown: [{ name: 'status', value: '1' }],
};
const lesson = (more: Partial<Lesson> = {}): Lesson => ({
  ...{ siteUrl: SITE, listingId: 'a'.repeat(16), link: `${SITE}/p/1`, title: 'Gula', pictureUrl: null },
  ...{ startedAt: 0, step: 'saved', why: 'not_public', save: FIRST },
  ...more,
});

test('a draft that is published in its own form is learned as a new article that is public', () => {
  expect(publishedAfter(lesson(), EDIT)).toEqual({
    ...FIRST,
    shown: [
      { name: 'kategori', value: '3' },
      { name: 'status', value: '1' },
    ],
  });
});

test.each([
  ['a second new article', lesson(), FIRST],
  ['a form that calls the choice otherwise', lesson(), { ...EDIT, shown: [{ name: 'edit_status', value: '1' }] }],
  ['a lesson about an article that stands', lesson({ deed: 'change' }), EDIT],
  ['a save that was refused', lesson({ why: 'not_saved' }), EDIT],
  ['the first save', lesson({ save: null }), EDIT],
] as const)('not so for %s', (_, about, seen) => {
  expect(publishedAfter(about, seen as ShownSave)).toBeNull();
});

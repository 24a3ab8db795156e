import { beforeEach, describe, expect, test } from 'vitest';
import { type TakeDeps, takeProduct } from '#components/import/takeProduct.ts';
import { AppError } from '#utils/appError.ts';
import { emptyForm } from '#utils/listing/form.ts';
import type { Draft } from '#utils/model/draft.ts';
import { PhotoError } from '#utils/photos/photoError.ts';

const DEFAULTS = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
const draft: Draft = {
  ...{ id: 'abcdefghijklmnop', siteUrl: 'https://dagan.desa.id', photos: [], baseRev: 0, prefilled: null, issues: [] },
  form: { ...emptyForm(DEFAULTS), name: 'Gula' },
  updatedAt: 0,
};
const product = (imageUrls: string[]) => ({
  ...{ sourceId: '7', name: 'Gula', description: null, price: 1, unit: null, category: null, producer: null },
  imageUrls,
});

let saved: Draft[];
let kept: string[];
let remembered: string[][];
let deps: TakeDeps;
beforeEach(() => {
  [saved, kept, remembered] = [[], [], []];
  deps = {
    whole: async (product) => product,
    // The picture's address is its content here, so that one content is one hash.
    pictures: async (urls) => urls.map((url) => (url === 'gone' ? null : new Blob([url]))),
    async prepare(blob) {
      const text = await blob.text();
      if (text === 'broken') throw new PhotoError('photo_broken');
      const hash = text.padEnd(64, '0');
      return { blob, photo: { hash, type: 'image/webp', width: 1, height: 1, bytes: blob.size } };
    },
    keep: async ({ photo }) => kept.push(photo.hash),
    save: async (next) => saved.push(next),
    remember: async (...pair) => remembered.push(pair),
  };
});

describe('taking a product from the shop', () => {
  test('keeps its words, then its photos in their order, one after the other', async () => {
    const taken = await takeProduct(product(['a', 'b']), () => draft, deps);
    expect(taken).toMatchObject({ photosLost: 0, problem: null });
    expect(saved.map(({ photos }) => photos.length)).toEqual([0, 1, 2]);
    expect(saved.at(-1)?.photos.map(({ hash }) => hash[0])).toEqual(['a', 'b']);
    expect(remembered).toEqual([['7', draft.id]]);
  });

  test('a draft never names a photo whose bytes were not kept', async () => {
    deps.keep = () => Promise.reject(new AppError('no_answer'));
    expect(await takeProduct(product(['a']), () => draft, deps)).toMatchObject({ photosLost: 1, problem: null });
    expect(saved.at(-1)?.photos).toEqual([]);
  });

  test('photos that are gone or broken are counted, and the others come along', async () => {
    const taken = await takeProduct(product(['gone', 'a', 'broken', 'b']), () => draft, deps);
    expect(taken.photosLost).toBe(2);
    expect(saved.at(-1)?.photos.map(({ hash }) => hash[0])).toEqual(['a', 'b']);
  });

  test('a tab that goes away in the middle leaves a draft with the words', async () => {
    deps.pictures = () => Promise.reject(new AppError('cms_no_tab'));
    expect(await takeProduct(product(['a', 'b']), () => draft, deps)).toMatchObject({ photosLost: 2, problem: null });
    expect(saved).toEqual([draft]);
  });

  test('a draft that could not be kept is said so, and nothing is remembered as taken', async () => {
    deps.save = () => Promise.reject(new AppError('no_answer'));
    expect((await takeProduct(product(['a']), () => draft, deps)).problem).toBe('no_answer');
    expect([kept, remembered]).toEqual([[], []]);
  });

  test('one picture twice is one photo, and more than eight are not asked for', async () => {
    const letters = [...'abcdefghij'];
    const taken = await takeProduct(product(['a', ...letters]), () => draft, deps);
    expect(taken.photosLost).toBe(0);
    expect(saved.at(-1)?.photos.map(({ hash }) => hash[0])).toEqual(letters.slice(0, 7));
  });

  test('of a table, what the form says is taken, and what it cannot say is told', async () => {
    const listed = { ...product([]), form: '/admin/produk/7/edit' };
    const named = ({ name }: { name: string }) => ({ ...draft, form: { ...draft.form, name } });
    deps.whole = async (one) => ({ ...one, name: 'Gula Semut' });
    expect(await takeProduct(listed, named, deps)).toMatchObject({ isFormLost: false, problem: null });
    deps.whole = async () => null;
    expect(await takeProduct(listed, named, deps)).toMatchObject({ isFormLost: true, problem: null });
    expect(saved.map(({ form }) => form.name)).toEqual(['Gula Semut', 'Gula']);
    deps.whole = () => Promise.reject(new AppError('own_table_ours'));
    expect((await takeProduct(listed, named, deps)).problem).toBe('own_table_ours');
    expect(saved).toHaveLength(2);
  });
});

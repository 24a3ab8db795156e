import { RECIPE_VERSION, type Recipe, type RecipeDeed } from '#contract';

/** A form of one of the village sites that were run: judul, isi, gambar, and a choice between draft and published. */
export const DEED: RecipeDeed = {
  way: 'form',
  page: '/admin/berita/tambah',
  action: '/admin/berita/simpan',
  method: 'POST',
  controls: ['judul', 'isi_berita', 'gambar', 'status'],
  fields: [
    { role: 'title', name: 'judul' },
    { role: 'body', name: 'isi_berita', form: 'html' },
    { role: 'picture', name: 'gambar' },
  ],
  chosen: [{ name: 'status', value: 'publish' }],
  press: null,
};

/** The same form where it can only be filled in and pressed in sight. */
export const DRIVEN: RecipeDeed = {
  ...DEED,
  way: 'driven',
  action: DEED.page,
  driven: { button: { text: 'Simpan', isSubmit: true }, awaits: ['/api/data'] },
};

/** How that site saves an article, as it was learned from one save. */
export function recipeFor(siteUrl: string, more: Partial<Recipe> = {}): Recipe {
  return { version: RECIPE_VERSION, siteUrl, create: DEED, change: null, takeDown: null, lists: ['/berita'], ...more };
}

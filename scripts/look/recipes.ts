import type { Page } from '@playwright/test';
import type { RecipeDeed } from '#contract';
import { DAY } from '#contract/time.ts';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { recipeFor } from '#tests/marketplace/recipes/samples.ts';
import type { StoredRecipe } from '#utils/model/recipe.ts';
import { extensionPage } from './popup.ts';
import { type Rows, rowsOf } from './rows.ts';
import type { Surfaces } from './surface.ts';

const SITE = 'https://desa-karanganyar-kulon-progo.example/sistem-informasi-desa';

/** As long as real names get. */
const LONG: RecipeDeed = {
  way: 'formData',
  page: '/administrator/index.php?halaman=berita_desa&aksi=tambah_data_baru',
  action: '/administrator/simpan_berita',
  method: 'POST',
  controls: ['data[Berita][judul_berita]'],
  fields: [
    { role: 'title', name: 'data[Berita][judul_berita_indonesia]' },
    { role: 'body', name: 'data[Berita][isi_berita_lengkap]', form: 'text' },
    { role: 'pictureUrl', name: 'data[Berita][gambar_utama_url]' },
    { role: 'excerpt', name: 'ringkasan' },
    { role: 'date', name: 'tanggal_terbit', form: 'd/m/Y' },
  ],
  chosen: [
    { name: 'kategori_id', value: '3' },
    { name: 'status_terbit', value: 'langsung terbit' },
    { name: 'data[Berita][tampilkan_di_beranda]', value: 'ya' },
  ],
  press: null,
};

function recipes(): Record<string, StoredRecipe> {
  const told = { village: null, rev: 1, base: 1, at: Date.now() };
  const change = { ...LONG, page: '/administrator/ubah_berita/{id}', list: '/administrator/berita' };
  const takeDown = { chosen: [{ name: 'status_terbit', value: 'konsep' }] };
  const newer = { ...recipeFor('https://baru.example'), version: 2 };
  return {
    'https://baru.example': { ...told, recipe: newer },
    'https://dagan.example': { ...told, recipe: recipeFor('https://dagan.example') },
    [SITE]: {
      ...told,
      at: Date.now() - 400 * DAY,
      recipe: recipeFor(SITE, { create: LONG, change, takeDown, lists: ['/berita', '/'] }),
    },
  };
}

/** What was learned of sites, in the options: seen, and just deleted. */
export function recipeSurfaces(browser: ExtensionBrowser) {
  const rows: Rows = rowsOf(browser);
  const at = (bring: (page: Page) => Promise<unknown>) => ({
    async open() {
      await rows.put('values', [{ name: 'recipes', value: recipes() }]);
      const page = await extensionPage(browser, 'options.html');
      await page.locator('#recipes .rows-item').first().waitFor();
      await bring(page);
      return page;
    },
    aim: (page: Page) => page.locator('#recipes').scrollIntoViewIfNeeded(),
    leave: () => rows.delete('values', ['recipes']),
  });
  return {
    'options-recipes': at(async () => undefined),
    'options-recipes-deleted': at(async (page) => {
      await page.locator('#recipes .btn-danger').nth(1).click();
      await page.locator('.undo').waitFor();
    }),
  } satisfies Surfaces;
}

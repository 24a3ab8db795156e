// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as saving from '#components/ui/saveText.ts';
import type { AnyRecipe } from '#contract';
import { button, click, createWorld, soon, speak, type World } from '#tests/components/mountPage.tsx';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { listRecipes, recipeOf, saveRecipe } from '#utils/recipes/book.ts';

const { Options } = await import('#components/options/Options.tsx');

const SITE = 'https://dagan.desa.id';
const DAY = Date.parse('2025-11-28T05:00:00Z');

let world: World;
let page: ReturnType<World['draw']>;
beforeEach(async () => {
  world = await createWorld();
});

const section = () => page.root.querySelector('#recipes');
const text = () => section()?.textContent ?? '';
const facts = () =>
  Object.fromEntries(
    [...page.root.querySelectorAll('#recipes dl > div')].map((line) => [
      line.querySelector('dt')?.textContent,
      // What is said, without the buttons beside it.
      [...(line.querySelector('dd')?.children ?? [])]
        .filter((one) => !one.matches('button'))
        .map((one) => one.textContent)
        .join(''),
    ]),
  );

async function open(...recipes: AnyRecipe[]) {
  for (const recipe of recipes) await saveRecipe(world.db, recipe, DAY);
  page = world.draw(<Options />);
  await soon(() => expect(page.root.querySelector('#language')).not.toBeNull());
}

describe('learned ways to save, in the options', () => {
  it('are no section and no line of the contents while nothing was learned', async () => {
    await open();
    expect(section()).toBeNull();
    expect(page.root.querySelector('a[href="#recipes"]')).toBeNull();
  });

  it('say in plain words where each part goes, and since when', async () => {
    await open(recipeFor(SITE));
    await soon(() => expect(text()).toContain('dagan.desa.id dipelajari 28 Nov'));
    expect(page.root.querySelector('a[href="#recipes"]')).not.toBeNull();
    expect(facts()).toEqual({
      Judul: 'judul',
      Isi: 'isi_berita (sebagai HTML)',
      Foto: 'gambar',
      Pilihan: 'status: publish',
      Formulir: '/admin/berita/tambah',
      'Mengubah artikel': 'belum ditunjukkan',
      'Menurunkan artikel': 'belum ditunjukkan',
      'Daftar artikel': '/berita',
    });
  });

  it('tell a day by an example, and what was shown of changing and taking down', async () => {
    const { fields, ...rest } = DEED;
    const create = { ...rest, fields: [...fields, { role: 'date' as const, name: 'tgl', form: 'd/m/Y' as const }] };
    const change = { ...DEED, page: '/admin/berita/{id}/ubah', list: '/admin/berita' };
    const takeDown = { chosen: [{ name: 'status', value: 'draft' }] };
    await open(recipeFor(SITE, { create, change, takeDown }));
    await soon(() =>
      expect(facts()).toMatchObject({
        Tanggal: 'tgl (seperti 28/11/2026)',
        'Mengubah artikel': '/admin/berita/{id}/ubah',
        'Menurunkan artikel': 'status: draft',
      }),
    );
  });

  it('that only a newer version can read are said to be that, and may be deleted', async () => {
    await open({ ...recipeFor(SITE), version: 2 });
    await soon(() => expect(text()).toContain('Dodolan versi yang lebih baru'));
    expect(text()).not.toContain('Simpan ke berkas');
    click(button(page.root, 'Hapus'));
    await soon(() => expect(page.root.textContent).toContain('dagan.desa.id dihapus'));
    click(button(page.root, 'Urungkan'));
    await soon(() => expect(text()).toContain('Dodolan versi yang lebih baru'));
  });

  it('deleted, are gone at once; the undo brings the very same back', async () => {
    await open(recipeFor(SITE), recipeFor(`${SITE}/web`));
    await soon(() => expect(text()).toContain('dagan.desa.id/web'));
    click(
      page.root.querySelector('button[aria-label="Hapus cara menyimpan di dagan.desa.id"]') ?? expect.fail('no button'),
    );
    await soon(() => expect(page.root.querySelectorAll('#recipes li')).toHaveLength(1));
    expect(await recipeOf(world.db, SITE)).toBeNull();
    click(button(page.root, 'Urungkan'));
    await soon(() => expect(page.root.querySelectorAll('#recipes li')).toHaveLength(2));
    expect(await recipeOf(world.db, SITE)).toEqual(recipeFor(SITE));
    expect(text()).not.toMatch(/dipelajari (?!28 Nov)/);
    expect(page.root.querySelector('.undo')).toBeNull();
  });

  it('the last one deleted, the section is gone and the undo stays', async () => {
    await open(recipeFor(SITE));
    await soon(() => expect(text()).toContain('dagan.desa.id'));
    click(button(page.root, 'Hapus'));
    await soon(() => expect(section()).toBeNull());
    click(button(page.root, 'Urungkan'));
    await soon(() => expect(text()).toContain('dagan.desa.id'));
  });

  it('are saved to a file as they are, one for a site', async () => {
    const save = vi.spyOn(saving, 'saveText').mockImplementation(() => undefined);
    await open(recipeFor(`${SITE}/web`));
    await soon(() => expect(text()).toContain('dagan.desa.id/web'));
    click(button(page.root, 'Simpan ke berkas'));
    const [name, json, type] = save.mock.lastCall ?? [];
    expect([name, type]).toEqual(['cara-menyimpan-dagan.desa.id-web.json', 'application/json']);
    expect(JSON.parse(json ?? '')).toEqual(recipeFor(`${SITE}/web`));
  });

  it('that the marketplace has not heard of yet are said to be unsent', async () => {
    await world.connect();
    await open(recipeFor(SITE));
    await soon(() => expect(text()).toContain('belum terkirim'));
    expect(await listRecipes(world.db)).toMatchObject([{ isOwed: true }]);
  });

  it('read in English', async () => {
    await speak('en');
    await open(recipeFor(SITE));
    await soon(() => expect(facts()).toMatchObject({ Title: 'judul', Text: 'isi_berita (as HTML)', Photo: 'gambar' }));
    await speak('id');
  });
});

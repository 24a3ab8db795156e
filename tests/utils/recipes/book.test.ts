import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptRecipe } from '#contract';
import { recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { come, leave } from '#tests/utils/villages/bareDevice.ts';
import { village } from '#tests/utils/villages/storedVillage.ts';
import { createDb, type Db } from '#utils/db/db.ts';
import type { Marketplace } from '#utils/marketplace/client.ts';
import { forgetRecipe, listRecipes, recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { sayRecipes, syncRecipes } from '#utils/recipes/sync.ts';
import { chooseVillage } from '#utils/villages/ownership.ts';

const SITE = 'https://utara.desa.id';
const NOW = 1_700_000_000_000;
const utara = village('utara', [SITE]);

let db: Db;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  db = createDb();
});
const rows = () => db.read(['values'], async (tx) => (await tx.value('recipes')) ?? {});

/** A marketplace that has these recipes, and remembers what it is told. */
function market(...has: Partial<KeptRecipe>[]) {
  const told: unknown[] = [];
  const recipes = has.map((one) => ({ siteUrl: SITE, rev: 1, recipe: null, ...one }));
  const stub: Partial<Marketplace> = {
    recipes: async () => recipes.map((one) => ({ updatedAt: new Date(NOW).toISOString(), ...one })),
    async putRecipe({ base: _, ...input }) {
      told.push(input);
      return { ...input, updatedAt: new Date(NOW).toISOString() };
    },
  };
  return { told, ...(stub as Marketplace) };
}

describe('how a site saves', () => {
  test('is known on every page of the site, and on no page of another', async () => {
    await saveRecipe(db, recipeFor(SITE), NOW);
    for (const address of [SITE, `${SITE}/`, `${SITE}/admin/berita?x=1#y`])
      expect(await recipeOf(db, address), address).toEqual(recipeFor(SITE));
    for (const address of [
      'https://utara.desa.id.evil.example',
      'http://utara.desa.id',
      'https://www.utara.desa.id',
      'https://utara.desa.id:8443',
      'utara',
      '',
    ])
      expect(await recipeOf(db, address), address).toBeNull();
  });

  test('of two folders the deepest around the page counts, in whole names', async () => {
    for (const folder of ['', '/web', '/web/dua']) await saveRecipe(db, recipeFor(`${SITE}${folder}`), NOW);
    const siteOf = async (path: string) => (await recipeOf(db, `${SITE}${path}`))?.siteUrl.slice(SITE.length);
    expect(await Promise.all(['/web/dua/x', '/web/duabelas', '/web', '/website', '/'].map(siteOf))).toEqual([
      '/web/dua',
      '/web',
      '/web',
      '',
      '',
    ]);
    await forgetRecipe(db, `${SITE}/web/dua`, NOW);
    expect(await siteOf('/web/dua/x')).toBe('/web');
  });

  test('that only a newer version can read is none, and is kept and listed', async () => {
    const newer = { ...recipeFor(SITE), version: 2, baru: ['x'] };
    await saveRecipe(db, newer, NOW);
    expect(await recipeOf(db, SITE)).toBeNull();
    expect(await listRecipes(db)).toMatchObject([{ siteUrl: SITE, recipe: null, at: NOW }]);
    expect((await rows())[SITE]?.recipe).toEqual(newer);
    expect(await db.aside()).toEqual([]);
  });

  test('deleted, it is gone at once, and what it was is given back for an undo', async () => {
    await saveRecipe(db, recipeFor(SITE), NOW);
    expect(await forgetRecipe(db, SITE, NOW)).toEqual(recipeFor(SITE));
    expect(await forgetRecipe(db, SITE, NOW)).toBeNull();
    expect([await recipeOf(db, SITE), await listRecipes(db), await rows()]).toEqual([null, [], {}]);
  });
});

describe('whose it is', () => {
  test('learned before any village is known, it goes to the one that the site is of', async () => {
    await saveRecipe(db, recipeFor(SITE), NOW);
    await saveRecipe(db, recipeFor('https://lain.desa.id'), NOW);
    await come(db, utara);
    const { told, ...marketplace } = market();
    expect(await sayRecipes(db, marketplace, utara.key)).toBe(true);
    expect(told).toMatchObject([{ siteUrl: SITE, rev: 1 }]);
    expect(await sayRecipes(db, marketplace, utara.key)).toBe(false);
  });

  test('a site that the marketplace does not know as the village’s own waits until it does', async () => {
    await come(db, utara);
    const unlisted = 'https://blog.utara.example';
    await chooseVillage(db, unlisted, utara.key);
    await saveRecipe(db, recipeFor(unlisted), NOW);
    const { told, ...marketplace } = market();
    await sayRecipes(db, marketplace, utara.key);
    expect(told).toEqual([]);
    const { village: known } = utara.public;
    const listed = { ...utara, public: { ...utara.public, village: { ...known, sites: [SITE, unlisted] } } };
    await db.change(['villages'], (tx) => tx.put('villages', listed));
    await sayRecipes(db, marketplace, utara.key);
    expect(told).toMatchObject([{ siteUrl: unlisted }]);
  });

  test('deleted after the site was taken from the village, it is deleted on the marketplace too', async () => {
    await come(db, utara);
    await saveRecipe(db, recipeFor(SITE), NOW);
    const { told, ...marketplace } = market();
    await sayRecipes(db, marketplace, utara.key);
    const without = {
      ...utara,
      public: { ...utara.public, village: { ...utara.public.village, sites: ['https://baru.desa.id'] } },
    };
    await db.change(['villages'], (tx) => tx.put('villages', without));
    await forgetRecipe(db, SITE, NOW);
    await sayRecipes(db, marketplace, utara.key);
    expect(told.at(-1)).toMatchObject({ siteUrl: SITE, recipe: null });
    expect(await listRecipes(db)).toEqual([]);
    await syncRecipes(db, market(), utara.key);
    expect(await rows()).toEqual({});
  });

  test('a marketplace may say nothing of a site that is not its village’s, and nothing that names another', async () => {
    await come(db, utara);
    await come(db, village('dagan', ['https://dagan.desa.id'], {}, 'latihan.example'));
    await saveRecipe(db, recipeFor('https://dagan.desa.id'), NOW);
    const before = await rows();
    const evil = 'https://evil.example';
    const isNew = await syncRecipes(
      db,
      market(
        { siteUrl: 'https://dagan.desa.id', rev: 9 },
        { siteUrl: 'https://dagan.desa.id/web', recipe: recipeFor('https://dagan.desa.id/web') },
        { siteUrl: evil, recipe: recipeFor(evil) },
        { siteUrl: SITE, recipe: recipeFor(evil) },
      ),
      utara.key,
    );
    expect(isNew).toBe(false);
    expect(await rows()).toEqual(before);
  });

  test('an address of a marketplace that leads out of the site is never followed', async () => {
    await come(db, utara);
    for (const action of ['//evil.example', '/\\evil.example', 'https://evil.example', '/../lain']) {
      const { create, ...rest } = recipeFor(SITE);
      await syncRecipes(db, market({ recipe: { ...rest, create: { ...create, action } } }), utara.key);
      expect(await recipeOf(db, SITE), action).toBeNull();
    }
  });

  test('a village that is left takes nothing along that its articles still need; the next one is told', async () => {
    await come(db, utara);
    await saveRecipe(db, recipeFor(SITE), NOW);
    await saveRecipe(db, recipeFor(`${SITE}/web`), NOW);
    await syncRecipes(db, market({ recipe: recipeFor(SITE) }), utara.key);
    await forgetRecipe(db, `${SITE}/web`, NOW);
    await leave(db, utara);
    expect(await recipeOf(db, SITE)).toEqual(recipeFor(SITE));
    expect(await listRecipes(db)).toMatchObject([{ siteUrl: SITE, isOwed: false }]);
    const same = village('utara', [SITE], {}, 'pasar.sungguh.example');
    await come(db, same);
    const { told, ...marketplace } = market();
    await sayRecipes(db, marketplace, same.key);
    expect(told).toMatchObject([{ siteUrl: SITE, recipe: recipeFor(SITE) }]);
  });

  test('a village that is forgotten while it is asked leaves no trace of that', async () => {
    await come(db, utara);
    await saveRecipe(db, recipeFor(SITE), NOW);
    const marketplace = market();
    marketplace.putRecipe = async ({ base: _, ...input }) => {
      await leave(db, utara);
      return { ...input, updatedAt: new Date(NOW).toISOString() };
    };
    await sayRecipes(db, marketplace, utara.key);
    expect((await rows())[SITE]).toMatchObject({ village: null, base: 0 });
  });
});

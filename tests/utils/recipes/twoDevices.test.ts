import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Recipe } from '#contract';
import { DAY } from '#contract/time.ts';
import { recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { AppError } from '#utils/appError.ts';
import { sayOwed } from '#utils/background/sayOwed.ts';
import { createDb } from '#utils/db/db.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { forgetRecipe, listRecipes, recipeOf, saveRecipe } from '#utils/recipes/book.ts';
import { saveReplies } from '#utils/replies/replies.ts';

let laptop: Laptop;
let site: string;
beforeAll(async () => {
  laptop = await Laptop.start();
  site = laptop.site.url;
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.village = await laptop.market.village('Desa Dagan', [site]);
  laptop.reset();
  await laptop.know();
  laptop.now = laptop.market.clock.now().getTime();
});

const changes: string[] = [];
const deps = () => ({
  ...laptop.deps(),
  fetch: globalThis.fetch,
  trigger: () => undefined,
  broadcast: (changed: string) => void changes.push(changed),
});
const sync = () => refreshShared(deps(), laptop.key);
const learn = (list = '/berita') => saveRecipe(laptop.db, recipeFor(site, { lists: [list] }), laptop.now);
const lists = async () => (await recipeOf(laptop.db, site))?.lists[0] ?? null;
const rows = () => laptop.db.read(['values'], async (tx) => (await tx.value('recipes')) ?? {});

/** What a village's other laptop is, each time the same one. */
function another() {
  const disk = new IDBFactory();
  let token: { token: string; deviceId: string } | undefined;
  return async (work: () => Promise<unknown>): Promise<void> => {
    const here = { disk: globalThis.indexedDB, db: laptop.db, village: laptop.village };
    globalThis.indexedDB = disk;
    laptop.db = createDb();
    token ??= await laptop.market.device(here.village.id);
    laptop.village = { ...here.village, ...token };
    await laptop.know();
    try {
      await work();
    } finally {
      globalThis.indexedDB = here.disk;
      Object.assign(laptop, { db: here.db, village: here.village });
    }
  };
}

test('what was shown on one laptop is known on the other, which is told that it is new', async () => {
  await learn();
  await sync();
  await another()(async () => {
    changes.length = 0;
    await sync();
    expect(changes).toContain('recipes');
    expect(await recipeOf(laptop.db, site)).toEqual(recipeFor(site));
    changes.length = 0;
    await sync();
    expect(changes).not.toContain('recipes');
  });
});

test('without a signal it is owed and said so; with one it goes by itself, once', async () => {
  await learn();
  laptop.faults = ['cut'];
  await sayOwed(laptop.deps());
  expect(await listRecipes(laptop.db)).toMatchObject([{ isOwed: true }]);
  laptop.faults = ['cutAfter'];
  await sayOwed(laptop.deps());
  expect(await listRecipes(laptop.db)).toMatchObject([{ isOwed: true }]);
  await sayOwed(laptop.deps());
  expect(await listRecipes(laptop.db)).toMatchObject([{ isOwed: false }]);
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests).toEqual([]);
});

test('deleted on one, it is gone on the other; said anew there, it is back on both', async () => {
  const other = another();
  await learn();
  await sync();
  await other(sync);
  await forgetRecipe(laptop.db, site, laptop.now);
  expect(await lists()).toBeNull();
  await sync();
  expect(await rows()).toMatchObject({ [site]: { recipe: null, rev: 2, base: 2 } });
  await other(async () => {
    await sync();
    expect([await lists(), await listRecipes(laptop.db)]).toEqual([null, []]);
    await learn('/artikel');
    await sync();
  });
  await sync();
  expect(await lists()).toBe('/artikel');
});

test('deleted without a signal and put back, it stays on both', async () => {
  const other = another();
  await learn();
  await sync();
  const was = await forgetRecipe(laptop.db, site, laptop.now);
  await saveRecipe(laptop.db, Recipe.parse(was), laptop.now);
  await sync();
  await other(async () => {
    await sync();
    expect(await lists()).toBe('/berita');
  });
});

test('deleted and put back at once it is back, also by a clock that was never set', async () => {
  const other = another();
  await learn();
  await sync();
  await other(sync);
  const at = laptop.now;
  const was = await forgetRecipe(laptop.db, site, at);
  await sync();
  await saveRecipe(laptop.db, Recipe.parse(was), at - 1000 * DAY);
  await sync();
  await other(async () => {
    await sync();
    expect(await lists()).toBe('/berita');
    await forgetRecipe(laptop.db, site, at);
    await sync();
  });
  expect(await lists()).toBe('/berita');
  await sync();
  expect(await lists()).toBeNull();
  laptop.now = at - 1000 * DAY;
  await learn('/artikel');
  await sync();
  expect(await lists()).toBe('/artikel');
});

test('deleted here, what another device had learned meanwhile stays', async () => {
  const other = another();
  await learn();
  await sync();
  await other(async () => {
    await sync();
    await learn('/baru');
    await sync();
  });
  await forgetRecipe(laptop.db, site, laptop.now + DAY);
  await sync();
  expect(await lists()).toBe('/baru');
});

test('shown on both at once, what was shown later stands on both', async () => {
  const other = another();
  laptop.now -= 60_000;
  await learn('/lama');
  laptop.now += 120_000;
  await other(async () => {
    await learn('/baru');
    await sync();
  });
  await sync();
  expect(await lists()).toBe('/baru');
  laptop.now += 60_000;
  await learn('/terbaru');
  await other(async () => {
    await forgetRecipe(laptop.db, site, laptop.now - 90_000);
    await sync();
  });
  await sync();
  await other(async () => {
    await sync();
    expect(await lists()).toBe('/terbaru');
  });
  expect(await lists()).toBe('/terbaru');
});

test('what the marketplace refuses stays here, and is not sent again', async () => {
  const large = recipeFor(site);
  large.create.controls = Array.from({ length: 120 }, (_, at) => `${at}${'字'.repeat(117)}`);
  await saveRecipe(laptop.db, large, laptop.now);
  await sync();
  laptop.requests = [];
  await sayOwed(laptop.deps());
  expect(laptop.requests).toEqual([]);
  expect(await recipeOf(laptop.db, site)).toEqual(large);
});

test('a marketplace of an older version that keeps none is asked now and then, and told of everything else at once', async () => {
  await learn();
  const marketplace = await laptop.deps().marketplace(laptop.key);
  let asked = 0;
  const older = {
    ...laptop.deps(),
    marketplace: async () =>
      marketplace && {
        ...marketplace,
        putRecipe: async () => {
          asked += 1;
          throw new AppError('not_found');
        },
      },
  };
  for (let times = 0; times < 3; times += 1) await sayOwed(older);
  expect(asked).toBe(1);
  await saveReplies(laptop.db, laptop.key, ['Siap']);
  await sayOwed(older);
  expect(await marketplace?.replies()).toMatchObject({ texts: ['Siap'] });
});

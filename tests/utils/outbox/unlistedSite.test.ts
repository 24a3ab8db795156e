import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCommand } from '#marketplace/admin/commands.ts';
import { publish } from '#utils/drafts/publish.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import { Laptop } from './village.ts';

let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());

const setSites = (sites: string[]) =>
  laptop.market.deps.db.updateTable('villages').set({ sites }).where('id', '=', laptop.village.id).execute();
beforeEach(async () => {
  laptop.reset();
  await setSites([]);
  await laptop.know({ ...laptop.connection(), village: { ...laptop.connection().village, sites: [] } });
});
afterEach(async () => {
  await laptop.market.deps.db.deleteFrom('site_requests').execute();
});

const operator = (...argv: string[]) => runCommand(laptop.market.deps, argv, 'id');
const clock = () => ({ now: laptop.now, random: 0.5 });

async function published(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft.id;
}

/** The device asks the marketplace what has changed, as it does while it is open. */
async function refresh(): Promise<void> {
  await refreshVillage(
    {
      db: laptop.db,
      fetch: globalThis.fetch,
      marketplace: (key) => laptop.deps().marketplace(key),
      broadcast: () => undefined,
      trigger: (by) => void laptop.trigger(by),
    },
    laptop.key,
  );
}

test('the operator is asked for the site, the product is live meanwhile, and all goes on when he has added it', async () => {
  const id = await published();
  expect(await laptop.row(id)).toMatchObject({ reason: 'proof_failed', detail: 'site_asked' });
  expect((await laptop.onMarket(id))?.input.state).toBe('live');
  expect((await operator('sites')).text).toContain(`site ${laptop.village.slug} '${laptop.site.url}'`);

  expect(await operator('site', laptop.village.slug, laptop.site.url)).toMatchObject({ ok: true });
  expect((await operator('sites')).text).toBe('Tidak ada desa yang meminta situs dicatat.');
  await refresh();
  await laptop.drain();
  expect((await laptop.onMarket(id))?.verification.state).toBe('verified');
  expect(await laptop.row(id)).toBeUndefined();
});

test('a refusal is told, and the operator is not asked again', async () => {
  const id = await published();
  await operator('refuse', laptop.village.slug, laptop.site.url);
  laptop.now += 3_600_000;
  await laptop.drain();
  expect(await laptop.row(id)).toMatchObject({ reason: 'proof_failed', detail: 'site_refused' });
  expect((await operator('sites')).text).toBe('Tidak ada desa yang meminta situs dicatat.');
});

test('a marketplace of the released version, which takes no such request, is told as before', async () => {
  const fetch = laptop.fetch.bind(laptop);
  laptop.fetch = (life) => {
    const own = fetch(life);
    return async (url, init) => {
      if (!String(url).includes('/v1/site-requests')) return own(url, init);
      const { app } = laptop.market;
      return app.request('/v1/nothing', { ...init, body: null, method: 'GET' });
    };
  };
  const id = await published();
  laptop.fetch = fetch;
  expect(await laptop.row(id)).toMatchObject({ reason: 'proof_failed', detail: 'backlink_foreign_host' });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AnyRecipe, KeptRecipe, Problem, RECIPES_MAX, RecipeList, SitePath } from '#contract';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { DEED, recipeFor } from './samples.ts';

const SITE = 'https://dagan.desa.id';

describe.each(backends)('how a village’s sites save, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    dagan = await market.village('Desa Dagan', [SITE]);
  });

  type Device = Pick<TestVillage, 'token'>;
  const put = (body: unknown, { token }: Device = dagan) => market.call('PUT', '/v1/recipes', { token, body });
  const said = (more: Record<string, unknown> = {}) => {
    const siteUrl = String(more.siteUrl ?? SITE);
    return { siteUrl, rev: 1, base: 0, recipe: recipeFor(siteUrl), ...more };
  };
  const all = async ({ token }: Device = dagan) =>
    RecipeList.parse(await (await market.call('GET', '/v1/recipes', { token })).json()).recipes;
  const refused = async (answer: Promise<Response>) => Problem.parse(await (await answer).json());

  it('is read back as it was said, by every device of the village and by no other village', async () => {
    expect(KeptRecipe.parse(await (await put(said())).json())).toMatchObject({ siteUrl: SITE, rev: 1 });
    expect(await all(await market.device(dagan.id))).toMatchObject([
      { siteUrl: SITE, rev: 1, recipe: recipeFor(SITE) },
    ]);
    const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
    expect(await all(onje)).toEqual([]);
    expect((await market.call('GET', '/v1/recipes')).status).toBe(401);
    expect((await market.call('PUT', '/v1/recipes', { body: said() })).status).toBe(401);
  });

  it('another village may say nothing of this one’s site', async () => {
    await put(said());
    const onje = await market.village('Desa Onje', ['https://onje.desa.id', 'https://bersama.desa.id/onje']);
    for (const siteUrl of [SITE, `${SITE}/blog`, 'https://bersama.desa.id', 'https://bersama.desa.id/onjepecah'])
      for (const recipe of [recipeFor(siteUrl), null])
        expect(await refused(put(said({ siteUrl, recipe, rev: 9 }), onje)), siteUrl).toMatchObject({
          code: 'invalid',
          issues: [{ path: 'siteUrl', code: 'site_foreign' }],
        });
    expect((await put(said({ siteUrl: 'https://bersama.desa.id/onje/web' }), onje)).status).toBe(200);
    expect(await all()).toMatchObject([{ rev: 1 }]);
  });

  it('said twice is said once; a revision that did not see another device’s is a conflict, with what stands there', async () => {
    await put(said());
    expect((await put(said())).status).toBe(200);
    expect(await all()).toHaveLength(1);
    const other = await market.device(dagan.id);
    const changed = recipeFor(SITE, { lists: ['/artikel'] });
    expect((await put(said({ rev: 2, base: 1, recipe: changed }), other)).status).toBe(200);
    for (const body of [said({ rev: 2, base: 1 }), said({ rev: 9, base: 1, recipe: null }), said()])
      expect(await refused(put(body))).toMatchObject({ code: 'revision_old', current: { rev: 2, recipe: changed } });
    expect((await put(said({ rev: 3, base: 2 }))).status).toBe(200);
  });

  it('what this device said itself it knows, also when the answer was lost', async () => {
    await put(said());
    await put(said({ rev: 2, base: 1, recipe: recipeFor(SITE, { lists: ['/artikel'] }) }));
    expect((await put(said({ rev: 3, base: 1 }))).status).toBe(200);
  });

  it('deleted, it is told as deleted to the other devices, and may be said anew', async () => {
    await put(said());
    for (let times = 0; times < 2; times += 1)
      expect((await put(said({ rev: 2, base: 1, recipe: null }))).status).toBe(200);
    expect(await all(await market.device(dagan.id))).toMatchObject([{ siteUrl: SITE, rev: 2, recipe: null }]);
    expect((await put(said({ rev: 3, base: 2 }))).status).toBe(200);
    expect(await all()).toMatchObject([{ rev: 3, recipe: recipeFor(SITE) }]);
  });

  it('of a site that is the village’s no more it may be deleted, and not said anew', async () => {
    await put(said());
    await market.deps.db.updateTable('villages').set({ sites: [] }).where('id', '=', dagan.id).execute();
    expect((await refused(put(said({ rev: 2, base: 1 })))).issues).toEqual([{ path: 'siteUrl', code: 'site_foreign' }]);
    expect((await put(said({ rev: 2, base: 1, recipe: null }))).status).toBe(200);
    expect(await all()).toMatchObject([{ recipe: null }]);
  });

  it('deleting what was never kept leaves no trace', async () => {
    expect((await put(said({ recipe: null }))).status).toBe(200);
    expect(await all()).toEqual([]);
  });

  it('of a newer version it is kept and given back as it came', async () => {
    const recipe: AnyRecipe = { version: 7, siteUrl: SITE, buat: { langkah: ['\u0000', '\ud800', '//evil'] } };
    expect((await put(said({ recipe }))).status).toBe(200);
    expect((await put(said({ recipe }))).status).toBe(200);
    expect(await all()).toMatchObject([{ rev: 1, recipe }]);
    // It names the site that it is for in every version.
    expect((await put(said({ rev: 2, base: 1, recipe: { ...recipe, siteUrl: 'https://evil.example' } }))).status).toBe(
      422,
    );
  });

  it('keeps nothing that this version has no place for: no token’s value, no hidden field', async () => {
    const recipe = { ...recipeFor(SITE), cookie: 'rahasia', create: { ...DEED, _token: 'rahasia' } };
    expect((await put(said({ recipe }))).status).toBe(200);
    expect(JSON.stringify(await all())).not.toContain('rahasia');
  });

  it.each([
    '//evil.example/simpan',
    '/\\evil.example/simpan',
    '\\\\evil.example',
    'https://evil.example/simpan',
    'javascript:alert(1)',
    'admin/simpan',
    '/admin /simpan',
    '/ad\tmin',
    '/../desa-lain/admin',
    '/admin/../../desa-lain',
    '/admin/%2E%2e/x',
    '/admin/..',
    '/..?x=1',
  ])('an address that leads out of the site is refused at its place: %s', async (action) => {
    for (const [path, recipe] of [
      ['recipe.create.action', recipeFor(SITE, { create: { ...DEED, action } })],
      ['recipe.create.page', recipeFor(SITE, { create: { ...DEED, page: action } })],
      ['recipe.change.list', recipeFor(SITE, { change: { ...DEED, list: action } })],
      ['recipe.lists.0', recipeFor(SITE, { lists: [action] })],
    ] as const)
      expect((await refused(put(said({ recipe })))).issues, action).toEqual([{ path, code: 'path_malformed' }]);
    expect(await all()).toEqual([]);
  });

  it.each([
    '/',
    '/index.php?halaman=../berita',
    '/admin/berita/{id}/ubah',
    '/admin/..berita/a.b/...',
    '/.well-known/x#/../y',
  ])('an address inside the site is good: %s', (path) => expect(SitePath.safeParse(path).success).toBe(true));

  it('a recipe that names another site than it is said for is refused, and an address that is not in its plain form', async () => {
    expect((await refused(put(said({ recipe: recipeFor('https://evil.example') })))).issues).toEqual([
      { path: 'recipe.siteUrl', code: 'site_foreign' },
    ]);
    for (const siteUrl of [
      `${SITE}/`,
      `${SITE}/a/../b`,
      `${SITE}?x=1`,
      `${SITE}#x`,
      'HTTPS://dagan.desa.id',
      'dagan',
      'ftp://dagan.desa.id',
    ])
      expect((await refused(put(said({ siteUrl })))).issues, siteUrl).toEqual(
        expect.arrayContaining([{ path: 'siteUrl', code: 'url_malformed' }]),
      );
  });

  it('one that is too large is refused, whatever makes it so', async () => {
    const long = Array.from({ length: 120 }, (_, at) => `${at}${'字'.repeat(117)}`);
    const large = recipeFor(SITE, { create: { ...DEED, controls: long } });
    expect((await refused(put(said({ recipe: large })))).code).toBe('too_large');
    const padded = { version: 2, siteUrl: SITE, x: 'x'.repeat(32_000) };
    expect((await refused(put(said({ recipe: padded })))).code).toBe('too_large');
    expect((await refused(put(said({ recipe: { ...padded, x: 'x'.repeat(90_000) } })))).code).toBe('too_large');
    expect(await all()).toEqual([]);
  });

  it('end at a number that no village reaches; one of them may be changed then, and a deleted one gives its place', async () => {
    for (let at = 0; at < RECIPES_MAX; at += 1)
      expect((await put(said({ siteUrl: `${SITE}/${at}` }))).status).toBe(200);
    expect(await refused(put(said()))).toMatchObject({ code: 'invalid', issues: [{ code: 'recipes_many' }] });
    expect(
      (await put(said({ siteUrl: `${SITE}/3`, rev: 2, recipe: recipeFor(`${SITE}/3`, { lists: ['/x'] }) }))).status,
    ).toBe(200);
    expect((await put(said({ siteUrl: `${SITE}/4`, rev: 2, recipe: null }))).status).toBe(200);
    expect((await put(said())).status).toBe(200);
  });

  it('of the deleted ones only the newest are kept', async () => {
    for (let at = 0; at < RECIPES_MAX + 3; at += 1) {
      market.clock.advance(60_000);
      await put(said({ siteUrl: `${SITE}/${at}` }));
      await put(said({ siteUrl: `${SITE}/${at}`, rev: 2, recipe: null }));
    }
    await put(said());
    const sites = (await all()).map(({ siteUrl }) => siteUrl);
    expect(sites).toHaveLength(RECIPES_MAX + 1);
    expect(sites).not.toContain(`${SITE}/0`);
  });

  it('two devices that say one at once make one row', async () => {
    const other = await market.device(dagan.id);
    const changed = recipeFor(SITE, { lists: ['/artikel'] });
    const answers = await Promise.all([put(said()), put(said({ recipe: changed }), other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await all()).toHaveLength(1);
  });

  it('may be said so often in an hour and not more', async () => {
    const { token } = dagan;
    let last = 200;
    for (let rev = 1; rev < 140 && last === 200; rev += 1) last = (await put(said({ rev }), { token })).status;
    expect(last).toBe(429);
  });

  it('no page, feed or list of anybody shows one', async () => {
    await put(said({ recipe: recipeFor(SITE, { lists: ['/alamat-rahasia'] }) }));
    const { id } = await sentListing(market, dagan);
    const village = [`/desa/${dagan.slug}`, `/desa/${dagan.slug}/feed.xml`, `/p/${id}`, `/v1/listings/${id}`];
    for (const path of ['/', '/desa', '/feed.xml', '/feed/katalog.xml', '/sitemap.xml', '/v1/recipes', ...village])
      expect(await (await market.call('GET', path)).text(), path).not.toContain('rahasia');
  });
});

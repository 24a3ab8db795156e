import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, RecipeOffers } from '#contract';
import { runCommand } from '#marketplace/admin/commands.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { DEED, recipeFor } from './samples.ts';

const SITE = 'https://dagan.desa.id';

describe.each(backends)('a recipe that an operator offers to others, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let onje: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    await market.deps.db.deleteFrom('recipe_offers').execute();
    await market.deps.db.deleteFrom('recipes').execute();
    dagan = await market.village('Desa Dagan', [SITE]);
    onje = await market.village('Desa Onje', ['https://onje.desa.id']);
  });

  const teach = (create = DEED) =>
    market.call('PUT', '/v1/recipes', {
      token: dagan.token,
      body: { siteUrl: SITE, rev: 1, base: 0, recipe: recipeFor(SITE, { create }) },
    });
  const said = async (...argv: string[]) => (await runCommand(market.deps, argv, 'en')).text;
  const offers = async (form: { page: string; controls: string[] } = DEED) =>
    RecipeOffers.parse(
      await (
        await market.call('GET', `/v1/recipes/offers?form=${await fingerprintOf(form)}`, { token: onje.token })
      ).json(),
    ).offers;

  it('reaches nobody before an operator says so, then every village whose site has this form', async () => {
    await teach();
    expect(await offers()).toEqual([]);
    expect(await said('offer', dagan.slug, SITE)).toContain('is offered');
    await said('offer', dagan.slug, SITE);
    expect(await offers()).toMatchObject([{ create: DEED, lists: ['/berita'], asked: [] }]);
    expect(await offers({ ...DEED, controls: [...DEED.controls, 'captcha'] })).toEqual([]);
    expect(await offers({ ...DEED, page: '/admin/artikel/tambah' })).toEqual([]);
    expect((await market.call('GET', `/v1/recipes/offers?form=${'0'.repeat(64)}`)).status).toBe(401);
    expect((await market.call('GET', '/v1/recipes/offers?form=all', { token: onje.token })).status).toBe(422);
  });

  it('says of a site that shows no links that it shows none', async () => {
    await market.call('PUT', '/v1/recipes', {
      token: dagan.token,
      body: { siteUrl: SITE, rev: 1, base: 0, recipe: recipeFor(SITE, { mentions: true }) },
    });
    await said('offer', dagan.slug, SITE);
    expect(await offers()).toMatchObject([{ create: DEED, mentions: true }]);
  });

  it('names no village, and holds no category, menu or author of it: those are asked', async () => {
    const own = [
      { name: 'kategori_id', value: '7' },
      { name: 'penulis', value: 'Bu Siti' },
      { name: 'menu', value: 'on' },
      { name: 'bahasa', value: 'Banyumasan' },
    ];
    const controls = [...DEED.controls, 'kategori_id', 'penulis', 'menu', 'bahasa', 'headline'];
    await teach({ ...DEED, controls, chosen: [...DEED.chosen, ...own, { name: 'headline', value: '' }] });
    await said('offer', dagan.slug, SITE);
    const [offer] = await offers({ ...DEED, controls });
    expect(offer?.asked).toEqual(['kategori_id', 'penulis', 'menu', 'bahasa']);
    expect(offer?.create.chosen).toEqual([
      { name: 'status', value: 'publish' },
      { name: 'headline', value: '' },
    ]);
    expect(JSON.stringify(offer)).not.toMatch(/dagan|Siti|Banyumasan/i);
  });

  it('is listed in plain words with the command that offers it, and taken back by its code', async () => {
    await teach();
    expect(await said('recipes')).toContain(`npm run marketplace -- offer ${dagan.slug} '${SITE}'`);
    await said('offer', dagan.slug, SITE);
    const code = /the code (\w{16})/.exec(await said('recipes'))?.[1] ?? '';
    expect(await said('unoffer', code)).toContain('taken back');
    expect(await offers()).toEqual([]);
    expect(await said('unoffer', code)).toContain('no such offer');
    expect(await said('offer', onje.slug, 'https://onje.desa.id')).toContain('nothing that can be offered');
  });

  it('is read whole by the operator, its button, token and lists too, without a terminal’s own signs', async () => {
    const token = { header: 'x-csrf-token', meta: 'csrf-token' };
    await teach({ ...DEED, press: { name: 'aksi', value: 'Simpan\u001b[2J' }, token });
    const text = await said('recipes');
    for (const part of ['aksi: Simpan', 'x-csrf-token ← csrf-token', '/berita']) expect(text).toContain(part);
    expect(text).not.toContain('\u001b');
  });

  it('is still told, and taken back, when the village has forgotten how its site saves', async () => {
    await teach();
    await said('offer', dagan.slug, SITE);
    const gone = { siteUrl: SITE, rev: 2, base: 1, recipe: null };
    await market.call('PUT', '/v1/recipes', { token: dagan.token, body: gone });
    expect(await offers()).toHaveLength(1);
    const code = /the code (\w{16})/.exec(await said('recipes'))?.[1] ?? '';
    expect(await said('unoffer', code)).toContain('taken back');
    expect(await offers()).toEqual([]);
  });

  it.each([
    ['a button that says the title', { press: { name: 'judul', value: 'Judi online' } }],
    ['a choice in no control', { chosen: [{ name: 'peran', value: 'on' }] }],
    ['an article that stands', { way: 'json' as const, method: 'PUT' as const, action: '/api/berita/5' }],
    [
      'what only a script could choose',
      { way: 'json' as const, members: ['/kategori'], chosen: [{ name: '/kategori', value: '7' }] },
    ],
  ])('is not offered with %s', async (_, more) => {
    await teach({ ...DEED, ...more });
    expect(await said('offer', dagan.slug, SITE)).toContain('nothing that can be offered');
    expect(await said('recipes')).not.toContain(SITE);
  });
});

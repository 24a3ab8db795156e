// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { refAt } from '#utils/cms/learned/rewrite.ts';
import { CmsError, type DriverContext } from '#utils/cms/types.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';
import { type Deed, teachChange, withChange } from './teachChange.ts';

const STATUS = { status: 'draftDefault', takeDown: 'statusField' } as const;

let site: VillageSite;
afterEach(() => site.stop());

/** A site of these traits on which this deed was shown, and one product of ours there. */
async function shown(traits: Partial<VillageOptions>, deed: Deed) {
  site = await startVillageSite(traits);
  const context = await visitor(site);
  const first = recipeOf(await teach(site, context));
  const about = product('Gula aren');
  const wrote = await learnedDriver(first, TOOLS).save(context, about);
  const taught = await teachChange(site, context, { post: revised(about, 'Dicetak.'), ref: wrote, deed });
  const driver = learnedDriver(withChange(first, taught), TOOLS);
  const post = product('Keripik pisang');
  return { context, driver, post, ref: await driver.save(context, post) };
}

/** A person's own news, in which they link the product once. */
function news(title: string, link: string) {
  const body = `<p>${'Cerita panjang. '.repeat(20)}</p><p><a href="${link}">lihat</a></p>`;
  return site.write({ title, body, isPublished: true });
}
const articleOf = (id: number) => site.articles().find((one) => one.id === id);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error instanceof CmsError ? error.code : String(error)),
  );

describe('an article that a person wrote, with our link in it once', () => {
  test('is not hidden with the product, where its address was given by hand', async () => {
    const { context, driver, post } = await shown(STATUS, 'hide');
    const own = news('Pasar desa ramai', post.link);
    const home = await (await fetch(`${site.url}/`)).text();
    const href = /href="([^"]*pasar[^"]*)"/.exec(home)?.[1] ?? '';
    const known = refAt(new URL(href, `${site.url}/`).href, 'published', undefined);
    expect(await codeOf(driver.unpublish(context, { ...post, known }))).toBe('not_reached');
    expect(articleOf(own.id)).toEqual(own);
  });

  test('is not hidden where it is found on the lists after a save of unknown end', async () => {
    const { context, driver } = await shown(STATUS, 'hide');
    const post = product('Teh rosela');
    const own = news('Lomba desa', post.link);
    await codeOf(driver.unpublish(context, { ...post, known: null, mayStand: [], marks: [] }));
    expect(articleOf(own.id)).toEqual(own);
  });

  test('is not written over, whatever the person answers about its words', async () => {
    const { context, driver } = await shown({}, 'change');
    const post = product('Teh rosela');
    const own = news('Lomba desa', post.link);
    const known = await driver.save(context, { ...post, isFirst: false });
    const again = { ...revised(post, 'Baru.'), known, isFirst: false, overwriteEdits: true };
    expect(await codeOf(driver.save(context, again))).toBe('not_reached');
    expect(articleOf(own.id)).toEqual(own);
  });
});

test('a picture that a person added to our article is asked about before a new price is written', async () => {
  const { context, driver, post, ref } = await shown({}, 'change');
  const article = site.articles().at(-1);
  site.edit(article?.id ?? 0, { body: `${article?.body}<p><img src="/foto/dapur.jpg"></p>` });
  const changed = { ...revised(post, 'Rp30.000.'), known: ref, isFirst: false };
  expect(await codeOf(driver.save(context, changed))).toBe('edited_by_hand');
  expect(articleOf(article?.id ?? 0)?.body).toContain('dapur.jpg');
});

test('a guard that asks whether one is a robot does not say that the article is gone', async () => {
  const { context, driver, post, ref } = await shown({}, 'change');
  const guarded: DriverContext['fetch'] = async (input, init) =>
    init?.credentials === 'omit'
      ? new Response('<title>Robot?</title>', { status: 202, headers: { 'sg-captcha': 'challenge' } })
      : context.fetch(input, init);
  expect(await codeOf(driver.unpublish({ ...context, fetch: guarded }, { ...post, known: ref }))).toBe('site_down');
});

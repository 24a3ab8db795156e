// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { FORM_FLAVOURS } from '#tests/cms/doubles/village/axes.ts';
import type { FaultKind } from '#tests/cms/doubles/village/faults.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { CmsError, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { product, recipeOf, TOOLS, teach, visitor } from './teach.ts';

let site: VillageSite;
afterEach(() => site.stop());

const holding = ({ link }: LinkBackPost) => site.articles().filter(({ body }) => body.includes(link)).length;

async function learned(traits: Parameters<typeof startVillageSite>[0]) {
  site = await startVillageSite(traits);
  const context = await visitor(site);
  return { context, recipe: recipeOf(await teach(site, context)) };
}

/** Saves as the outbox does: what is not known to have failed is said at the next try. */
async function saveOnce(
  context: DriverContext,
  driver: ReturnType<typeof learnedDriver>,
  post: LinkBackPost,
): Promise<{ ref: PostRef } | { error: CmsError; next: LinkBackPost }> {
  try {
    return { ref: await driver.save(context, post) };
  } catch (error) {
    if (!(error instanceof CmsError)) throw error;
    const mayStand = error.mayHaveWritten ? [...error.traces] : post.mayStand;
    return { error, next: { ...post, isFirst: false, mayStand } };
  }
}

const KINDS: FaultKind[] = ['drop_request', 'drop_answer', '500', '419', 'logout'];

describe.each(FORM_FLAVOURS)('%s: what goes wrong at the save', (flavour) => {
  test.each(KINDS)('%s: never a second article, whatever is tried afterwards', async (kind) => {
    const { context, recipe } = await learned({ flavour });
    const driver = learnedDriver(recipe, TOOLS);
    const post = product();
    site.failNext(kind);
    const first = await saveOnce(context, driver, post);
    expect(holding(post)).toBe(kind === 'drop_answer' ? 1 : 0);
    // An answer that got lost is looked for, not asked for again.
    if ('ref' in first) return expect(kind).toBe('drop_answer');
    const writes = site.requests.filter(({ method }) => method === 'POST').length;
    const second = await saveOnce(context, driver, first.next);
    expect('error' in second && second.error.code).toBe('look_first');
    expect(site.requests.filter(({ method }) => method === 'POST')).toHaveLength(writes);
    // The person has looked, and says that nothing is there.
    if ('ref' in second) throw new Error('written without having been asked for');
    if (kind === 'logout') return;
    const third = await saveOnce(context, driver, { ...second.next, overwriteEdits: true });
    expect('ref' in third).toBe(true);
    expect(holding(post)).toBe(1);
    expect(site.foreignUntouched()).toBe(true);
  });

  test('signed out: nothing is sent, and that is said', async () => {
    const { context, recipe } = await learned({ flavour });
    site.endSessions();
    const post = product();
    const before = site.requests.filter(({ method }) => method === 'POST').length;
    const end = await saveOnce(context, learnedDriver(recipe, TOOLS), post);
    expect('error' in end && end.error.code).toBe('signed_out');
    expect('error' in end && end.error.mayHaveWritten).toBe(false);
    expect(site.requests.filter(({ method }) => method === 'POST')).toHaveLength(before);
  });

  test('a form that is another one than was shown is never written to', async () => {
    const { context, recipe } = await learned({ flavour });
    const changed = { ...recipe, create: { ...recipe.create, controls: [...recipe.create.controls, 'nik'] } };
    const end = await saveOnce(context, learnedDriver(changed, TOOLS), product());
    expect('error' in end && [end.error.code, end.error.mayHaveWritten]).toEqual(['form_changed', false]);
    expect(site.articles()).toHaveLength(4);
  });

  test('two products of one name become two articles of two titles, each with its own link', async () => {
    const { context, recipe } = await learned({ flavour });
    const driver = learnedDriver(recipe, TOOLS);
    const [one, two] = [product('Gula semut'), product('Gula semut')];
    const [first, second] = [await driver.save(context, one), await driver.save(context, two)];
    expect(first.url).not.toBe(second.url);
    expect(new Set(site.articles().map(({ title }) => title)).size).toBe(site.articles().length);
  });

  test('withdrawn: the article is left to the person, with its address', async () => {
    const { context, recipe } = await learned({ flavour });
    const driver = learnedDriver(recipe, TOOLS);
    const post = product();
    const ref = await driver.save(context, post);
    const down = driver.unpublish(context, { link: post.link, title: post.title, known: null, mayStand: [] });
    await expect(down).rejects.toMatchObject({ code: 'not_shown', what: ref.url });
    expect(holding(post)).toBe(1);
  });
});

// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { FORM_FLAVOURS, type VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { FaultKind } from '#tests/cms/doubles/village/faults.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { EVERY_VARIANT } from '#tests/support/variants.ts';
import { learnedDriver } from '#utils/cms/learned/driver.ts';
import { CmsError, type Driver, type DriverContext, type LinkBackPost, type PostRef } from '#utils/cms/types.ts';
import { product, recipeOf, revised, TOOLS, teach, visitor } from './teach.ts';
import { type Deed, teachChange, withChange } from './teachChange.ts';

let site: VillageSite;
afterEach(() => site.stop());

interface Scene {
  context: DriverContext;
  driver: Driver;
  post: LinkBackPost;
  ref: PostRef;
}

/** A site on which a new article and these deeds were shown, and one product that was written by one press. */
async function scene(traits: Partial<VillageOptions>, deeds: Deed[] = ['change']): Promise<Scene> {
  site = await startVillageSite(traits);
  const context = await visitor(site);
  let recipe = recipeOf(await teach(site, context));
  for (const deed of deeds) {
    const shown = product(`Gula aren ${deed}`);
    const ref = await learnedDriver(recipe, TOOLS).save(context, shown);
    const post = revised(shown, 'Dicetak bulat.');
    recipe = withChange(recipe, await teachChange(site, context, { post, ref, deed }));
  }
  const driver = learnedDriver(recipe, TOOLS);
  const post = product('Keripik pisang');
  return { context, driver, post, ref: await driver.save(context, post) };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error instanceof CmsError ? error.code : String(error)),
  );
/** Does it while the request of this place, counted from now, fails. */
async function failing<T>(kind: FaultKind, step: number, work: () => Promise<T>): Promise<T> {
  let left = step;
  let isOn = true;
  site.failNext(kind, () => isOn && left-- === 0);
  const end = await work();
  isOn = false;
  return end;
}
const others = ({ post }: Scene) => site.articles().filter(({ body }) => !body.includes(post.link));
const writes = () => site.requests.filter(({ method }) => method !== 'GET').length;
const articleOf = ({ ref }: Scene) => site.articles().find(({ title }) => title === ref.wrote?.title);
const changed = ({ post, ref }: Scene, words = 'Harga baru Rp30.000.') => ({
  ...revised(post, words),
  known: ref,
  isFirst: false,
});

const FLAVOURS = [...FORM_FLAVOURS, 'json', 'jsonMultipart'] as const;
const KINDS: FaultKind[] = ['drop_request', 'drop_answer', '500', '419', 'logout'];

/**
 * Each request of each flavour fails in one way here, and over all flavours in every way; with `npm run test:long variants`
 * each fails in every way everywhere.
 */
function isTurnOf(kinds: readonly FaultKind[], kind: FaultKind, step: number, flavour: (typeof FLAVOURS)[number]) {
  return EVERY_VARIANT || kinds[(step + FLAVOURS.indexOf(flavour)) % kinds.length] === kind;
}

describe.each(FLAVOURS)('%s: a change', (flavour) => {
  test('of which any request fails is made once in the end, and no other article is touched', async () => {
    const all = await scene({ flavour });
    // How many requests a change takes: each of them fails in turn.
    const before = site.requests.length;
    all.ref = await all.driver.save(all.context, changed(all, 'Kata pertama.'));
    const steps = site.requests.length - before;
    const kinds = KINDS.filter((one) => one !== 'logout');
    for (const kind of kinds)
      for (let step = 0; step < steps; step += 1) {
        if (!isTurnOf(kinds, kind, step, flavour)) continue;
        const post = changed(all, `Langkah ${step} ${kind}.`);
        const had = others(all);
        const first = await failing(kind, step, () => codeOf(all.driver.save(all.context, post)));
        // Whatever was said: what is not seen in public was not believed, and the next try ends well.
        if (first === 'done') expect(articleOf(all)?.body).toContain(`Langkah ${step}`);
        expect([
          'done',
          'network',
          'site_down',
          'not_read_back',
          'form_changed',
          'not_reached',
          'signed_out',
        ]).toContain(first);
        expect(await codeOf(all.driver.save(all.context, post))).toBe('done');
        expect(articleOf(all)?.body).toContain(`Langkah ${step} `);
        expect(others(all)).toEqual(had);
        all.ref = await all.driver.save(all.context, post);
      }
    expect(site.foreignUntouched()).toBe(true);
  });

  test('nothing is sent while signed out, and that is said', async () => {
    const all = await scene({ flavour });
    site.endSessions();
    const had = writes();
    const end = await all.driver.save(all.context, changed(all)).catch((error) => error);
    expect([end.code, end.mayHaveWritten]).toEqual(['signed_out', false]);
    expect(writes()).toBe(had);
  });

  test('is not made over a person’s words until they say so', async () => {
    const all = await scene({ flavour });
    const { id = 0, body = '' } = articleOf(all) ?? {};
    site.edit(id, { body: `${body}<p>Pesan lewat Bu Carik.</p>` });
    const had = writes();
    expect(await codeOf(all.driver.save(all.context, changed(all)))).toBe('edited_by_hand');
    expect(writes()).toBe(had);
    expect(await codeOf(all.driver.save(all.context, { ...changed(all), overwriteEdits: true }))).toBe('done');
    expect(articleOf(all)?.body).not.toContain('Bu Carik');
  });

  test('is never made of an article without our link, whatever is said of it', async () => {
    const all = await scene({ flavour });
    const { id = 0 } = articleOf(all) ?? {};
    site.edit(id, { body: 'Keripik pisang kini dibahas di balai desa.' });
    const had = writes();
    expect(await codeOf(all.driver.save(all.context, changed(all)))).toBe('edited_by_hand');
    expect(await codeOf(all.driver.save(all.context, { ...changed(all), overwriteEdits: true }))).toBe('not_reached');
    expect(writes()).toBe(had);
  });

  test('reaches ours of two articles of one title, and not the other one', async () => {
    const all = await scene({ flavour });
    const { title = '' } = articleOf(all) ?? {};
    const other = site.write({ title, body: 'Lomba keripik pisang.', isPublished: false, category: 'Berita Desa' });
    expect(await codeOf(all.driver.save(all.context, changed(all)))).toBe('done');
    expect(site.articles().find(({ id }) => id === other.id)).toEqual(other);
    expect(articleOf(all)?.body).toContain('30.000');
  });

  test('of an article that a person has deleted is the person’s, and makes no new one', async () => {
    const all = await scene({ flavour });
    site.erase(articleOf(all)?.id ?? 0);
    const count = site.articles().length;
    expect(await codeOf(all.driver.save(all.context, changed(all)))).toBe('not_reached');
    expect(site.articles()).toHaveLength(count);
  });

  test('of an article that a person has given another title finds it all the same, and keeps that title', async () => {
    const all = await scene({ flavour });
    site.edit(articleOf(all)?.id ?? 0, { title: 'Keripik pisang juara' });
    const end = await all.driver.save(all.context, changed(all));
    expect(end).toMatchObject({ url: expect.stringContaining('juara'), wrote: { title: 'Keripik pisang juara' } });
    expect(site.articles().at(-1)).toMatchObject({ title: 'Keripik pisang juara' });
  });

  test('in a form that is another one than was shown writes nothing', async () => {
    const all = await scene({ flavour });
    const { recipe } = await relearned(all);
    const other = {
      ...recipe,
      change: recipe.change && { ...recipe.change, controls: [...recipe.change.controls, 'nik'] },
    };
    const had = writes();
    const end = await learnedDriver(other, TOOLS)
      .save(all.context, changed(all))
      .catch((error) => error);
    expect([end.code, end.mayHaveWritten]).toEqual(['form_changed', false]);
    expect(writes()).toBe(had);
  });
});

describe.each(FLAVOURS)('%s: a withdrawal', (flavour) => {
  const HOW: [string, Partial<VillageOptions>, Deed[]][] = [
    ['by words', {}, ['change']],
    ['by words that were shown', {}, ['empty']],
    ['by status', { status: 'draftDefault', takeDown: 'statusField' }, ['hide']],
  ];
  // What a script or a form among others sends without our link is nobody's to look at.
  const shown = HOW.filter(([, , [deed]]) => deed !== 'empty' || !['modal', 'json', 'jsonMultipart'].includes(flavour));
  const steps = 7;
  test.each(shown)('%s, of which any request fails, ends with nothing of ours in public', async (_, traits, deeds) => {
    const kinds: FaultKind[] = ['drop_request', 'drop_answer', '500'];
    for (const kind of kinds)
      for (let step = 0; step < steps; step += 1) {
        if (!isTurnOf(kinds, kind, step, flavour)) continue;
        const all = await scene({ flavour, ...traits }, deeds);
        const had = others(all);
        const down = { link: all.post.link, title: all.post.title, known: all.ref };
        const first = await failing(kind, step, () => codeOf(all.driver.unpublish(all.context, down)));
        const seen = await fetch(all.ref.url).then((answer) => answer.text());
        if (first === 'done') expect(seen).not.toContain(all.post.link);
        expect(await codeOf(all.driver.unpublish(all.context, down))).toBe('done');
        expect(await fetch(all.ref.url).then((answer) => answer.text())).not.toContain(all.post.link);
        const now = site.articles().filter(({ title }) => title !== all.ref.wrote?.title);
        expect(now).toEqual(had);
        expect(site.foreignUntouched()).toBe(true);
        await site.stop();
      }
    site = await startVillageSite({});
  });

  test('writes over no person’s words, and deletes nothing', async () => {
    const all = await scene({ flavour, takeDown: 'deleteGet' });
    const { id = 0, body = '' } = articleOf(all) ?? {};
    site.edit(id, { body: `${body}<p>Juga ada lomba hari Minggu.</p>` });
    const down = { link: all.post.link, title: all.post.title, known: all.ref };
    const had = site.articles();
    expect(await codeOf(all.driver.unpublish(all.context, down))).toBe('not_reached');
    expect(site.articles()).toEqual(had);
    expect(site.requests.filter(({ path }) => path.includes('hapus'))).toEqual([]);
  });

  test('of what a person took down already is done without a write', async () => {
    const all = await scene({ flavour });
    site.erase(articleOf(all)?.id ?? 0);
    const had = writes();
    const down = { link: all.post.link, title: all.post.title, known: all.ref };
    expect((await all.driver.unpublish(all.context, down))?.state).toBe('gone');
    expect(writes()).toBe(had);
  });

  test('is not believed of a site in trouble', async () => {
    const all = await scene({ flavour });
    const down = { link: all.post.link, title: all.post.title, known: all.ref };
    const path = new URL(all.ref.url).pathname;
    site.failNext('500', ({ url }) => url.pathname === path);
    expect(await codeOf(all.driver.unpublish(all.context, down))).toBe('site_down');
    expect(articleOf(all)?.body).toContain(all.post.link);
  });
});

/** The recipe of the scene's site, learned once more. */
async function relearned({ context, post, ref }: Scene) {
  const first = recipeOf(await teach(site, context, product('Teh rosela')));
  const end = await teachChange(site, context, { post, ref, deed: 'change' });
  return { recipe: withChange(first, end) };
}

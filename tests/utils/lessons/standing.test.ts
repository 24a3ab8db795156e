import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecipeChange } from '#contract';
import { DEED, recipeFor } from '#tests/marketplace/recipes/samples.ts';
import { Laptop } from '#tests/utils/outbox/village.ts';
import { publish, revise } from '#utils/drafts/publish.ts';
import { learnedDeed, sawList, tookDown } from '#utils/lessons/changed.ts';
import { noteGiven } from '#utils/lessons/given.ts';
import { learned, runningLesson, sawSave, startLesson } from '#utils/lessons/lesson.ts';
import { offerOf } from '#utils/lessons/offer.ts';
import { recipeOf, saveRecipe } from '#utils/recipes/book.ts';

// A site of no known CMS, on which a person has shown how a new article is saved.
let laptop: Laptop;
beforeAll(async () => {
  laptop = await Laptop.start();
}, 60_000);
afterAll(() => laptop.stop());
beforeEach(async () => {
  laptop.reset();
  await laptop.know();
  const { url } = laptop.site;
  const site = { url, origin: url, cms: 'assist' as const, version: null, name: null, seenAt: laptop.now };
  await laptop.db.change(['sites'], (tx) => tx.put('sites', site));
  await saveRecipe(laptop.db, recipeFor(url), laptop.now);
  laptop.recipe = await recipeOf(laptop.db, url);
});

const FORM: RecipeChange = { ...DEED, page: '/edit/{id}', action: '/update/{id}', list: '/admin/berita' };
const clock = () => ({ now: laptop.now, random: 0.5 });
const admin = () => `${laptop.site.url}/admin/berita`;
const stored = (id: string) => laptop.db.read(['listings'], (tx) => tx.get('listings', id));

async function published(): Promise<string> {
  const draft = await laptop.draft();
  await publish(laptop.db, draft, clock());
  await laptop.drain();
  return draft.id;
}

async function say(id: string, change: Parameters<typeof revise>[2]): Promise<void> {
  laptop.now += 1000;
  await revise(laptop.db, id, change, clock());
  await laptop.drain();
}

test('each deed is offered by itself, where it is owed by hand and was not shown', async () => {
  const id = await published();
  expect(await offerOf(laptop.db, id)).toBeNull();
  await say(id, { name: 'Gula aren' });
  expect(await offerOf(laptop.db, id)).toBe('change');
  await saveRecipe(laptop.db, recipeFor(laptop.site.url, { change: FORM }), laptop.now);
  expect(await offerOf(laptop.db, id)).toBeNull();
  await saveRecipe(laptop.db, recipeFor(laptop.site.url), laptop.now);
  await say(id, { state: 'withdrawn' });
  expect(await offerOf(laptop.db, id)).toBe('takeDown');
});

test('on a site that takes an address alone, new words are nobody’s work, and a new photo is', async () => {
  const fields = [
    { role: 'title' as const, name: 'judul' },
    { role: 'link' as const, name: 'url' },
    { role: 'picture' as const, name: 'gambar' },
  ];
  await saveRecipe(laptop.db, recipeFor(laptop.site.url, { create: { ...DEED, fields } }), laptop.now);
  laptop.recipe = await recipeOf(laptop.db, laptop.site.url);
  const id = await published();
  await say(id, { description: 'Kini tanpa pengawet.' });
  expect(await offerOf(laptop.db, id)).toBeNull();
  expect(await laptop.owed()).toEqual([]);
  const was = await stored(id);
  if (!was?.post?.wrote) throw new Error('not written');
  const post = { ...was.post, wrote: { ...was.post.wrote, image: 'lama.jpg' } };
  await laptop.db.change(['listings'], (tx) => tx.put('listings', { ...was, post }));
  await say(id, { description: 'Dengan foto lain.' });
  expect(await offerOf(laptop.db, id)).toBe('change');
});

test('a lesson knows the article that it is about; what was shown is kept beside the rest, and the listing goes on by it', async () => {
  const id = await published();
  await say(id, { name: 'Gula aren' });
  const lesson = await startLesson(laptop.db, id, clock());
  const { url = '', wrote } = (await stored(id))?.post ?? {};
  expect(lesson).toMatchObject({ deed: 'change', article: { url, title: wrote?.title } });
  await sawList(laptop.db, admin(), admin(), laptop.now);
  expect((await runningLesson(laptop.db, laptop.now))?.list).toBe(admin());
  await expect(sawList(laptop.db, admin(), 'https://lain.example/', laptop.now)).rejects.toThrow('bad_message');
  await expect(
    learnedDeed(laptop.db, 'https://lain.example/', { form: FORM, takeDown: null }, clock()),
  ).rejects.toThrow();
  const hidden = { chosen: [{ name: 'status', value: 'draft' }] };
  await expect(learnedDeed(laptop.db, admin(), { form: FORM, takeDown: hidden }, clock())).rejects.toThrow(
    'bad_message',
  );
  await learnedDeed(laptop.db, admin(), { form: FORM, takeDown: null }, clock());
  laptop.recipe = await recipeOf(laptop.db, laptop.site.url);
  expect(laptop.recipe).toEqual(recipeFor(laptop.site.url, { change: FORM }));
  await laptop.drain();
  expect(await laptop.owed()).toEqual([]);
  expect(laptop.site.told.at(-1)?.title).toBe('Gula aren');
});

test('the click that saves an article in its list’s row tells of both, and neither is lost', async () => {
  const id = await published();
  await say(id, { name: 'Gula aren' });
  await startLesson(laptop.db, id, clock());
  const { page, action, fields, way, method } = { ...DEED, page: admin(), action: admin() };
  const save = { page, action, fields: [...fields], way, method, shown: [], press: null };
  await Promise.all([
    sawList(laptop.db, admin(), admin(), laptop.now),
    sawSave(laptop.db, admin(), { save, why: null }, laptop.now),
  ]);
  expect(await runningLesson(laptop.db, laptop.now)).toMatchObject({ step: 'saved', list: admin() });
});

test('how an article is taken down is kept with its form, and how one is changed is not taken from it', async () => {
  const id = await published();
  await say(id, { state: 'withdrawn' });
  expect(await startLesson(laptop.db, id, clock())).toMatchObject({ deed: 'takeDown' });
  const hidden = { chosen: [{ name: 'status', value: 'draft' }], before: [{ name: 'status', value: 'publish' }] };
  await learnedDeed(laptop.db, admin(), { form: FORM, takeDown: hidden }, clock());
  const recipe = await recipeOf(laptop.db, laptop.site.url);
  expect(recipe).toEqual(recipeFor(laptop.site.url, { takeDown: { ...hidden, form: FORM } }));
});

test('an article that the person has deleted meanwhile is gone, and nothing is learned of that', async () => {
  const id = await published();
  await say(id, { state: 'withdrawn' });
  await startLesson(laptop.db, id, clock());
  await tookDown(laptop.db, admin(), clock());
  await laptop.drain();
  expect((await stored(id))?.post?.state).toBe('gone');
  expect(await laptop.owed()).toEqual([]);
  expect((await recipeOf(laptop.db, laptop.site.url))?.takeDown).toBeNull();
});

test('shown anew, the form for new articles takes nothing away, and the words that were put in are known again', async () => {
  await saveRecipe(laptop.db, recipeFor(laptop.site.url, { change: FORM }), laptop.now);
  laptop.site.faults = ['form_changed'];
  const id = await published();
  await startLesson(laptop.db, id, clock());
  await noteGiven(laptop.db, { html: '<p>Manis</p>', image: null });
  const create = { ...DEED, page: '/admin/baru' };
  await learned(laptop.db, admin(), recipeFor(laptop.site.url, { create }), `${laptop.site.url}/post/1`, clock());
  expect(await recipeOf(laptop.db, laptop.site.url)).toEqual(recipeFor(laptop.site.url, { create, change: FORM }));
  expect((await stored(id))?.post?.wrote).toMatchObject({ title: 'Gula semut', mark: expect.any(String) });
});

// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { Options } from '#tests/cms/doubles/joomla/state.ts';
import { type JoomlaDouble, startJoomla } from '#tests/cms/doubles/joomla.ts';
import { changed, newPost, theOne } from '#tests/cms/suite/fixtures.ts';
import type { Site } from '#tests/cms/suite/target.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { joomlaTarget, siteOn } from './site.ts';

let double: JoomlaDouble;
afterEach(() => double.close());

const target = joomlaTarget('Joomla', () => Promise.reject(new Error('started by each test')));
const { driver } = target;

async function start(options: Partial<Options>): Promise<Site> {
  double = await startJoomla(options);
  return siteOn({ url: double.url, witness: double.witness, password: 'x', stop: double.close });
}

const locks = () => double.witness('locks');
const articleOf = (id: string) => {
  const article = double.state.articles.find((found) => String(found.id) === id);
  if (article === undefined) throw new Error(`no article ${id}`);
  return article;
};

/** The same person, with something in what is posted for `task` changed on the way. */
function posting(context: DriverContext, task: string, change: (body: FormData) => void): DriverContext {
  const fetch: typeof globalThis.fetch = (input, init = {}) => {
    const { body } = init;
    if (body instanceof FormData && body.get('task') === task) change(body);
    return context.fetch(input, init);
  };
  return { ...context, fetch };
}

test.each([3, 5] as const)(
  'Joomla %s: no article stays locked after a save, a change, a retirement',
  async (version) => {
    const site = await start({ version });
    const post = newPost(target);
    const known = await driver.save(await site.signIn('admin'), post);
    expect(await locks()).toEqual([]);
    await driver.save(await site.signIn('admin'), changed(post, target, { price: 'Rp9.000' }, known));
    expect(await locks()).toEqual([]);
    await driver.unpublish(await site.signIn('admin'), { link: post.link, known });
    expect(await locks()).toEqual([]);
  },
);

test.each([3, 5] as const)('Joomla %s: a refusal is told in its words and leaves no lock', async (version) => {
  const site = await start({ version });
  const post = newPost(target);
  const admin = await site.signIn('admin');
  const untitled = (task: string) => posting(admin, task, (body) => body.set('jform[title]', ''));
  const refused = { code: 'refused', what: 'Field required: title' };
  await expect(driver.save(untitled('article.apply'), post)).rejects.toMatchObject(refused);
  const known = await driver.save(admin, post);
  const next = changed(post, target, { price: 'Rp9.000' }, known);
  await expect(driver.save(untitled('article.save'), next)).rejects.toMatchObject(refused);
  expect(await locks()).toEqual([]);
  // Nor does what was refused come back by the next form.
  expect((await driver.save(admin, next)).postId).toBe(known.postId);
  expect((await theOne(site, post.link)).html).toContain('Rp9.000');
});

test.each([
  [3, 'text'],
  [5, 'text'],
  [5, 'checkboxes'],
  [5, 'user'],
  [5, 'color'],
] as const)(
  'Joomla %s: a field of the village’s own that articles must have (%s) is named',
  async (version, demands) => {
    const site = await start({ version });
    const post = newPost(target);
    const admin = await site.signIn('admin');
    const known = await driver.save(admin, post);
    double.state.options.demands = demands;
    const asked = { code: 'field_required', what: 'Dusun' };
    await expect(driver.save(admin, newPost(target))).rejects.toMatchObject(asked);
    await expect(driver.productsPage?.(admin)).resolves.toMatchObject({ state: 'made' });
    const next = changed(post, target, { price: 'Rp9.000' }, known);
    await expect(driver.save(admin, next)).rejects.toMatchObject(asked);
    expect(double.state.articles).toHaveLength(1);
    expect(await locks()).toEqual([]);
    double.state.categories.delete(articleOf(known.postId).catid);
    double.state.items = double.state.items.filter(({ home }) => home);
    await expect(driver.productsPage?.(admin)).rejects.toMatchObject(asked);
  },
);

test('a change that was turned away at the door is noticed, though the list looks as after a save', async () => {
  const site = await start({});
  const post = newPost(target);
  const admin = await site.signIn('admin');
  const known = await driver.save(admin, post);
  const { token = '' } = [...double.state.sessions.values()].find(({ user }) => user !== null) ?? {};
  const stale = posting(admin, 'article.save', (body) => body.delete(token));
  const next = changed(post, target, { price: 'Rp9.000' }, known);
  await expect(driver.save(stale, next)).rejects.toMatchObject({ code: 'refused' });
  expect(await locks()).toEqual([]);
});

test('an article that a colleague has open is left to the colleague', async () => {
  const site = await start({});
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  await site.openEditor('manager', known.postId);
  const next = changed(post, target, { price: 'Rp9.000' }, known);
  await expect(driver.save(await site.signIn('admin'), next)).rejects.toMatchObject({ code: 'open_in_editor' });
  await expect(driver.unpublish(await site.signIn('admin'), next)).rejects.toMatchObject({ code: 'open_in_editor' });
  expect(await locks()).toEqual([known.postId]);
});

test('an article open in the editor of this page stays locked to it', async () => {
  const site = await start({});
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  const open = await site.openEditor('admin', known.postId);
  await expect(driver.save(open, { ...post, known })).rejects.toMatchObject({ code: 'open_in_editor' });
  expect(await locks()).toEqual([known.postId]);
});

test("the person's own search in the article list stays as it was", async () => {
  const site = await start({});
  const admin = await site.signIn('admin');
  const list = `${double.url}/administrator/index.php?option=com_content&view=articles`;
  await admin.fetch(`${list}&filter[search]=panen`);
  await driver.save(admin, newPost(target));
  expect(await (await admin.fetch(list)).text()).toContain('name="filter[search]" value="panen"');
});

test('articles go into "Produk Desa", made with the first one', async () => {
  const site = await start({ version: 5 });
  const refs = [
    await driver.save(await site.signIn('admin'), newPost(target)),
    await driver.save(await site.signIn('manager'), newPost(target)),
  ];
  const made = [...double.state.categories].filter(([, title]) => title === 'Produk Desa');
  expect(made).toHaveLength(1);
  for (const { postId } of refs) expect(articleOf(postId).catid).toBe(made[0]?.[0]);
});

test('a change leaves the publishing date and a picture that a person chose', async () => {
  const site = await start({});
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  articleOf(known.postId).images.image_intro = 'images/dari-desa.jpg';
  await driver.save(await site.signIn('admin'), changed(post, target, { price: 'Rp9.000' }, known));
  expect(articleOf(known.postId)).toMatchObject({
    images: { image_intro: 'images/dari-desa.jpg' },
    publishUp: '2026-11-24 17:02:16',
  });
});

test('where the form has no place for a picture, it stands in the text', async () => {
  const site = await start({ version: 5, pictureFields: false });
  const post = newPost(target);
  const { imageUrl } = await driver.save(await site.signIn('admin'), post);
  expect((await theOne(site, post.link)).html).toContain(`<img src="${imageUrl}"`);
});

test('Joomla 5 is told where a picture came from and how large it is', async () => {
  const site = await start({ version: 5, prefix: '/desa' });
  const { postId, imageUrl } = await driver.save(await site.signIn('admin'), newPost(target));
  const { image_intro = '', image_intro_alt } = articleOf(postId).images;
  expect(image_intro).toMatch(/^images\/(\S+\.jpg)#joomlaImage:\/\/local-images\/\1\?width=1&height=1$/);
  expect(imageUrl).toBe(`${double.url}/${image_intro.replace(/#.*/, '')}`);
  expect(image_intro_alt).toBe('Gula Semut Dagan');
});

test('where articles go through stages, ours is published, taken down and brought back by their steps', async () => {
  const site = await start({ version: 5, workflow: true });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('manager'), post);
  expect(known.state).toBe('published');
  const next = changed(post, target, { price: 'Rp9.000' }, known);
  expect(await driver.save(await site.signIn('manager'), next)).toMatchObject({
    ...known,
    editedMark: expect.anything(),
  });
  const gone = await driver.unpublish(await site.signIn('manager'), { link: post.link, known });
  expect(articleOf(known.postId).state).toBe(-2);
  const again = await driver.save(await site.signIn('manager'), { ...next, known: gone });
  expect(again).toMatchObject({ postId: known.postId, state: 'published' });
  const draft = await driver.save(await site.signIn('author'), newPost(target));
  expect(draft.state).toBe('draft');
  expect(double.state.statesPastStages).toBe(0);
  expect(await locks()).toEqual([]);
});

test('without stages a first publishing is one save, and no check-out', async () => {
  const site = await start({ version: 5 });
  const admin = await site.signIn('admin');
  const tasks: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init = {}) => {
    const posted = init.body instanceof FormData || init.body instanceof URLSearchParams ? init.body.get('task') : null;
    const task = posted ?? new URL(String(input), double.url).searchParams.get('task');
    if (task?.toString().startsWith('article')) tasks.push(String(task));
    return admin.fetch(input, init);
  };
  const post = newPost(target);
  const known = await driver.save({ ...admin, fetch }, post);
  expect(known.state).toBe('published');
  expect(tasks).toEqual(['article.apply', 'article.cancel']);
  tasks.length = 0;
  await driver.unpublish({ ...admin, fetch }, { link: post.link, known });
  expect(tasks).toContain('articles.trash');
  expect(tasks).not.toContain('article.save');
  expect(articleOf(known.postId).state).toBe(-2);
});

test.each([{ version: 3 }, { version: 5 }, { version: 5, workflow: true }] as const)(
  'an author’s withdrawal of a public article is refused, not said to have happened: %o',
  async (options) => {
    const site = await start(options);
    const post = newPost(target);
    const known = await driver.save(await site.signIn('author'), post);
    articleOf(known.postId).state = 1;
    const gone = driver.unpublish(await site.signIn('author'), { link: post.link, known });
    await expect(gone).rejects.toMatchObject({ code: 'no_permission' });
    expect(articleOf(known.postId).state).toBe(1);
    expect(await locks()).toEqual([]);
  },
);

test('with stages, an article that this person may take no step to publish waits, and is not published past them', async () => {
  const site = await start({ version: 5, workflow: true, steps: ['Archive'] });
  const known = await driver.save(await site.signIn('manager'), newPost(target));
  expect(known.state).toBe('draft');
  expect([articleOf(known.postId).state, double.state.statesPastStages]).toEqual([0, 0]);
});

test('with stages, a site without a step to the trash hides what is withdrawn', async () => {
  const site = await start({ version: 5, workflow: true, steps: ['Publish', 'Unpublish'] });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('manager'), post);
  expect(known.state).toBe('published');
  expect(await driver.unpublish(await site.signIn('manager'), { link: post.link, known })).toMatchObject({
    state: 'gone',
  });
  expect(articleOf(known.postId).state).toBe(0);
});

test('with stages, a state that the list does not tell is said to be unreadable, not taken for a draft', async () => {
  const site = await start({ version: 5, workflow: true });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('manager'), post);
  double.state.options.hidesState = true;
  const unread = { code: 'markup_changed', what: 'td.article-status' };
  const manager = await site.signIn('manager');
  await expect(driver.unpublish(manager, { link: post.link, known })).rejects.toMatchObject(unread);
  await expect(driver.check?.(manager, [{ link: post.link, known }])).rejects.toMatchObject(unread);
  expect(articleOf(known.postId).state).toBe(1);
  expect(await locks()).toEqual([]);
});

test('on a Joomla that cannot search in texts, the article is found by its note', async () => {
  const site = await start({ version: 3, searchesText: false });
  const post = newPost(target);
  const first = await driver.save(await site.signIn('admin'), post);
  const again = await driver.save(await site.signIn('manager'), changed(post, target, { price: 'Rp9.000' }, null));
  expect(again.postId).toBe(first.postId);
});

test.each(['save', 'unpublish'] as const)(
  'an article that a colleague has open holds up no %s after a write of unknown end',
  async (what) => {
    const site = await start({ version: 5 });
    await site.openEditor('manager', await site.write('Berita desa', '<p>lain</p>'));
    const post = newPost(target);
    const admin = await site.signIn('admin');
    const end =
      what === 'save'
        ? driver.save(admin, { ...post, mayStand: [] })
        : driver.unpublish(admin, { link: post.link, title: post.title, known: null, mayStand: [] });
    await expect(end).resolves.toEqual(what === 'save' ? expect.objectContaining({ state: 'published' }) : null);
  },
);

test('an article of the same name that a colleague has open holds up no first publishing', async () => {
  const site = await start({ version: 5 });
  const post = newPost(target);
  await site.openEditor('manager', await site.write(post.title, '<p>lain</p>'));
  expect(await driver.save(await site.signIn('admin'), post)).toMatchObject({ state: 'published' });
});

// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { Options } from '#tests/cms/doubles/joomla/state.ts';
import { type JoomlaDouble, startJoomla } from '#tests/cms/doubles/joomla.ts';
import { changed, newPost, theOne } from '#tests/cms/suite/fixtures.ts';
import type { Site } from '#tests/cms/suite/target.ts';
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
/** Another page of the person's, in a second tab, overtakes the next requests with this task. */
function otherTab(task: string, times: number): void {
  let left = times;
  double.state.isOvertaken = (asked) => asked === task && left-- > 0;
}

test.each([3, 5] as const)(
  'Joomla %s: a page that loads beside us is not taken for a colleague’s editor',
  async (version) => {
    const site = await start({ version });
    const post = newPost(target);
    const admin = await site.signIn('admin');
    const known = await driver.save(admin, post);
    otherTab('article.edit', 1);
    const next = changed(post, target, { price: 'Rp9.000' }, known);
    expect((await driver.save(admin, next)).postId).toBe(known.postId);
    expect((await theOne(site, post.link)).html).toContain('Rp9.000');
    otherTab('article.edit', 1);
    expect(await driver.check?.(admin, [{ link: post.link, known }])).toHaveLength(1);
    otherTab('article.edit', 1);
    await driver.unpublish(admin, { link: post.link, known });
    expect(await locks()).toEqual([]);
  },
);

test.each(['admin', 'author'] as const)(
  '%s: a first save whose form was not shown any more is no refusal',
  async (role) => {
    const site = await start({ version: 5 });
    const post = newPost(target);
    otherTab('article.apply', 1);
    const ref = await driver.save(await site.signIn(role), post);
    expect(ref).toMatchObject({
      postId: (await theOne(site, post.link)).id,
      state: role === 'admin' ? 'published' : 'draft',
    });
    expect(await locks()).toEqual([]);
  },
);

test.each([3, 5] as const)(
  'Joomla %s: pages without end beside us: it waits for the site, and locks nobody out',
  async (version) => {
    const site = await start({ version });
    const post = newPost(target);
    const manager = await site.signIn('manager');
    const known = await driver.save(manager, post);
    otherTab('article.edit', Number.POSITIVE_INFINITY);
    const next = changed(post, target, { price: 'Rp9.000' }, known);
    await expect(driver.save(manager, next)).rejects.toMatchObject({ code: 'site_down' });
    expect(await locks()).toEqual([]);
  },
);

test.each([3, 5] as const)(
  'Joomla %s: a colleague’s lock stays, also before an administrator who may break it',
  async (version) => {
    const site = await start({ version });
    const post = newPost(target);
    const admin = await site.signIn('admin');
    const known = await driver.save(admin, post);
    await site.openEditor('manager', known.postId);
    await expect(driver.save(admin, { ...post, title: 'Gula Kristal', known })).rejects.toMatchObject({
      code: 'open_in_editor',
    });
    expect(await locks()).toEqual([known.postId]);
  },
);

test('the products page is made though other pages load beside us', async () => {
  const site = await start({ version: 5 });
  for (const task of ['item.setType', 'category.apply']) {
    otherTab(task, 1);
    expect(await driver.productsPage?.(await site.signIn('admin'))).toMatchObject({ url: expect.any(String) });
    double.state.items = double.state.items.filter(({ home }) => home);
    double.state.categories.delete([...double.state.categories].find(([, title]) => title === 'Produk Desa')?.[0] ?? 0);
  }
  expect(double.state.lockedCategories.size).toBe(0);
});

test('whatever we do on one site we do one after the other', async () => {
  const site = await start({ version: 5 });
  const admin = await site.signIn('admin');
  const [one, other, third] = [newPost(target), newPost(target), newPost(target)];
  const known = await driver.save(admin, third);
  let now = 0;
  let most = 0;
  const fetch: typeof globalThis.fetch = async (...asked) => {
    now += 1;
    most = Math.max(most, now);
    return admin.fetch(...asked).finally(() => {
      now -= 1;
    });
  };
  const tab = { ...admin, fetch };
  await Promise.all([
    driver.save(tab, one),
    driver.save(tab, other),
    driver.check?.(tab, [{ link: third.link, known }]),
    driver.productsPage?.(tab),
    driver.unpublish(tab, { link: third.link, known }),
  ]);
  expect(most).toBe(1);
});

// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { type JoomlaDouble, startJoomla } from '#tests/cms/doubles/joomla.ts';
import { newPost } from '#tests/cms/suite/fixtures.ts';
import type { Site } from '#tests/cms/suite/target.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { joomlaTarget, siteOn } from './site.ts';

let double: JoomlaDouble;
afterEach(() => double.close());

const target = joomlaTarget('Joomla', () => Promise.reject(new Error('started by each test')));
const { driver } = target;
const locks = () => double.witness('locks');

async function start(version: 3 | 5): Promise<Site> {
  double = await startJoomla({ version });
  return siteOn({ url: double.url, witness: double.witness, password: 'x', stop: double.close });
}

/** The tab as it is when its page is left just before the lock is given back. */
const leftBeforeRelease = (context: DriverContext): DriverContext => ({
  ...context,
  fetch: async (input, init = {}) => {
    if (String(init.body).includes('article.cancel')) throw new TypeError('the page was left');
    return context.fetch(input, init);
  },
});

test.each([3, 5] as const)(
  'Joomla %s: the look takes no lock from the editor that this person has open in another tab',
  async (version) => {
    const site = await start(version);
    const post = newPost(target);
    const other = newPost(target);
    const admin = await site.signIn('admin');
    const known = await driver.save(admin, post);
    const posts = [
      { link: post.link, known },
      { link: other.link, known: await driver.save(admin, other) },
    ];
    await site.openEditor('admin', known.postId);
    const locked = await locks();
    expect(locked).not.toEqual([]);
    // What is being worked on is not judged now.
    expect(await driver.check?.(admin, posts)).toEqual([{ link: other.link, health: 'ok' }]);
    expect(await locks()).toEqual(locked);
  },
);

test('a lock that a look left behind when its page was left is given back by the next one', async () => {
  const site = await start(5);
  const post = newPost(target);
  const admin = await site.signIn('admin');
  const posts = [{ link: post.link, known: await driver.save(admin, post) }];
  await expect(driver.check?.(leftBeforeRelease(admin), posts)).rejects.toMatchObject({ code: 'network' });
  expect(await locks()).not.toEqual([]);
  expect(await driver.check?.(admin, posts)).toEqual([{ link: post.link, health: 'ok' }]);
  expect(await locks()).toEqual([]);
});

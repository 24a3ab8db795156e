// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { Options } from '#tests/cms/doubles/wordpress/state.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { breaksAfter, breaksBefore, faultAt } from '#tests/cms/suite/faults.ts';
import { changed, newPost, theOne, visit } from '#tests/cms/suite/fixtures.ts';
import type { Site } from '#tests/cms/suite/target.ts';
import type { DriverContext } from '#utils/cms/types.ts';
import { driver, wordpressTarget } from './site.ts';

let running: Site | null = null;
afterEach(() => running?.stop());

async function start(options: Partial<Options>) {
  const double = await startWordPressDouble(options);
  const target = wordpressTarget('', async () => double);
  running = await target.start();
  return { site: running, state: double.state, target };
}

/**
 * The pictures of the product that a visitor of its page sees: neither the badge, nor what search engines are told, nor the
 * list of the newest posts.
 */
async function seen(url: string): Promise<{ pictures: number; names: number }> {
  const { document } = await visit(url);
  for (const other of document.querySelectorAll('script, li')) other.remove();
  const pictures = [...document.body.querySelectorAll('img')].filter((image) => !image.src.includes('/badge/')).length;
  const names = [...document.querySelectorAll('h1,h2,h3')].filter((it) => it.textContent === 'Gula Semut Dagan').length;
  return { pictures, names };
}

/** The same person, with every address that is asked for written down. */
function watched(context: DriverContext): { context: DriverContext; asked: string[] } {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(input)}`);
    return context.fetch(input, init);
  };
  return { context: { ...context, fetch }, asked };
}

describe.each([
  ['open', 'draws', 'theme'],
  ['open', 'plain', 'text'],
  ['open', 'newest', 'text'],
  ['open', 'archives', 'textAlone'],
  ['forbidden', 'draws', 'theme'],
  ['forbidden', 'plain', 'text'],
  ['forbidden', 'newest', 'text'],
  ['forbidden', 'archives', 'textAlone'],
] as const)('REST %s, a theme that %s', (rest, theme, pictureIn) => {
  test('a visitor sees one picture and one name; the next post needs no look', async () => {
    const { site, target } = await start({ rest, theme });
    const ref = await driver.save(await site.signIn('admin'), newPost(target));
    expect(ref).toMatchObject({ state: 'published', pictureIn });
    expect(await seen(ref.url)).toEqual({ pictures: 1, names: 1 });

    const { context, asked } = watched(await site.signIn('admin'));
    const next = await driver.save(context, { ...newPost(target), pictureIn });
    expect(next).toMatchObject({ pictureIn });
    expect(asked.filter((request) => request === `GET ${next.url}`)).toEqual([]);
    expect(await seen(next.url)).toEqual({ pictures: 1, names: 1 });
    // Two posts of the same name are in the archive, with one picture each.
    const archive = await seen(`${site.url}/?category_name=produk-desa`);
    expect(archive).toEqual({ pictures: 2, names: 2 });
  });

  test('a change keeps it so, and is not taken for a person’s edit', async () => {
    const { site, target } = await start({ rest, theme });
    const post = newPost(target);
    const known = await driver.save(await site.signIn('admin'), post);
    const next = { ...changed(post, target, { price: 'Rp27.500/bungkus' }, known), pictureIn };
    const ref = await driver.save(await site.signIn('admin'), next);
    expect(ref.postId).toBe(known.postId);
    expect(await seen(ref.url)).toEqual({ pictures: 1, names: 1 });
  });
});

test.each([breaksBefore, breaksAfter])(
  'a look or a second write that fails makes no saved post a failed one, nor the next change an edit by hand',
  async (fault) => {
    for (let nth = 1; ; nth += 1) {
      const { site, target } = await start({ theme: 'plain' });
      const post = newPost(target);
      const faulty = faultAt(await site.signIn('admin'), nth, fault);
      const saved = await driver.save(faulty.context, post).catch(() => null);
      if (saved !== null) {
        const next = changed(post, target, { price: 'Rp27.500/bungkus' }, saved);
        const ref = await driver.save(await site.signIn('admin'), next);
        expect((await theOne(site, post.link)).id).toBe(ref.postId);
        expect(await seen(ref.url)).toEqual({ pictures: 1, names: 1 });
      }
      await site.stop();
      running = null;
      if (!faulty.hit()) break;
    }
  },
);

test.each([
  ['open', 'draws', 'theme'],
  ['open', 'plain', 'text'],
  ['forbidden', 'plain', 'text'],
] as const)(
  'a post that waits for an editor (REST %s, a theme that %s) shows it once it is out',
  async (rest, theme, pictureIn) => {
    const { site, state, target } = await start({ rest, theme, holdsBack: true });
    const ref = await driver.save(await site.signIn('author'), newPost(target));
    expect(ref).toMatchObject({ state: 'pending', pictureIn });
    state.options.holdsBack = false;
    const stored = state.posts.find(({ id }) => String(id) === ref.postId);
    if (stored) state.update('editor', stored, { status: 'publish' });
    expect(await seen(ref.url)).toEqual({ pictures: 1, names: 1 });
  },
);

test('a post without its picture, which this role may not upload, is not looked at', async () => {
  const { site, target } = await start({});
  const ref = await driver.save(await site.signIn('contributor'), newPost(target));
  expect(ref).toMatchObject({ state: 'pending', pictureMissing: 'role' });
  expect(ref.pictureIn).toBeUndefined();
});

test('a site that is not open yet shows nothing, which is no word on its theme', async () => {
  const { site, state, target } = await start({ theme: 'soon' });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  expect(known.pictureIn).toBeUndefined();
  state.options.theme = 'plain';
  const ref = await driver.save(await site.signIn('admin'), { ...post, known });
  expect(ref).toMatchObject({ postId: known.postId, pictureIn: 'text' });
  expect(await seen(ref.url)).toEqual({ pictures: 1, names: 1 });
});

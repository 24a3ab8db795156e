// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { answerAs, reading } from '#tests/cms/browser.ts';
import type { Options, State } from '#tests/cms/doubles/wordpress/state.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { atEveryRequest, type Fault, faultAt } from '#tests/cms/suite/faults.ts';
import { changed, newPost, theOne } from '#tests/cms/suite/fixtures.ts';
import type { Site, Target } from '#tests/cms/suite/target.ts';
import { driver, wordpressTarget } from './site.ts';

/** What only WordPress does; what every CMS must keep is in the suite. */
let running: Site | null = null;
afterEach(() => running?.stop());

async function start(options: Partial<Options> = {}): Promise<{ site: Site; state: State; target: Target }> {
  const double = await startWordPressDouble(options);
  const target = wordpressTarget('', async () => double);
  const site = await target.start();
  running = site;
  return { site, state: double.state, target };
}
const stateOf = (state: State, id: string) => state.posts.find((post) => String(post.id) === id);

test.each(['open', 'forbidden'] as const)(
  'without a trash (REST %s) a retired post is unpublished, and comes back',
  async (rest) => {
    const { site, state, target } = await start({ hasTrash: false, rest });
    const post = newPost(target);
    const known = await driver.save(await site.signIn('admin'), post);
    const gone = await driver.unpublish(await site.signIn('admin'), { link: post.link, known });
    expect(gone).toMatchObject({ postId: known.postId, state: 'gone' });
    expect(stateOf(state, known.postId)?.status).toBe('draft');
    const again = await driver.save(await site.signIn('admin'), { ...post, known: gone });
    expect(again).toMatchObject({ postId: known.postId, state: 'published', url: known.url });
  },
);

test.each(['open', 'forbidden'] as const)(
  'a contributor’s post that was approved (REST %s) is the editors’ from then on',
  async (rest) => {
    const { site, target } = await start({ rest });
    const post = newPost(target);
    const handedIn = await driver.save(await site.signIn('contributor'), post);
    const approved = await driver.save(await site.signIn('editor'), { ...post, known: handedIn });
    expect(approved).toMatchObject({ postId: handedIn.postId, state: 'published' });
    const next = changed(post, target, { price: 'Rp27.500/bungkus' }, handedIn);
    const contributor = await site.signIn('contributor');
    await expect(driver.save(contributor, next)).rejects.toMatchObject({ code: 'no_permission' });
    await expect(driver.unpublish(contributor, next)).rejects.toMatchObject({ code: 'no_permission' });
    expect((await theOne(site, post.link)).html).not.toContain('Rp27.500');
  },
);

test('a post that a person unpublished is not published behind their back', async () => {
  const { site, state, target } = await start();
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  const stored = stateOf(state, known.postId);
  if (stored) stored.status = 'draft';
  await expect(driver.save(await site.signIn('admin'), { ...post, known })).rejects.toMatchObject({
    code: 'edited_by_hand',
  });
  expect(await driver.save(await site.signIn('admin'), { ...post, known, overwriteEdits: true })).toMatchObject({
    state: 'published',
  });
});

test.each(['open', 'forbidden'] as const)(
  'a post that WordPress stored and did not file (REST %s) is filed when it is found again, and only then',
  async (rest) => {
    const { site, state, target } = await start({ rest });
    const post = newPost(target);
    const first = await driver.save(await site.signIn('admin'), post);
    const stored = stateOf(state, first.postId);
    const ours = stored?.categories;
    if (stored) stored.categories = [1];
    // The answer never came, so the device knows only that something may stand.
    await driver.save(await site.signIn('admin'), { ...post, mayStand: [] });
    expect(stored?.categories).toEqual(ours);
    if (stored) stored.categories = [1];
    const known = await driver.save(await site.signIn('admin'), post);
    await driver.save(await site.signIn('admin'), { ...post, known });
    expect(stored?.categories).toEqual([1]);
  },
);

test('the category is found or made by who may, and kept where the village moved the post', async () => {
  const { site, state, target } = await start();
  const post = newPost(target);
  const byAuthor = await driver.save(await site.signIn('author'), newPost(target));
  expect(stateOf(state, byAuthor.postId)?.categories).toEqual([1]);
  const known = await driver.save(await site.signIn('admin'), post);
  const made = state.categories.filter(({ slug }) => slug === 'produk-desa');
  expect(made).toMatchObject([{ name: 'Produk Desa' }]);
  expect(stateOf(state, known.postId)?.categories).toEqual([made[0]?.id]);
  const stored = stateOf(state, known.postId);
  if (stored) stored.categories = [1];
  await driver.save(await site.signIn('admin'), changed(post, target, { price: 'Rp1.000/biji' }, known));
  expect(stored?.categories).toEqual([1]);
});

test('another picture of the same listing is another file, and becomes the featured one', async () => {
  const { site, state, target } = await start({ theme: 'plain' });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  const image = post.image && { ...post.image, blob: target.picture('lain'), fileName: 'gula-lain.jpg' };
  const after = await driver.save(await site.signIn('admin'), { ...post, image, known });
  expect(after.imageUrl).not.toBe(known.imageUrl);
  expect(stateOf(state, known.postId)).toMatchObject({
    featured: Number(after.imageId),
    content: expect.stringContaining('gula-lain.jpg'),
  });
  expect(state.media.at(-1)?.alt).toBe('Gula Semut Dagan');
});

test('a nonce that ran out at any request is renewed without a word', async () => {
  const { site, target } = await start();
  const stale: Fault = async ({ url, send }) => {
    if (!url.search.includes('rest_route')) return send();
    const body = JSON.stringify({
      code: 'rest_cookie_invalid_nonce',
      message: 'Pengecekan kuki gagal',
      data: { status: 403 },
    });
    return answerAs(url, false, new Response(body, { status: 403, headers: { 'content-type': 'application/json' } }));
  };
  const requests = await atEveryRequest(async (nth) => {
    const post = newPost(target);
    const { context, hit } = faultAt(await site.signIn('admin'), nth, stale);
    const ref = await driver.save(context, post);
    expect((await theOne(site, post.link)).id).toBe(ref.postId);
    return { hit: hit() };
  });
  expect(requests).toBeGreaterThan(5);
});

test('a post whose form does not tell its status is said to be unreadable, not a draft', async () => {
  const { site, target, state } = await start({ rest: 'forbidden', editor: 'classic' });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  const bare = reading(await site.signIn('admin'), (html) => html.replaceAll('original_post_status', 'status_before'));
  const unread = { code: 'markup_changed', what: expect.stringContaining('original_post_status') };
  await expect(driver.unpublish(bare, { link: post.link, known })).rejects.toMatchObject(unread);
  await expect(driver.check?.(bare, [{ link: post.link, known }])).rejects.toMatchObject(unread);
  expect(stateOf(state, known.postId)?.status).toBe('publish');
});

test('a page that lost what the driver needs is named, and nothing half-written stands', async () => {
  const { site, target } = await start({ rest: 'forbidden' });
  const bare: Fault = async ({ url, send }) =>
    url.pathname.endsWith('/post-new.php') ? answerAs(url, false, new Response('<body class="wp-admin">')) : send();
  const post = newPost(target);
  const problems: unknown[] = [];
  await atEveryRequest(async (nth) => {
    const { context, hit } = faultAt(await site.signIn('admin'), nth, bare);
    await driver.save(context, post).catch((error: unknown) => problems.push(error));
    const stands = (await site.posts()).filter(({ html }) => html.includes(post.listingId));
    if (problems.length > 0) {
      expect(stands).toEqual([]);
      return { hit: false };
    }
    for (const { id } of stands) await site.erase(id);
    return { hit: hit() };
  });
  expect(problems).toMatchObject([{ code: 'markup_changed', what: expect.stringContaining('form#post') }]);
});

test('where ajax is closed to everybody but the administrator, an author’s post gets its picture all the same', async () => {
  const { site, target } = await start({ ajaxClosed: true });
  const ref = await driver.save(await site.signIn('author'), newPost(target));
  expect(ref).toMatchObject({ state: 'published', imageUrl: expect.any(String) });
  expect(ref).not.toHaveProperty('pictureMissing');
});

test('where a guard answers 503 to REST alone, the forms take over: one post, changed and taken down', async () => {
  const { site, target } = await start({ rest: '503' });
  const post = newPost(target);
  const known = await driver.save(await site.signIn('admin'), post);
  const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
  expect(await driver.save(await site.signIn('admin'), next)).toMatchObject({ postId: known.postId });
  expect((await theOne(site, post.link)).html).toContain('Rp27.500');
  expect(await driver.unpublish(await site.signIn('admin'), { link: post.link, known })).toMatchObject({
    state: 'gone',
  });
});

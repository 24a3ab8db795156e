// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import type { Generation } from '#tests/cms/doubles/drupal/state.ts';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { jpeg } from '#tests/cms/pictures.ts';
import { driver, isPost, meanwhile, onlyNode, openAs, postOf } from './double.ts';

const GENERATIONS: Generation[] = ['drupal7', 'drupal', 'backdrop'];
let double: DrupalDouble;
afterEach(() => double.stop());

test.each(GENERATIONS)('%s: what a person saves while we write is not lost', async (generation) => {
  double = await startDrupal({ generation });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'admin'), post);
  const edits = () => void double.witness('edit', { id: known.postId, html: '<p>Panen raya</p>' });
  const context = meanwhile(await openAs(double, 'admin'), isPost, edits);
  const saving = driver.save(context, { ...post, title: 'Gula Kristal', known });
  await expect(saving).rejects.toMatchObject({ code: 'edited_by_hand' });
  expect(onlyNode(double)).toMatchObject({ body: '<p>Panen raya</p>', title: 'Gula Semut Dagan' });
});

test.each(GENERATIONS)('%s: a token that went stale is asked for again', async (generation) => {
  double = await startDrupal({ generation });
  // Signed out and in again in another tab: the form that is open belongs to the session before.
  const context = await openAs(double, 'admin');
  const renewed = await openAs(double, 'admin');
  let isNew = false;
  const becomes = meanwhile(
    { ...context, fetch: (...asked) => (isNew ? renewed : context).fetch(...asked) },
    isPost,
    () => {
      isNew = true;
    },
  );
  expect((await driver.save(becomes, postOf())).state).toBe('published');
  expect(onlyNode(double).picture).not.toBeNull();
});

test.each(GENERATIONS)('%s: a new picture of the listing takes the place of the old one', async (generation) => {
  double = await startDrupal({ generation });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'admin'), post);
  const image = { blob: jpeg('another'), fileName: 'gula-lain.jpg', alt: 'Gula dalam wadah' };
  const after = await driver.save(await openAs(double, 'admin'), { ...post, image, known });
  expect(after.imageUrl).not.toBe(known.imageUrl);
  expect(onlyNode(double).picture).toMatchObject({
    name: expect.stringContaining('gula-lain'),
    alt: 'Gula dalam wadah',
  });
});

test("a person's picture in place of ours stays until the listing gets another", async () => {
  double = await startDrupal({ generation: 'drupal' });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'admin'), post);
  onlyNode(double).picture = { name: 'panen.jpg', alt: 'Panen' };
  await driver.save(await openAs(double, 'admin'), { ...post, title: 'Gula Kristal', known });
  expect(onlyNode(double)).toMatchObject({ title: 'Gula Kristal', picture: { name: 'panen.jpg', alt: 'Panen' } });
});

test('who may not unpublish deletes, but never what a person has worked on', async () => {
  double = await startDrupal({ generation: 'drupal7' });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'editor'), post);
  await double.witness('edit', { id: known.postId, html: `${onlyNode(double).body}<p>Lagi panen</p>` });
  const retiring = driver.unpublish(await openAs(double, 'editor'), { link: post.link, known });
  await expect(retiring).rejects.toMatchObject({ code: 'no_permission' });
  expect(onlyNode(double).published).toBe(true);
  const another = postOf();
  const ours = await driver.save(await openAs(double, 'editor'), another);
  await driver.unpublish(await openAs(double, 'editor'), { link: another.link, known: ours });
  expect(double.state.node(ours.postId)).toBeUndefined();
});

test('an address that a hidden post keeps is not fought over', async () => {
  double = await startDrupal({ generation: 'drupal' });
  const post = postOf();
  const id = await double.witness('write', { title: 'Rahasia', html: '<p>x</p>' });
  Object.assign(double.state.node(String(id)) ?? {}, { alias: `produk/${post.listingId}`, published: false });
  const ref = await driver.save(await openAs(double, 'editor'), post);
  expect(double.state.node(ref.postId)?.alias).toBe(`produk/${post.listingId}-2`);
  expect(await driver.save(await openAs(double, 'editor'), post)).toMatchObject({ postId: ref.postId });
});

test('a role without addresses and lists finds its own post by the front page, under another title too', async () => {
  double = await startDrupal({ generation: 'backdrop' });
  const post = postOf();
  const ref = await driver.save(await openAs(double, 'author'), post);
  expect(onlyNode(double).alias).toBe('posts/gula-semut-dagan');
  expect(await driver.save(await openAs(double, 'author'), { ...post, title: 'Gula Kristal' })).toMatchObject({
    postId: ref.postId,
  });
  onlyNode(double);
});

test('a link in a list that leads away, or signs out, is not followed as the person', async () => {
  double = await startDrupal({ generation: 'drupal7' });
  const post = postOf();
  const asked: [string, RequestCredentials | undefined][] = [];
  const context = await openAs(double, 'author');
  const watching: typeof fetch = (input, init) => {
    asked.push([String(input), init?.credentials]);
    return context.fetch(input, init);
  };
  await double.witness('write', { title: post.title, html: '<p>x</p>' });
  Object.assign(onlyNode(double), { alias: 'user/logout' });
  await driver.save({ ...context, fetch: watching }, post);
  const away = asked.filter(([url]) => url.includes('logout'));
  expect(away).toEqual([[`${double.url}/user/logout`, 'omit']]);
});

test('an author who does not see whether a post is published is told of the lost session, not of an edit', async () => {
  double = await startDrupal({ generation: 'drupal' });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'author'), post);
  const isView = ({ pathname }: URL) => pathname === `/node/${known.postId}`;
  const context = meanwhile(await openAs(double, 'author'), isView, () => double.state.sessions.clear());
  onlyNode(double).published = false;
  await expect(driver.save(context, { ...post, title: 'Gula Kristal', known })).rejects.toMatchObject({
    code: 'signed_out',
  });
});

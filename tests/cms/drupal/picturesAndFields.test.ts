// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { visit } from '#tests/cms/suite/fixtures.ts';
import { badgeOf, countLinks } from '#utils/cms/link.ts';
import { driver, onlyNode, openAs, postOf } from './double.ts';

let double: DrupalDouble;
afterEach(() => double.stop());

test.each(['editor', 'author'])(
  '%s: `basic_html` shows no sign of a removed picture, and the post stays ours',
  async (role) => {
    double = await startDrupal({ generation: 'drupal' });
    const post = postOf();
    const known = await driver.save(await openAs(double, role), post);
    const { document } = await visit(known.url);
    expect(document.querySelector('.filter-image-invalid, [src*="error.svg"]')).toBeNull();
    expect(countLinks(document.body.innerHTML, post.link)).toBe(1);
    // The badge is a link in words, by which the post is known to be ours.
    expect(countLinks(document.body.innerHTML, badgeOf(post.link))).toBe(1);
    const again = await driver.save(await openAs(double, role), { ...post, known: null });
    expect(again.postId).toBe(known.postId);
    const next = await driver.save(await openAs(double, role), { ...post, title: 'Gula Kristal', known });
    expect(next.postId).toBe(known.postId);
    expect((await visit(known.url)).document.querySelector('.filter-image-invalid')).toBeNull();
  },
);

test.each([
  // Media Library's field, and none at all.
  { mediaField: true, types: ['article'] },
  { types: ['page'] },
])('%o: the picture is put into the text, from the site itself, and sent once', async (options) => {
  double = await startDrupal({ generation: 'drupal', ...options });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'editor'), post);
  expect(known).not.toHaveProperty('pictureMissing', 'refused');
  expect(known.imageUrl).toMatch(new RegExp(`^${double.url}/files/gula-`));
  // By this Drupal keeps the file; what no text names is deleted after some hours.
  expect(onlyNode(double).body).toMatch(/<img data-entity-type="file" data-entity-uuid="[\w-]+" src="\/files\/gula-/);
  const src = new URL(known.imageUrl ?? '').pathname;
  expect((await visit(known.url)).document.querySelectorAll(`img[src="${src}"]`)).toHaveLength(1);
  const next = await driver.save(await openAs(double, 'editor'), { ...post, title: 'Gula Kristal', known });
  expect(next.imageUrl).toBe(known.imageUrl);
  expect(double.state.files.size).toBe(1);
});

test('a site whose editor takes no pictures is told to have none, where this person may add no media', async () => {
  double = await startDrupal({ generation: 'drupal', mediaField: true, inlinePictures: false });
  const ref = await driver.save(await openAs(double, 'editor'), postOf());
  expect(ref).toMatchObject({ state: 'published', imageUrl: null, pictureMissing: 'refused' });
});

test('a type of post that demands a field of the village’s own is left for one that does not', async () => {
  double = await startDrupal({ generation: 'drupal', demanding: ['article'] });
  await driver.save(await openAs(double, 'admin'), postOf());
  expect(onlyNode(double)).toMatchObject({ type: 'page', published: true });
});

test.each(['drupal7', 'drupal', 'backdrop'] as const)(
  '%s: where every type demands it, the field is named as Drupal labels it',
  async (generation) => {
    const main = generation === 'backdrop' ? 'post' : 'article';
    double = await startDrupal({ generation, demanding: [main, 'page'] });
    const saving = driver.save(await openAs(double, 'admin'), postOf());
    await expect(saving).rejects.toMatchObject({ code: 'field_required', what: 'Dusun' });
    expect(double.state.nodes).toEqual([]);
  },
);

test('on a site with languages in its addresses, the post is of the language of the page that the person is on', async () => {
  double = await startDrupal({ generation: 'drupal', prefix: '/id' });
  const post = postOf();
  const context = await openAs(double, 'admin', 'id/user');
  const known = await driver.save(context, post);
  expect(onlyNode(double).langcode).toBe('id');
  expect(countLinks((await visit(known.url)).document.body.innerHTML, post.link)).toBe(1);
  expect(await driver.productsPage?.(context)).toMatchObject({ state: 'made' });
  await driver.unpublish(context, { link: post.link, known });
  expect(onlyNode(double).published).toBe(false);
});

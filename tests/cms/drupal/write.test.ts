// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { NO_LINKS } from '#tests/cms/doubles/drupal/formats.ts';
import type { Generation } from '#tests/cms/doubles/drupal/state.ts';
import { type DrupalDouble, startDrupal } from '#tests/cms/doubles/drupal.ts';
import { visit } from '#tests/cms/suite/fixtures.ts';
import { countLinks } from '#utils/cms/link.ts';
import { driver, onlyNode, openAs, postOf } from './double.ts';

const GENERATIONS: Generation[] = ['drupal7', 'drupal', 'backdrop'];
let double: DrupalDouble;
afterEach(() => double.stop());

test.each([
  [['page', 'poll', 'article'], 'article'],
  [['poll', 'page'], 'page'],
  [['page'], 'page'],
  [['article'], 'article'],
])('of the types %o a product becomes %s', async (types, chosen) => {
  double = await startDrupal({ generation: 'drupal', types });
  const ref = await driver.save(await openAs(double, 'admin'), postOf());
  expect(onlyNode(double)).toMatchObject({ type: chosen, published: true });
  // A page has no field for it: then it stands in the text.
  expect(ref.imageUrl).not.toBeNull();
});

test.each([[[]], [['poll']]])('where only %o can be written, that is said and nothing written', async (types) => {
  double = await startDrupal({ generation: 'drupal', types });
  const saving = driver.save(await openAs(double, 'admin'), postOf());
  await expect(saving).rejects.toMatchObject({ code: types.length === 0 ? 'no_permission' : 'markup_changed' });
  expect(double.state.nodes).toEqual([]);
});

test.each(GENERATIONS)(
  '%s: full HTML where it is offered, else the format there is; the link is seen',
  async (generation) => {
    double = await startDrupal({ generation });
    const { url } = await driver.save(await openAs(double, 'admin'), postOf());
    expect(onlyNode(double).format).toBe('full_html');
    expect((await visit(url)).document.querySelector('strong')).not.toBeNull();

    const post = postOf();
    const filtered = await driver.save(await openAs(double, 'author'), post);
    expect(double.state.node(filtered.postId)?.format).toMatch(/^(?:basic|filtered)_html$/);
    const { document } = await visit(filtered.url);
    expect(countLinks(document.body.innerHTML, post.link)).toBe(1);
    expect(document.body.textContent).toContain('Tahan satu tahun');
  },
);

test("a field that the village demands is named in Drupal's words, and nothing is written", async () => {
  double = await startDrupal({ generation: 'drupal7', demands: 'Dusun' });
  const saving = driver.save(await openAs(double, 'admin'), postOf());
  await expect(saving).rejects.toMatchObject({ code: 'refused', what: 'Bidang Dusun harus diisi.' });
  expect(double.state.nodes).toEqual([]);
});

test('a format that takes the link out is left for the next one', async () => {
  double = await startDrupal({ generation: 'drupal', roles: { editor: { formats: [NO_LINKS, 'basic_html'] } } });
  const post = postOf();
  const { url } = await driver.save(await openAs(double, 'editor'), post);
  expect(onlyNode(double)).toMatchObject({ format: 'basic_html', published: true });
  expect(countLinks((await visit(url)).document.body.innerHTML, post.link)).toBe(1);
});

test.each([
  [['plain_text'], { code: 'no_permission', what: 'text format' }],
  [[NO_LINKS], { code: 'not_read_back', what: 'link_stripped' }],
])('with %o alone nothing of it stays, and it is said', async (formats, said) => {
  double = await startDrupal({ generation: 'drupal7', roles: { editor: { formats } } });
  const saving = driver.save(await openAs(double, 'editor'), postOf());
  await expect(saving).rejects.toMatchObject(said);
  expect(double.state.nodes.filter(({ published }) => published)).toEqual([]);
});

test.each(GENERATIONS)(
  '%s: the post has an address of its own that stays with its title changed, and our tag',
  async (generation) => {
    double = await startDrupal({ generation });
    const post = postOf();
    const known = await driver.save(await openAs(double, 'admin'), post);
    expect(onlyNode(double)).toMatchObject({
      alias: `produk/${post.listingId}`,
      tags: 'Produk Desa',
      autoAlias: false,
    });
    await driver.save(await openAs(double, 'admin'), { ...post, title: 'Gula Kristal', known });
    expect(onlyNode(double)).toMatchObject({ alias: `produk/${post.listingId}`, title: 'Gula Kristal' });
  },
);

test('a tag that a person gave stays, and ours does not come back', async () => {
  double = await startDrupal({ generation: 'backdrop' });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'admin'), post);
  onlyNode(double).tags = 'Oleh-oleh';
  await driver.save(await openAs(double, 'admin'), { ...post, title: 'Gula Kristal', known });
  expect(onlyNode(double).tags).toBe('Oleh-oleh');
});

test.each(GENERATIONS)('%s: in a folder and without rewriting all goes the same way', async (generation) => {
  double = await startDrupal({ generation, folder: '/desa-dagan', rewrites: false });
  const post = postOf();
  const context = await openAs(double, 'admin');
  const known = await driver.save(context, post);
  expect(known.url.startsWith(`${double.url}/`)).toBe(true);
  expect(countLinks((await visit(known.url)).document.body.innerHTML, post.link)).toBe(1);
  await driver.save(context, post);
  await driver.unpublish(context, { link: post.link, known });
  expect(onlyNode(double).published).toBe(false);
});

test('under a workflow it is published, then archived, then published again', async () => {
  double = await startDrupal({ generation: 'drupal', workflow: true });
  const post = postOf();
  const known = await driver.save(await openAs(double, 'admin'), post);
  expect(known.state).toBe('published');
  const gone = await driver.unpublish(await openAs(double, 'admin'), { link: post.link, known });
  expect(onlyNode(double).published).toBe(false);
  expect((await driver.save(await openAs(double, 'admin'), { ...post, known: gone })).state).toBe('published');
  onlyNode(double);
});

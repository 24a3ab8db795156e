// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { DriverContext, PostRef } from '#utils/cms/types.ts';
import { openTab, type Tab } from './browser.ts';
import { pictureOf, postOf, repriced } from './post.ts';

const driver = opensidDriver(async (blob) => pictureOf('image/jpeg', blob.size));
let double: OpensidDouble;
let tab: Tab;
let context: DriverContext;

beforeEach(async () => {
  double = await startOpensid();
  tab = await openTab(double.base, 'admin');
  context = await tab.open('web');
});
afterEach(() => double.close());

const only = () => {
  expect(double.state.articles).toHaveLength(1);
  const [article] = double.state.articles;
  if (!article) throw new Error('no article');
  return article;
};
/** Runs once, right before the next POST whose path holds `part`. */
const beforePost = (part: string, act: () => void | Promise<void>): void => {
  tab.before = async (url, { method }) => {
    if (method !== 'POST' || !url.pathname.includes(part)) return;
    tab.before = () => undefined;
    await act();
  };
};
const otherTabPosts = async (): Promise<void> => {
  await tab.fetch(`${double.base}kategori/insert/0`, { method: 'POST', body: new URLSearchParams({ kategori: 'x' }) });
};

test('an article with its picture stands in "Produk Desa", which is made once', async () => {
  const first = await driver.save(context, postOf());
  await driver.save(context, postOf());
  expect(first).toMatchObject({
    state: 'published',
    imageUrl: expect.stringContaining('/desa/upload/artikel/sedang_'),
  });
  expect((await tab.fetch(first.imageUrl ?? '')).status).toBe(200);
  const made = double.state.categories.filter(({ kategori }) => kategori === 'Produk Desa');
  expect(made).toHaveLength(1);
  expect(double.state.articles.map((a) => a.id_kategori)).toEqual([made[0]?.id, made[0]?.id]);
});

test('where the address by number is an error for visitors, the one of the title is recorded, and follows it', async () => {
  double.state.options.deadNumbers = true;
  const post = postOf();
  const known = await driver.save(context, post);
  expect(await (await tab.fetch(known.url)).text()).toContain(post.link);
  const renamed = await driver.save(context, { ...post, title: 'Gula Kristal', known });
  expect(renamed.postId).toBe(known.postId);
  expect(await (await tab.fetch(renamed.url)).text()).toContain(post.link);
  double.state.options.deadNumbers = false;
  const again = await driver.save(context, { ...post, title: 'Gula Merah', known: renamed });
  expect(again.url).toMatch(new RegExp(`/${known.postId}$`));
});

test('the recorded address leads to the article, whatever its title becomes', async () => {
  const post = postOf();
  const first = await driver.save(context, post);
  const dated = only().tgl_upload;
  const renamed = await driver.save(context, { ...post, title: 'Gula Kristal', known: first });
  expect(renamed.url).toBe(first.url);
  expect(only()).toMatchObject({ judul: 'Gula Kristal', slug: 'gula-kristal', tgl_upload: dated });
  expect(await (await tab.fetch(first.url)).text()).toContain(post.link);
});

test('with the same name the pretty address does not move either', async () => {
  const post = postOf();
  const known = await driver.save(context, post);
  const { slug } = only();
  await driver.save(context, { ...repriced(post, 'Rp30.000'), known });
  expect(only()).toMatchObject({ slug, isi: expect.stringContaining('30.000') });
});

test('nothing is sent when the article already says all that', async () => {
  const post = postOf();
  const known = await driver.save(context, post);
  beforePost('', () => expect.unreachable('a POST'));
  expect(await driver.save(context, { ...post, known })).toEqual(known);
});

test('a token that another tab changed at the last moment costs one more try, not a second article', async () => {
  beforePost('/web/insert/', otherTabPosts);
  await driver.save(context, postOf());
  only();
});

test('a server that dies after the write leaves one article', async () => {
  double.state.options.dieAfterWrite = 1;
  const post = postOf();
  const known = await driver.save(context, post);
  double.state.options.dieAfterWrite = 1;
  await driver.save(context, { ...repriced(post, 'Rp30.000'), known });
  expect(only().isi).toContain('30.000');
});

test('a body at which the server always breaks down is told as that, and nothing is written', async () => {
  double.state.options.postLimit = 500;
  await expect(driver.save(context, postOf())).rejects.toMatchObject({ code: 'site_down', what: 'HTTP 500' });
  expect(double.state.articles).toEqual([]);
});

test.each(['/web/insert/', '/kategori/insert/'])('a session that ends right before %s loses nothing', async (part) => {
  beforePost(part, () => double.state.sessions.clear());
  const post = postOf();
  await expect(driver.save(context, post)).rejects.toMatchObject({ code: 'signed_out' });
  expect(double.state.articles).toEqual([]);
  const again = await (await openTab(double.base, 'admin')).open('web');
  await driver.save(again, post);
  only();
});

test('emoji, foreign letters and short words arrive in a form that the site can show', async () => {
  const post = postOf({ title: '🍬 Gülâ “semut” <b>', description: '🍬' });
  const ref = await driver.save(context, { ...post, html: post.html.replaceAll(/ dari desa kami\.?/gi, '') });
  expect(only().judul).toMatch(/^[\x20-\x7e]{5,200}$/);
  expect(only().slug).toMatch(/^[a-z0-9-]+$/);
  expect(only().isi).toContain('&#127852;');
  expect(await (await tab.fetch(ref.url)).text()).toContain(post.link);
});

test.each([
  ['Kopi', 'Jual Kopi'],
  ['12345', 'Produk desa 12345'],
  ['蜂蜜', 'Produk desa'],
])('the title "%s" becomes "%s"', async (title, stored) => {
  await driver.save(context, postOf({ title }));
  expect(only().judul).toBe(stored);
});

test("a text too short for the site's feed is filled up unseen", async () => {
  const post = postOf();
  const html = `<p><a href="${post.link}">x</a> <img src="${post.link.replace('/p/', '/badge/')}.svg"></p>`;
  await driver.save(context, { ...post, html });
  expect(new TextEncoder().encode(only().isi).length).toBeGreaterThanOrEqual(300);
  expect(only().isi.replace(/ {2,}/g, '')).toBe(html);
});

test('a WebP is turned into JPEG; one that cannot be is left out, and the link stands all the same', async () => {
  const image = { blob: pictureOf('image/webp'), fileName: 'foto gulá.webp', alt: '' };
  await driver.save(context, postOf({ image }));
  expect(only().gambar).toMatch(/^[\w-]+\.jpg$/);
  const broken = opensidDriver(() => Promise.reject(new Error('photo_broken')));
  const ref = await broken.save(context, postOf({ image }));
  expect(ref).toMatchObject({ state: 'published', imageId: null, imageUrl: null });
});

test('a picture that OpenSID refuses, or drops for its size, does not hold the article back', async () => {
  const lying = { blob: new Blob(['not a picture'], { type: 'image/jpeg' }), fileName: 'a.jpg', alt: '' };
  expect(await driver.save(context, postOf({ image: lying }))).toMatchObject({ state: 'published', imageUrl: null });
  double.state.options.uploadLimit = 100;
  const large = { blob: pictureOf('image/jpeg', 200), fileName: 'a.jpg', alt: '' };
  expect(await driver.save(context, postOf({ image: large }))).toMatchObject({ state: 'published', imageUrl: null });
  expect(double.state.articles).toHaveLength(2);
});

test('a picture goes up once, and again only when the listing has another', async () => {
  const post = postOf();
  const first = await driver.save(context, post);
  const changed = await driver.save(context, { ...repriced(post, 'Rp1'), known: first });
  expect(changed.imageUrl).toBe(first.imageUrl);
  const image = { blob: pictureOf('image/jpeg', 64, 2), fileName: 'baru.jpg', alt: '' };
  const other = await driver.save(context, { ...post, image, known: changed });
  expect(other.imageUrl).not.toBe(first.imageUrl);
});

test('a list that ignores the search is walked until the article is found', async () => {
  const post = postOf();
  await driver.save(context, post);
  const template = only();
  for (let n = 0; n < 250; n += 1) {
    const id = double.state.nextId();
    double.state.articles.push({ ...template, id, judul: `Berita ${id}`, slug: `berita-${id}`, isi: '<p>Berita</p>' });
  }
  double.state.options.searchable = false;
  await driver.save(context, { ...repriced(post, 'Rp2'), known: null });
  expect(double.state.articles).toHaveLength(251);
  expect(template.isi).toContain('Rp2');
});

test('a list without the columns we need is named, and nothing is written', async () => {
  tab.before = () => undefined;
  const plain = tab.fetch;
  const fetch: typeof plain = async (input, init) => {
    const answer = await plain(input, init);
    if (!String(input).includes('datatables')) return answer;
    return Response.json({ recordsFiltered: 1, data: [{ id: 1, judul: 'x' }] });
  };
  const failed: Promise<PostRef> = driver.save({ ...context, fetch }, postOf());
  await expect(failed).rejects.toMatchObject({ code: 'markup_changed', what: expect.stringContaining('isi') });
  expect(double.state.articles).toEqual([]);
});

test.each([0, 1] as const)(
  'an article whose state cannot be read is told as such, never switched (it is %s)',
  async (enabled) => {
    const post = postOf();
    const known = await driver.save(context, post);
    only().enabled = enabled;
    only().judul = 'Sudah disunting';
    double.state.options.unknownStates = true;
    const told = { code: 'markup_changed', what: expect.stringContaining('enabled') };
    await expect(driver.unpublish(context, { link: post.link, known })).rejects.toMatchObject(told);
    await expect(driver.save(context, { ...repriced(post, 'Rp2'), known })).rejects.toMatchObject(told);
    await expect(driver.check?.(context, [{ link: post.link, known }])).rejects.toMatchObject(told);
    expect(only()).toMatchObject({ enabled, judul: 'Sudah disunting' });
  },
);

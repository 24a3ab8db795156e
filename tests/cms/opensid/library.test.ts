// @vitest-environment jsdom
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToGallery } from '#tests/cms/doubles/opensid/gallery.ts';
import { type OpensidDouble, startOpensid } from '#tests/cms/doubles/opensid.ts';
import { MEDIA_MAX } from '#utils/cms/media.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import { openTab, type Tab } from './browser.ts';
import { pictureOf, postOf } from './post.ts';

const driver = opensidDriver(async (blob) => blob);
const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
let site: OpensidDouble;
let tab: Tab;

beforeAll(async () => {
  site = await startOpensid();
  tab = await openTab(site.base, 'kontributor');
});
beforeEach(() => {
  Object.assign(site.state, { articles: [], gallery: [] });
  site.state.options.galleryOf = 'all';
});
afterAll(() => site.close());

const names = async () => (await driver.media?.(await tab.open('web')))?.map(({ name }) => name);
const article = async (title: string) =>
  driver.save(await tab.open('web'), {
    ...postOf({ title }),
    image: { blob: pictureOf('image/jpeg'), fileName: `${title}.jpg`, alt: title },
  });

test('pictures of articles, albums and the newest album stand in the order in which they came, by three requests', async () => {
  const old = addToGallery(site.state, 0, 'Kerja Bakti', bytes);
  addToGallery(site.state, old.id, 'Di album lama', bytes);
  const album = addToGallery(site.state, 0, 'Panen', bytes);
  await article('Gula Semut');
  addToGallery(site.state, album.id, 'Kopi & "Teh"', bytes);
  const context = await tab.open('web');
  const asked: string[] = [];
  tab.before = ({ pathname }) => void asked.push(pathname);
  const found = (await driver.media?.(context)) ?? [];
  tab.before = () => undefined;
  expect(found.map(({ name }) => name)).toEqual(['Kopi & "Teh"', 'Gula Semut', 'Panen', 'Kerja Bakti']);
  expect(asked).toHaveLength(3);
  for (const { url, thumbUrl } of found)
    for (const at of [url, thumbUrl]) expect((await tab.fetch(at)).status).toBe(200);
});

test('no picture, or only names that are no picture’s and addresses that somebody typed, is an empty library', async () => {
  expect(await names()).toEqual([]);
  addToGallery(site.state, 0, 'Jalan', bytes).gambar = '../../rahasia.php';
  Object.assign(addToGallery(site.state, 0, 'Luar', bytes), { jenis: 2, gambar: 'https://elsewhere.example/a.jpg' });
  expect(await names()).toEqual([]);
});

test('a stored name with a path in it stays in the pictures’ own folder', async () => {
  addToGallery(site.state, 0, 'Jalan', bytes).gambar = '../../../siteman/a.jpg';
  const [found] = (await driver.media?.(await tab.open('web'))) ?? [];
  expect(new URL(found?.url ?? '').pathname).toMatch(/^\/desa\/upload\/galeri\/[^/]+$/);
});

test(`there are ${MEDIA_MAX} at most`, async () => {
  for (let n = 0; n < MEDIA_MAX + 3; n += 1) addToGallery(site.state, 0, `Album ${n}`, bytes);
  expect(await names()).toHaveLength(MEDIA_MAX);
});

test('who has no gallery, or finds it broken, chooses among the articles’ pictures', async () => {
  await article('Gula Semut');
  for (const galleryOf of ['others', 'nobody'] as const) {
    site.state.options.galleryOf = galleryOf;
    expect(await names()).toEqual(['Gula Semut']);
  }
});

test('without a picture to show, a gallery that cannot be looked into is no empty one', async () => {
  site.state.options.galleryOf = 'nobody';
  await expect(names()).rejects.toMatchObject({ code: 'site_down' });
});

import { expect, test } from 'vitest';
import { FORM_FLAVOURS, type VillageOptions } from './axes.ts';
import { personOn, personSaves, strangerReads } from './person.ts';
import { added, started } from './started.ts';

const LINK = 'https://pasar.example/p/1';
const HTML = `<div class="x"><p>Gurih <b>sekali</b></p><p><a href="${LINK}" onclick="x()">Beli</a></p></div>`;

/** What stands in public where the person wrote. */
async function shownWith(traits: Partial<VillageOptions>, bodyHtml = HTML): Promise<string> {
  const site = await started(traits);
  await personSaves(site, { title: 'Keripik', bodyHtml, link: LINK });
  const [article] = added(site);
  const { text } = await strangerReads(site, site.publicPaths.article(article ?? { id: 0, title: '' }));
  return /<div class="isi">(.*)<\/div><\/article>/s.exec(text)?.[1] ?? '';
}

test.each(['textarea', 'contenteditable', 'quillLike', 'ckeditorLike'] as const)(
  '%s: markup is shown as it was written',
  async (editor) => expect(await shownWith({ editor })).toBe(HTML),
);

test('plain: the tags stand in public as words', async () => {
  const shown = await shownWith({ editor: 'plain' });
  expect(shown).toContain('&lt;b&gt;sekali&lt;/b&gt;');
  expect(shown).not.toContain('<a');
});

test('sanitise: only a, img and p are kept', async () => {
  expect(await shownWith({ editor: 'sanitise' })).toBe(`<p>Gurih sekali</p><p><a href="${LINK}">Beli</a></p>`);
});

test('stripLinks: no markup at all, so no link', async () => {
  expect(await shownWith({ editor: 'stripLinks' })).toBe('Gurih sekaliBeli');
});

test('otherField: what "content" takes is shown nowhere', async () => {
  const site = await started({ editor: 'otherField' });
  await personSaves(site, { title: 'Keripik', bodyHtml: 'Terlihat', more: { content: 'Tersembunyi' } });
  const { text } = await strangerReads(site, '/berita/keripik');
  expect(text).toContain('Terlihat');
  expect(text).not.toContain('Tersembunyi');
});

test('urlOnly: there is no body, only an address', async () => {
  expect(await shownWith({ editor: 'urlOnly' })).toBe(`<p><a href="${LINK}">${LINK}</a></p>`);
});

test.each([
  ['slugList', '/berita', '/berita/keripik'],
  ['idList', '/artikel', '/artikel/4'],
  ['subfolder', '/berita', '/berita/keripik'],
] as const)('public %s: the list %s leads to %s', async (shown, list, path) => {
  const site = await started({ public: shown });
  expect(new URL(site.url).pathname).toBe(shown === 'subfolder' ? '/desa' : '/');
  await personSaves(site, { title: 'Keripik', bodyHtml: 'x' });
  const folder = shown === 'subfolder' ? '/desa' : '';
  expect((await strangerReads(site, list)).text).toContain(`href="${folder}${path}"`);
  expect((await strangerReads(site, '/')).text).toContain(`href="${folder}${path}"`);
  expect((await strangerReads(site, path)).status).toBe(200);
  expect((await strangerReads(site, `${path}9`)).status).toBe(404);
});

test('slugList: the slug follows the title, and two of one title share the older one’s page', async () => {
  const site = await started({});
  await personSaves(site, { title: 'Keripik', bodyHtml: 'yang pertama' });
  await personSaves(site, { title: 'Keripik!', bodyHtml: 'yang kedua' });
  expect((await strangerReads(site, '/berita/keripik')).text).toContain('yang pertama');
  await (await personOn(site)).change(4, { title: 'Kerupuk', bodyHtml: 'yang pertama' });
  expect((await strangerReads(site, '/berita/keripik')).text).toContain('yang kedua');
});

test('hiddenFromSignedIn: strangers see the article, whoever is signed in does not', async () => {
  const site = await started({ public: 'hiddenFromSignedIn' });
  const person = await personOn(site);
  await person.save({ title: 'Keripik', bodyHtml: 'x' });
  expect((await strangerReads(site, '/berita')).text).toContain('Keripik');
  expect((await strangerReads(site, '/berita/keripik')).status).toBe(200);
  expect(await (await person.browser.fetch(`${site.url}/berita`)).text()).not.toContain('Keripik');
  expect((await person.browser.fetch(`${site.url}/berita/keripik`)).status).toBe(404);
});

test('deleted200: an article that is gone is answered with 200 and another page', async () => {
  const site = await started({ public: 'deleted200' });
  site.erase(2);
  const { status, text } = await strangerReads(site, '/artikel/2');
  expect(status).toBe(200);
  expect(text).toContain('Selamat datang');
});

test('titleCut: a long title is cut without a word', async () => {
  const site = await started({ public: 'titleCut' });
  await personSaves(site, { title: 'K'.repeat(70), bodyHtml: 'x' });
  expect(added(site)[0]?.title).toBe('K'.repeat(60));
});

test.each([...FORM_FLAVOURS, 'json', 'whole'] as const)('apostropheBreaks, %s: 500, nothing saved', async (flavour) => {
  const site = await started({ flavour, public: 'apostropheBreaks' });
  expect((await personSaves(site, { title: "Jum'at berkah", bodyHtml: 'x' })).status).toBe(500);
  expect((await personSaves(site, { title: 'Jumat', bodyHtml: "Jum'at" })).status).toBe(500);
  expect(site.articles()).toHaveLength(3);
  await personSaves(site, { title: 'Jum’at berkah', bodyHtml: 'x' });
  expect(added(site)).toHaveLength(1);
});

test('emojiBreaks: four bytes become question marks', async () => {
  const site = await started({ public: 'emojiBreaks' });
  await personSaves(site, { title: 'Keripik 🍌', bodyHtml: '<p>🍌 – “gurih”</p>' });
  expect(added(site)[0]).toMatchObject({ title: 'Keripik ????', body: '<p>???? – “gurih”</p>' });
});

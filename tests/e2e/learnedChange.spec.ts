import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { opensArticle, opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';
import { unless } from './pages/longRun.ts';

const SHOW = 'Tunjukkan sekali, sesudahnya otomatis';

let market: Market;
let browser: ExtensionBrowser;
let site: VillageSite;
test.beforeAll(async () => {
  market = await startMarket();
});
test.afterAll(() => market.stop());
test.beforeEach(async () => {
  browser = await openBrowser({ headless: true });
});
test.afterEach(async () => {
  await browser.close();
  await site.stop();
});

const SITES: [string, Partial<VillageOptions>][] = [
  [
    'a form on a page of its own',
    { flavour: 'blade', editor: 'quillLike', takeDown: 'statusField', status: 'draftDefault' },
  ],
  ['a form with other names and another address', { flavour: 'ci3', editor: 'textarea', change: 'otherNames' }],
  ['forms in the list, one address for all', { flavour: 'modal', editor: 'textarea', takeDown: 'deleteGet' }],
  ['a script that sends JSON', { flavour: 'json', editor: 'ckeditorLike', takeDown: 'deleteGet' }],
  ['a site that shows markup as it is written', { flavour: 'plainphp', editor: 'plain', takeDown: 'deleteGet' }],
];

/** The others are tried as pairs over the driver in every run. */
const IN_EVERY_RUN = ['a form on a page of its own', 'a script that sends JSON'];

for (const [name, traits] of SITES)
  test(
    `${name}: changed once and taken down once, then both by one press`,
    unless(IN_EVERY_RUN.includes(name)),
    async () => {
      const hides = traits.takeDown === 'statusField';
      const page = await village(traits);
      await showNew(page, await sell(page, 'Gula semut'), hides);
      for (const product of ['Keripik singkong', 'Teh rosela']) await (await sell(page, product)).done();
      expect(
        site
          .articles()
          .map(({ title }) => title)
          .slice(3),
      ).toEqual(['Gula semut', 'Keripik singkong', 'Teh rosela']);
      const others = () => site.articles().slice(0, 5);

      // New words: the person shows once how an article is changed.
      const panel = await change(page, 'Keripik singkong', { description: 'Renyah dan baru.' });
      const note = await startShowing(page, panel);
      await opensArticle(page, site, 'Keripik singkong');
      await note.press('Isikan yang baru');
      await note.says('Isinya sudah diganti');
      await presses(page, shownForm(page), site);
      await note.says('sudah tahu cara mengubah artikel');
      expect(await stranger('Keripik singkong')).toContain('Renyah dan baru.');
      expect(await stranger('Keripik singkong')).not.toContain('&lt;p');
      await note.press('Tutup');
      const had = others();

      // From then on a new price is written by one press.
      await change(page, 'Teh rosela', { price: '31rb' });
      await expect.poll(() => stranger('Teh rosela'), { timeout: 60_000 }).toContain('Rp31.000');
      expect(others()).toEqual(had);

      // And what is sold out, and what is withdrawn.
      await act('Teh rosela', 'Tandai habis');
      await expect.poll(() => stranger('Teh rosela'), { timeout: 60_000 }).toContain('Habis');
      await act('Teh rosela', 'Tarik dari pasar');
      await expect.poll(() => stranger('Teh rosela'), { timeout: 60_000 }).not.toContain('/p/');
      expect(others()).toEqual(had);
      expect(site.articles()).toHaveLength(6);
      expect(site.foreignUntouched()).toBe(true);
    },
  );

test('taking down is shown once, by the status; then the next withdrawal is hidden by one press', async () => {
  const traits = { flavour: 'plainphp', editor: 'textarea', takeDown: 'statusField' } as const;
  const page = await village({ ...traits, status: 'draftDefault' });
  await showNew(page, await sell(page, 'Gula semut'), true);
  for (const product of ['Keripik singkong', 'Teh rosela']) await (await sell(page, product)).done();
  const note = await withdraws(page, 'Keripik singkong');
  await opensArticle(page, site, 'Keripik singkong');
  await note.says('Sembunyikan artikel ini');
  await page.getByLabel('Terbitkan').uncheck();
  await presses(page, shownForm(page), site);
  await note.says('sudah tahu cara menyembunyikan');
  await note.press('Tutup');
  expect(await stranger('Keripik singkong')).not.toContain('/p/');

  await act('Teh rosela', 'Tarik dari pasar');
  await expect.poll(() => stranger('Teh rosela'), { timeout: 60_000 }).not.toContain('/p/');
  expect(site.articles().map(({ isPublished }) => isPublished)).toEqual([true, true, true, true, false, false]);
  expect(site.foreignUntouched()).toBe(true);
});

test('an article that the person deletes instead is settled, and deleting is not learned', async () => {
  const page = await village({ flavour: 'ci3', editor: 'textarea', takeDown: 'deleteGet' });
  await showNew(page, await sell(page, 'Gula semut'), false);
  await (await sell(page, 'Keripik singkong')).done();
  const note = await withdraws(page, 'Keripik singkong');
  await page.goto(site.url + site.admin.list);
  page.once('dialog', (dialog) => dialog.accept());
  await page.locator('tr', { hasText: 'Keripik singkong' }).getByText('Hapus').click();
  await note.says('Cara menghapus tidak dipelajari');
  expect(site.articles()).toHaveLength(4);
  expect(site.foreignUntouched()).toBe(true);
});

/** The person takes a product off sale in the popup and is asked there to show how its article comes down. */
async function withdraws(page: Page, name: string): Promise<LessonNote> {
  await opensForm(page, site);
  const { page: popup } = await act(name, 'Tarik dari pasar');
  await popup.getByRole('button', { name: SHOW }).click({ timeout: 60_000 });
  return LessonNote.on(page);
}

/** A person signed in on a village site of these traits, the extension connected and the site enabled. */
async function village(traits: Partial<VillageOptions>): Promise<Page> {
  site = await startVillageSite(traits);
  await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
  const page = await browser.context.newPage();
  await signsIn(page, site);
  return page;
}

async function sell(page: Page, name: string): Promise<Panel> {
  await opensForm(page, site);
  const panel = await Panel.open(page);
  const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') };
  await panel.fill({ name, price: '25rb', unit: 'bungkus', description: `${name} buatan sendiri.`, photos: [photo] });
  await panel.publish();
  return panel;
}

const shownForm = (page: Page) =>
  page
    .locator('form')
    .filter({ has: page.locator('#judul') })
    .filter({ visible: true });

async function startShowing(page: Page, panel: Panel): Promise<LessonNote> {
  await panel.frame.getByRole('button', { name: SHOW }).click();
  return LessonNote.on(page);
}

async function showNew(page: Page, panel: Panel, isDraft: boolean): Promise<void> {
  const note = await startShowing(page, panel);
  await note.press('Isikan judul, isi, dan foto');
  await note.says('Sudah diisikan');
  if (isDraft && site.options.flavour === 'plainphp') await page.getByLabel('Terbitkan').check();
  else if (isDraft) await page.getByLabel('Status').selectOption('1');
  await presses(page, shownForm(page), site);
  await note.says(/Dodolan sudah tahu cara menyimpan|alamat sebagai tulisan biasa/);
  await note.press('Tutup');
}

/** The person opens a product from the popup and changes it in the panel. */
async function change(page: Page, name: string, fields: Record<string, string>): Promise<Panel> {
  const isOpen = () => page.frames().some((frame) => frame.url().includes('/panel.html'));
  // Now and then the browser shows the panel and tells the test of no frame: then it is opened anew.
  await expect(async () => {
    await opensForm(page, site);
    await Panel.launcher(page).waitFor();
    const popup = await act(name, 'Ubah');
    await expect
      .poll(isOpen, { timeout: 5000 })
      .toBe(true)
      .catch(() => undefined);
    await popup.page.close();
    expect(isOpen()).toBe(true);
  }).toPass({ timeout: 90_000 });
  const panel = await Panel.opened(page);
  await expect(panel.field('name')).toHaveValue(name);
  for (const [field, value] of Object.entries(fields)) await panel.field(field).fill(value);
  await panel.saved();
  await panel.publish();
  return panel;
}

/** Presses a button of a product in the popup. */
async function act(name: string, button: string): Promise<Popup> {
  const popup = await Popup.open(browser);
  await popup.showListings();
  const item = popup.page.locator('.listing').filter({ hasText: name });
  await item.locator('.listing-main').click();
  await item.getByRole('button', { name: button, exact: true }).click();
  return popup;
}

/** What somebody without cookies reads at the article's address. */
async function stranger(title: string): Promise<string> {
  const article = site.articles().find((one) => one.title === title);
  return (await fetch(site.url + site.publicPaths.article({ id: article?.id ?? 0, title }))).text();
}

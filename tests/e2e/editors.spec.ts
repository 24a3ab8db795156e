import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import { EDITORS, type EditorPage } from './pages/editorKinds.ts';
import { type EditorSite, startEditorSite } from './pages/editorSite.ts';

declare global {
  /** What a page's editor would save now. */
  var readArticle: () => string;
  var nativeFails: () => boolean;
}

const NAME = 'Gula <b onmouseover="window.hacked=1">semut</b>';
const INSERT = 'Sisipkan kartu produk';

let site: EditorSite;
let market: Market;
let browser: ExtensionBrowser;
let popup: Popup;

/** The panel in which the product was published: open over a plain textarea, waiting for the person. */
let panel: Panel;

test.beforeAll(async () => {
  [site, market] = await Promise.all([startEditorSite(), startMarket()]);
  browser = await openBrowser({ headless: true });
  await settle(browser, await market.invite('Desa Lain', site.url), site.url);
  panel = await Panel.open(await write('textarea'));
  await panel.fill({
    name: NAME,
    price: '25rb',
    unit: 'bungkus',
    description: 'Gula semut dari nira kelapa.',
    photos: [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') }],
  });
  await panel.publish();
  await expect(panel.frame.getByText('Tinggal tautan di situs desa')).toBeVisible();
  popup = await Popup.open(browser);
  await popup.showListings();
});
test.afterAll(async () => {
  await browser.close();
  await market.stop();
  site.stop();
});

/** Opens a page with an editor and puts the cursor at the end of its first line, as a person does. */
async function write(name: string, kind: Pick<EditorPage, 'inFrame' | 'knowsCursor'> = {}): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`${site.url}/tulis/${name}`);
  // This process polls, because a strict page lets nobody poll inside it.
  await expect.poll(() => page.evaluate(() => typeof globalThis.readArticle)).toBe('function');
  await surface(page, kind).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  const { knowsCursor } = kind;
  if (knowsCursor !== undefined) await expect.poll(() => page.evaluate(knowsCursor)).toBe(true);
  return page;
}

/** The element to type in: on the page, or in the frame of a classic editor. */
function surface(page: Page, { inFrame }: Pick<EditorPage, 'inFrame'>) {
  if (inFrame === true) return page.frameLocator('iframe').locator('body[contenteditable="true"]');
  return page.locator(':is([contenteditable="true"], trix-editor, textarea#isi, .CodeMirror-scroll):visible').first();
}

/** Presses, in the popup (a tab here), the button of the only product. */
async function insert(page: Page): Promise<void> {
  await page.bringToFront();
  await popup.page.bringToFront();
  const button = popup.page.getByRole('button', { name: INSERT });
  if (!(await button.isVisible())) await popup.page.locator('.listing-main').click();
  await button.click();
}

const article = (page: Page) => page.evaluate(() => globalThis.readArticle());

/** The card stands at the cursor, linked, and the product's name is nothing but text. */
async function expectCard(page: Page, isSource: boolean): Promise<void> {
  const html = await article(page);
  const link = html.search(new RegExp(`href="${market.url}/p/[0-9a-z]{16}"`));
  expect(link).toBeGreaterThan(html.indexOf('Awal artikel.'));
  expect(link).toBeLessThan(html.indexOf('Akhir artikel.'));
  expect(html).not.toContain('<b onmouseover');
  if (isSource) expect(html).toContain('&#60;b onmouseover');
  else expect(await page.evaluate(() => document.querySelector('b[onmouseover]'))).toBeNull();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
}

test('on an unknown CMS a person inserts and saves; the page that opens then is noticed as the link back', async () => {
  const { page, frame } = panel;
  await frame.getByRole('button', { name: INSERT }).click();
  await expect(frame.getByText('Kartunya ada di formulir, belum tersimpan')).toBeVisible();
  await expectCard(page, true);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.waitForURL(/artikel\/1$/);
  await expect(popup.page.getByText('Terverifikasi')).toBeVisible();
  await popup.page.locator('.listing-main').click();
  const post = popup.page.getByRole('link', { name: 'Lihat di situs desa' });
  await expect(post).toHaveAttribute('href', `${site.url}/artikel/1`);
});

for (const [name, kind] of Object.entries<EditorPage>(EDITORS)) {
  test(`${name}: the card lands at the cursor, and is claimed because it was read back`, async () => {
    const page = await write(name, kind);
    await insert(page);
    await expect(popup.page.getByText('Kartunya ada di formulir, belum tersimpan')).toBeVisible();
    await expectCard(page, kind.isSource === true);
    // The card is no part of the sentence at the cursor.
    if (name !== 'trix') expect(await article(page)).toMatch(/Awal artikel\.\s*</);
    await page.close();
  });
}

test('under a strict policy the page’s own world fails, and the next way puts it in', async () => {
  const page = await write('strict');
  expect(await page.evaluate(() => globalThis.nativeFails())).toBe(true);
  await insert(page);
  await expect(popup.page.getByText('Kartunya ada di formulir, belum tersimpan')).toBeVisible();
  await expectCard(page, false);
  await page.close();
});

test('where no editor is open nothing is claimed, and the card can be copied', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${site.url}/baca`);
  await insert(page);
  await expect(popup.page.getByText('Belum ada editor artikel yang terbuka')).toBeVisible();
  await popup.page.getByRole('button', { name: 'Salin kartu' }).click();
  await expect(popup.page.getByText('Kartu sudah disalin')).toBeVisible();
  await page.close();
});

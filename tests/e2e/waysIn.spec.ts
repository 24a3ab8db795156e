import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { type ChatPage, startChatPage } from '#stack/chatPage.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { enterLine, pressMenu, tabAt, unlisted } from '#stack/waysIn.ts';
import { expect, test } from './fixtures.ts';
import { startAdminDouble } from './pages/adminDouble.ts';

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown>; getContexts(filter: object): Promise<unknown[]> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]>; onCommand: { dispatch(name: string): void } };
};

let chat: ChatPage;
test.beforeAll(async () => {
  chat = await startChatPage();
});
test.afterAll(() => chat.stop());

test('one picture of a chat: photo and words are in the form of the only site, and it sells', async ({ village }) => {
  const admin = await village.admin();
  await Panel.launcher(admin).waitFor();
  const page = await opened(village.browser);
  const panel = await pressed(village.browser, page, 0);
  await expect(panel.locator('#quick-line')).toHaveValue('Gula semut 250 gr 25rb/bungkus stok 40');
  await expect(panel.locator('#field-price')).toHaveValue('25rb');
  await expect(panel.locator('.photo-tile img')).toHaveCount(1);
  await expect(panel.locator('.for-village')).toContainText('Untuk situs');

  // Loaded once more, the window goes on with its draft and takes nothing twice.
  await panel.reload();
  await expect(panel.locator('.photo-tile img')).toHaveCount(1);

  // It is live on the marketplace from here, and its article is written in the next open admin page.
  const form = await Panel.opened(panel);
  await form.field('producerName').fill('Bu Siti');
  await form.field('producerPhone').fill('081234567890');
  await form.agree();
  await panel.bringToFront();
  await form.publish();
  await form.done();
});

test('of another server the picture is taken where it may be, else it is said how', async ({ village }) => {
  const page = await opened(village.browser);
  const open = await pressed(village.browser, page, 2);
  await expect(open.locator('#field-name')).toHaveValue('Madu hutan');
  await expect(open.locator('.photo-tile img')).toHaveCount(1);
  const closed = await pressed(village.browser, page, 3);
  await expect(closed.getByText('pilih "Salin gambar", lalu tempel di sini')).toBeVisible();
  await expect(closed.locator('.photo-tile img')).toHaveCount(0);
});

test('words alone keep their lines; a page that is gone is said', async ({ village }) => {
  const page = await opened(village.browser);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('main') as Element));
  const panel = await pressed(village.browser, page, null);
  await expect(panel.locator('#quick-line')).toHaveValue(/Keripik pisang 15rb\n/);
  const src = await page.evaluate(() => document.images[0]?.src ?? '');
  const id = await tabAt(village.browser, chat.url);
  await page.close();
  const late = await pressMenu(village.browser, { mediaType: 'image', srcUrl: src }, id);
  await expect(late.getByText('Halaman asalnya sudah ditutup')).toBeVisible();
});

test('the popup’s button offers the pictures in sight, each with its words', async ({ village }) => {
  const page = await opened(village.browser);
  // Words that were selected a while ago and have gone out of sight are not meant.
  await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelectorAll('.bubble')[0] as Element);
    document.querySelectorAll('.bubble')[1]?.scrollIntoView();
  });
  const popup = await village.browser.open('popup.html');
  const id = await tabAt(village.browser, chat.url);
  const window = village.browser.context.waitForEvent('page');
  await popup.evaluate((tabId) => chrome.runtime.sendMessage({ name: 'page/take', input: { tabId } }), id);
  const panel = await window;
  await expect(panel.getByRole('button', { name: 'Pakai foto ini: Keripik pisang' })).toBeVisible();
  await expect(panel.locator('#quick-line')).toHaveValue('');
  await panel.getByRole('button', { name: 'Pakai foto ini: Keripik pisang' }).click();
  await expect(panel.locator('#field-name')).toHaveValue('Keripik pisang');
  await panel.getByRole('button', { name: 'Pakai foto ini: Madu hutan' }).click();
  await expect(panel.locator('.photo-tile img')).toHaveCount(2);
  // A second picture is one more of the same product: what was written stays.
  await expect(panel.locator('#field-name')).toHaveValue('Keripik pisang');
  await page.close();
});

test('the address bar’s line and the key for the line open the form with the caret in it', async ({ village }) => {
  const [worker] = village.browser.context.serviceWorkers();
  const panel = await enterLine(village.browser, 'Sapu glagah 18rb/biji');
  await expect(panel.locator('#field-name')).toHaveValue('Sapu glagah');
  await panel.bringToFront();
  const second = village.browser.context.waitForEvent('page');
  await worker?.evaluate(() => chrome.commands.onCommand.dispatch('quick_line'));
  await expect((await second).locator('#quick-line')).toBeFocused();
  // A key that the browser has for itself is given to nobody, without a word.
  const keys = await (await second).evaluate(() => chrome.commands.getAll());
  const unset = keys.filter(({ name, shortcut }) => name !== '_execute_action' && shortcut === '');
  expect([keys.length, unset]).toEqual([5, []]);
});

test('a photo is cropped with the mouse and with the keys, and keeps its place', async ({ village }) => {
  const admin = await village.admin();
  const { frame } = await Panel.open(admin);
  const sides = { width: 800, height: 600, channels: 3, background: '#a33' } as const;
  const buffer = await sharp({ create: sides }).jpeg().toBuffer();
  await frame
    .locator('input[type=file][accept^="image"]')
    .setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer }]);
  await frame.locator('.photo-tile').first().click();
  const size = () =>
    frame
      .locator('.photo-tile img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight);
  await expect.poll(size).toBeCloseTo(4 / 3, 1);
  // Escape leaves the crop alone, and not the panel.
  await frame.getByRole('button', { name: 'Potong' }).click();
  await frame.getByRole('button', { name: 'Sudut kanan bawah' }).press('Escape');
  await expect(frame.locator('.crop')).toHaveCount(0);
  await frame.getByRole('button', { name: 'Potong' }).click();
  const corner = frame.getByRole('button', { name: 'Sudut kanan bawah' });
  await corner.scrollIntoViewIfNeeded();
  const box = await corner.boundingBox();
  const whole = await frame.locator('.crop-picture img').boundingBox();
  if (box === null || whole === null) throw new Error('the crop view is not in sight');
  await admin.mouse.move(box.x + 20, box.y + 20);
  await admin.mouse.down();
  await admin.mouse.move(box.x + 20 - whole.width / 2, box.y + 20, { steps: 4 });
  await admin.mouse.up();
  await corner.focus();
  for (let n = 0; n < 5; n += 1) await admin.keyboard.press('ArrowUp');
  await frame.getByRole('button', { name: 'Potong foto' }).click();
  // Half as wide, nine tenths as high.
  await expect.poll(size).toBeCloseTo(400 / 540, 1);
  await expect(frame.locator('.photo-tile')).toHaveCount(1);

  // A strip that nobody could see is refused in words, and the cut goes on.
  await frame.getByRole('button', { name: 'Potong' }).click();
  await corner.focus();
  for (let n = 0; n < 50; n += 1) await admin.keyboard.press('ArrowUp');
  await frame.getByRole('button', { name: 'Potong foto' }).click();
  await expect(frame.getByText('Potongannya terlalu kecil')).toBeVisible();
  await frame.getByRole('button', { name: 'Batal' }).click();
  // In a page that was loaded anew the cut is taken back all the same.
  await admin.reload();
  const again = await Panel.open(admin);
  await again.frame.locator('.photo-tile').first().click();
  await again.frame.getByRole('button', { name: 'Kembalikan' }).click();
  const restored = again.frame.locator('.photo-tile img').first();
  await expect
    .poll(() => restored.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
    .toBeCloseTo(4 / 3, 1);
});

test('beside the page the panel is the front site’s; another site in front is said, and the product stays', async ({
  village,
}) => {
  const admin = await village.admin();
  await Panel.launcher(admin).waitFor();
  const popup = await village.browser.open('popup.html');
  await popup.getByRole('button', { name: 'Buka panel di samping halaman' }).click();
  const [worker] = village.browser.context.serviceWorkers();
  await expect
    .poll(() => worker?.evaluate(() => chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })))
    .toHaveLength(1);
  const beside = await unlisted(village.browser, admin, 'panel.html');
  await expect.poll(() => beside('document.querySelector(".for-village")?.textContent')).toContain('Desa Dagan');
  await beside(
    'document.querySelector("#quick-line").select(); document.execCommand("insertText", false, "Gula 5rb/kg")',
  );
  await expect.poll(() => beside('document.querySelector("#field-name")?.value')).toBe('Gula');

  // Another village's admin page comes to the front.
  const other = await startAdminDouble();
  await (await Options.open(village.browser)).enableSite(other.url);
  const second = await village.browser.context.newPage();
  await second.goto(`${other.url}/wp-admin/index.php`);
  await expect
    .poll(() => beside('document.querySelector(".notice")?.textContent'))
    .toContain('Produk ini untuk Desa Dagan');
  expect(await beside('document.querySelector("#field-name").value')).toBe('Gula');
  other.stop();
});

test('two tabs on one draft keep each other’s words', async ({ village }) => {
  const [one, two] = [await village.admin(), await village.admin()];
  const first = await Panel.open(one);
  await first.frame.locator('#quick-line').fill('Gula semut 25rb/bungkus');
  await first.saved();
  const second = await Panel.open(two);
  await expect(second.field('price')).toHaveValue('25rb');
  await second.field('description').fill('Dari nira kelapa pagi hari.');
  await second.saved();
  // The first one still shows the draft as it was, and goes on in another field.
  await first.field('stock').fill('7');
  await expect(first.field('description')).toHaveValue('Dari nira kelapa pagi hari.');
  await first.saved();
  await two.reload();
  const again = await Panel.open(two);
  await expect(again.field('stock')).toHaveValue('7');
  await expect(again.field('description')).toHaveValue('Dari nira kelapa pagi hari.');
});

async function opened(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(chat.url);
  await expect.poll(() => page.evaluate(() => [...document.images].every((one) => one.naturalWidth > 0))).toBe(true);
  return page;
}

/** As the browser tells of a press of "Jual ini dengan Dodolan"; the menu itself is the browser's. Null: on selected words. */
async function pressed(browser: ExtensionBrowser, page: Page, at: number | null): Promise<Page> {
  await page.bringToFront();
  if (at === null) return pressMenu(browser, { selectionText: 'all in one line' }, await tabAt(browser, chat.url));
  const srcUrl = await page.evaluate((index) => document.images[index]?.src ?? '', at);
  return pressMenu(browser, { mediaType: 'image', srcUrl }, await tabAt(browser, chat.url));
}

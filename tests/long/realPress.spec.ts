import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type ChatPage, startChatPage } from '#stack/chatPage.ts';
import { type Display, middleOf, startDisplay } from '#stack/display.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { settle } from '#stack/settle.ts';
import { unlisted } from '#stack/waysIn.ts';
import { type AdminDouble, startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';

/**
 * The ways in by the hand of a person: the press goes through the X server to the browser's own menu and button, and what
 * lets the extension into the page is that press alone. The chat is at a host that no permission names.
 */
interface At {
  x: number;
  y: number;
}

/** Where Chromium of the size below has its button for all extensions, and the first of its list (px). */
const PUZZLE = { x: 1088, y: 63 };
const FIRST_EXTENSION = { x: 918, y: 223 };

let display: Display;
let chat: ChatPage;
let market: Market;
let admin: AdminDouble;
let browser: ExtensionBrowser;

test.beforeAll(async () => {
  display = await startDisplay();
  [chat, market, admin] = await Promise.all([startChatPage(), startMarket(), startAdminDouble()]);
  browser = await openBrowser({
    headless: false,
    viewport: null,
    locale: 'en-US',
    switches: ['--host-resolver-rules=MAP chat.test 127.0.0.1', '--window-position=0,0', '--window-size=1200,900'],
  });
  await settle(browser, await market.invite('Desa Dagan', admin.url), admin.url);
});
test.afterAll(async () => {
  await browser?.close();
  await market?.stop();
  for (const one of [chat, admin, display]) one?.stop();
});

test('the menu on a picture: photo and words are in the form', async () => {
  const page = await opened('#menu');
  const panel = await sold(page, middleOf('img', 0));
  await expect(panel.locator('#quick-line')).toHaveValue('Gula semut 250 gr 25rb/bungkus stok 40');
  await expect(panel.locator('.photo-tile img')).toHaveCount(1);
  await panel.close();
});

test('the menu on a picture that nobody may read: it is cut from the screen, and that is said', async () => {
  const page = await opened('#menu');
  await page.evaluate(() => document.images[3]?.scrollIntoView({ block: 'center' }));
  const panel = await sold(page, middleOf('img', 3));
  await expect(panel.locator('#quick-line')).toHaveValue('Sapu glagah 18rb');
  await expect(panel.getByText('hanya kualitas layar')).toBeVisible();
  // As it stands on the page, which shows it smaller than it is.
  const shown = panel.locator('.photo-tile img');
  await expect
    .poll(() => shown.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight]))
    .toEqual([300, 220]);
  await panel.close();
});

test('the menu on selected words keeps their lines', async () => {
  const page = await opened('#menu');
  await page.evaluate(() => {
    const [from, to] = [...document.querySelectorAll('.bubble')];
    getSelection()?.setBaseAndExtent(from as Node, 1, to as Node, 2);
  });
  const panel = await sold(page, middleOf('.bubble div', 0));
  await expect(panel.locator('#quick-line')).toHaveValue(
    /^Gula semut 250 gr 25rb\/bungkus stok 40\n(.*\n)*Keripik pisang 15rb$/,
  );
  await panel.close();
});

test('where the page keeps the menu away, the toolbar’s button offers the pictures in sight', async () => {
  const page = await opened('');
  await page.evaluate(() => document.images[3]?.scrollIntoView({ block: 'end' }));
  display.press(await at(page, middleOf('img', 2)), 3);
  display.keys('j');
  await page.waitForTimeout(1500);
  expect(browser.context.pages().filter((one) => one.url().endsWith('/panel.html'))).toHaveLength(0);

  display.press(PUZZLE, 1);
  await page.waitForTimeout(1000);
  display.press(FIRST_EXTENSION, 1);
  await page.waitForTimeout(1500);
  const popup = await unlisted(browser, page, 'popup.html');
  const take = `[...document.querySelectorAll('button')].findIndex((one) => one.textContent.startsWith('Ambil foto'))`;
  await expect.poll(() => popup(take)).toBeGreaterThanOrEqual(0);
  const button = Number(await popup(take));
  await popup(`document.querySelectorAll('button')[${button}].scrollIntoView({ block: 'center' })`);
  const window = browser.context.waitForEvent('page');
  display.press((await popup(middleOf('button', button))) as At, 1);
  const panel = await window;
  await panel.getByRole('button', { name: 'Pakai foto ini: Keripik pisang' }).click();
  await expect(panel.locator('#field-name')).toHaveValue('Keripik pisang');
  await expect(panel.getByText('hanya kualitas layar')).toHaveCount(0);
  // One that nobody may read is offered as the screen shows it.
  await panel.getByRole('button', { name: 'Pakai foto ini: Sapu glagah 18rb' }).click();
  await expect(panel.locator('.photo-tile img')).toHaveCount(2);
  await expect(panel.getByText('hanya kualitas layar')).toBeVisible();
  await panel.close();
});

test('the panel’s key, pressed while the background sleeps, puts the caret into the line; once more, and it is hidden', async () => {
  const page = await browser.context.newPage();
  await page.goto(`${admin.url}/wp-admin/index.php`);
  await page.getByText('Jual produk').first().waitFor();
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await browser.killWorker();
  display.chord(['Alt_L', 'Shift_L'], 'j', 100);
  const panel = await Panel.opened(page);
  await expect(panel.frame.locator('#quick-line')).toBeFocused();
  display.chord(['Alt_L', 'Shift_L'], 'j', 100);
  await (await panel.frame.frameElement()).waitForElementState('hidden');
  await page.close();
});

async function opened(hash: string): Promise<Page> {
  for (const old of browser.context.pages().slice(1)) await old.close();
  const page = await browser.context.newPage();
  await page.goto(`${chat.url.replace('127.0.0.1', 'chat.test')}/${hash}`);
  await expect.poll(() => page.evaluate(() => [...document.images].every((one) => one.naturalWidth > 0))).toBe(true);
  await page.bringToFront();
  return page;
}

/** Presses the right button there and takes "Jual ini dengan Dodolan" from the browser's menu. Answers the window that opens. */
async function sold(page: Page, place: string): Promise<Page> {
  const window = browser.context.waitForEvent('page');
  display.press(await at(page, place), 3);
  // The menu is the browser's: nothing tells when it is there.
  await page.waitForTimeout(1000);
  display.keys('j');
  return window;
}

const at = (page: Page, place: string) => page.evaluate<At>(place);

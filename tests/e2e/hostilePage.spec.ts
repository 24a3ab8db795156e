import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { startMarket } from '#stack/market.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { Popup } from '#stack/pages/popup.ts';
import { picture } from '#stack/pictures.ts';
import { startAdminDouble } from './pages/adminDouble.ts';
import { HIDES, STYLES, stretchEntry, styleAround } from './pages/attacks.ts';
import { looksSame } from './pages/samePicture.ts';

const LINE = 'Gula semut 250gr 25rb/bungkus stok 40 wa 081234567890 oleh Bu Siti';
let site: Awaited<ReturnType<typeof startAdminDouble>>;
let browser: ExtensionBrowser;
let admin: Page;
let panel: Panel;

test.beforeAll(async () => {
  site = await startAdminDouble();
  browser = await openBrowser({ headless: true });
  await (await Options.open(browser)).enableSite(site.url);
});
test.afterAll(async () => {
  await browser.close();
  site.stop();
});
test.beforeEach(async () => {
  admin = await browser.context.newPage();
  await admin.goto(`${site.url}/wp-admin/index.php`);
});
test.afterEach(() => admin.close());

const sending = () => panel.frame.locator('.sending h2');

let makers = 0;
/**
 * The whole form but for the consent: a press that came too early for the guard points to it and publishes nothing. The
 * draft may be the last test's.
 */
async function openFilled(): Promise<void> {
  panel = await Panel.open(admin);
  // A maker of its own for each test: what another one published would have told the consent already.
  makers += 1;
  await panel.frame.locator('#quick-line').fill(LINE.replace('081234567890', `0812345678${10 + makers}`));
  await panel.field('consent').uncheck();
  const buffer = await picture('gula-semut', '#cfd8c2', 300);
  const hasPhoto = (await panel.frame.locator('.photo-grid img').count()) > 0;
  if (!hasPhoto) await panel.addPhotos([{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer }]);
  await panel.saved();
}

/**
 * True while keys reach the panel. What the browser does not render may lose the focus, at a moment of its choosing; then
 * the page gets the keys, and none of them can publish.
 */
const hearsKeys = () => panel.frame.evaluate(() => document.hasFocus());
const consent = () => panel.field('consent').evaluate((box) => (box as HTMLInputElement).click());
const BY: Record<string, () => Promise<void>> = {
  mouse: async () => {
    // There is no button to press where nothing of the panel is drawn.
    const button = await panel
      .publishButton()
      .boundingBox({ timeout: 2000 })
      .catch(() => null);
    if (button === null) return;
    await admin.mouse.move(button.x + 30, button.y + 10);
    await admin.mouse.click(button.x + 40, button.y + 20);
  },
  keys: () => admin.keyboard.press('Control+Enter'),
};

for (const [attack, run] of Object.entries(HIDES))
  test(`nothing is published by mouse or keys under ${attack}`, async () => {
    await openFilled();
    await admin.evaluate(run);
    await expect(async () => {
      await BY.keys?.();
      expect((await panel.heldBack().count()) === 1 || !(await hearsKeys())).toBe(true);
    }).toPass();
    const wasHeldBack = await panel.heldBack().count();
    await consent();
    for (const press of Object.values(BY)) {
      await press();
      await expect(panel.frame.locator('button[aria-busy=true]')).toHaveCount(0);
    }
    expect(await panel.heldBack().count()).toBeGreaterThanOrEqual(wasHeldBack);
    expect(await sending().count()).toBe(0);
  });

for (const style of STYLES)
  test(`the panel looks the same, whatever is ${style}`, async () => {
    panel = await Panel.open(admin);
    await expect(panel.frame.locator('#quick-line')).toBeFocused();
    // The caret would blink.
    await panel.frame.locator('.frame-head h1').click();
    const picture = async () =>
      (await admin.screenshot({ clip: { x: 320, y: 0, width: 940, height: 800 } })).toString('base64');
    let before = '';
    await expect(async () => {
      const last = before;
      before = await picture();
      expect(before === last).toBe(true);
    }).toPass();
    await admin.evaluate(styleAround, style);
    await expect.poll(async () => looksSame(await picture(), before)).toBe(true);
  });

test('what is laid over the panel once goes below it by itself, and the next press counts', async () => {
  await openFilled();
  await consent();
  await admin.evaluate(() => {
    const lure = document.createElement('div');
    lure.popover = 'manual';
    lure.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0';
    document.body.append(lure);
    lure.showPopover();
  });
  await panel.publish();
  await expect(sending()).toHaveText('Gula semut');
});

test('a pointer that rested where the button came to lie is asked once more', async () => {
  // What goes nowhere yet is not asked about, so the village is connected.
  const market = await startMarket();
  await (await Popup.open(browser)).connect(await market.invite('Desa Dagan', site.url));
  await admin.bringToFront();
  await admin.mouse.move(1180, 760);
  await admin.getByRole('button', { name: 'Jual produk' }).first().focus();
  await admin.keyboard.press('Enter');
  panel = await Panel.opened(admin);
  await panel.frame.locator('#quick-line').fill(LINE);
  const press = async () => {
    await admin.mouse.down();
    await admin.mouse.up();
  };
  await expect(async () => {
    await press();
    await expect(panel.frame.getByText('tekan tombolnya sekali lagi')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(async () => {
    await press();
    await expect(panel.frame.getByText('isian yang perlu dilengkapi')).toBeVisible({ timeout: 500 });
  }).toPass();
  await market.stop();
});

test('a page that frames the panel itself, beside ours or alone, shows nothing that can be pressed', async () => {
  await admin.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
    frame.addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      port1.start();
      frame.contentWindow?.postMessage({ pass: '1-2-3-4' }, '*', [port2]);
    });
  }, `chrome-extension://${browser.extensionId}/panel.html`);
  const framed = admin.frameLocator('iframe');
  await expect(framed.locator('body')).toContainText('tidak dibuka oleh Dodolan');
  await expect(framed.locator('input, textarea, select')).toHaveCount(0);
  await framed.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(framed.locator('body')).toContainText('tidak dibuka oleh Dodolan');
  await expect(framed.locator('input, textarea, select')).toHaveCount(0);
});

test('a page that opens the panel’s address in a window, which it then holds, shows nothing that can be pressed', async () => {
  await openFilled();
  const opened = browser.context.waitForEvent('page');
  await admin.evaluate((address) => {
    window.open(address, 'bait', 'popup,width=400,height=300');
  }, `chrome-extension://${browser.extensionId}/panel.html`);
  const bait = await opened;
  await expect(bait.locator('body')).toContainText('tidak dibuka oleh Dodolan');
  await expect(bait.locator('input, textarea, select')).toHaveCount(0);
  await bait.close();
});

test('the page never gets hold of the panel’s window, from its opening to its closing', async () => {
  await admin.evaluate(() => {
    const sources: unknown[] = [];
    Object.assign(window, { sources });
    window.addEventListener('message', ({ source }) => sources.push(source), true);
  });
  panel = await Panel.open(admin);
  expect(await admin.evaluate(() => window.length)).toBe(0);
  await panel.frame.getByRole('button', { name: 'Tutup' }).click();
  await expect.poll(async () => (await panel.frame.frameElement()).isVisible()).toBe(false);
  expect(await admin.evaluate(() => (window as unknown as { sources: unknown[] }).sources.length)).toBe(0);
});

test('an entry that the page made invisible and as large as itself takes no press from the page', async () => {
  await admin.evaluate(() => {
    Object.assign(window, { presses: 0 });
    document.addEventListener('click', () => {
      (window as unknown as { presses: number }).presses += 1;
    });
  });
  await admin.evaluate(stretchEntry, 'Jual produk');
  await admin.mouse.click(640, 400);
  expect(await admin.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(1);
  const frames = admin.frames().filter((frame) => frame.url().includes('/panel.html'));
  for (const frame of frames) expect(await (await frame.frameElement()).isVisible()).toBe(false);
});

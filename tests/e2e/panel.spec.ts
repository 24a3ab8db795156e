import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { ISOLATED, startAdminDouble } from './pages/adminDouble.ts';

let site: Awaited<ReturnType<typeof startAdminDouble>>;
let browser: ExtensionBrowser;
let admin: Page;
let panel: Panel;

test.beforeEach(async () => {
  site = await startAdminDouble();
  browser = await openBrowser({ headless: true });
  const options = await Options.open(browser);
  await options.enableSite(site.url);
  admin = await browser.context.newPage();
  await admin.goto(`${site.url}/wp-admin/index.php`);
  panel = await Panel.open(admin);
});
test.afterEach(async () => {
  await browser.close();
  site.stop();
});

const line = () => panel.frame.locator('#quick-line');
const LINE = 'Gula semut 250gr 25rb/bungkus stok 40 wa 081234567890 oleh Bu Siti';
const isShown = async () => (await panel.frame.frameElement()).isVisible();

async function photos(...tints: string[]) {
  const buffers = await Promise.all(tints.map((tint) => picture('gula-semut', tint, 400)));
  return buffers.map((buffer, i) => ({ name: `foto${i}.jpg`, mimeType: 'image/jpeg', buffer }));
}

async function fillByLine(): Promise<void> {
  await line().fill(LINE);
  await panel.addPhotos(await photos('#cfd8c2'));
  // A tick of before the maker's name stands there is not hers.
  await expect(panel.field('producerName')).toHaveValue('Bu Siti');
  await panel.field('consent').check();
  await panel.saved();
}

test('the caret is in the quick line, what is typed never reaches the page, Escape gives the focus back', async () => {
  await expect(line()).toBeFocused();
  await admin.keyboard.type(LINE);
  await expect(panel.field('name')).toHaveValue('Gula semut');
  await expect(panel.field('price')).toHaveValue('25rb');
  await expect(panel.field('producerPhone')).toHaveValue('081234567890');
  await expect(panel.frame.getByText('Rp25.000/bungkus (250 g) = Rp10.000/ons')).toBeVisible();
  await admin.keyboard.press('Escape');
  await expect.poll(isShown).toBe(false);
  // The release of the key belongs to the page, because the panel has closed by then; what was typed, and the press of
  // Escape, do not.
  expect(((await admin.evaluate('keys')) as string[]).filter((kind) => kind !== 'keyup')).toEqual([]);
  await expect.poll(() => admin.evaluate(() => document.activeElement?.textContent)).toContain('Jual produk');
});

test('what is typed as soon as the panel has the focus is all there, although its code is read meanwhile', async () => {
  for (const worker of ['awake', 'asleep']) {
    await line().fill('');
    await admin.reload();
    await Panel.launcher(admin).waitFor();
    if (worker === 'asleep') await browser.killWorker();
    const opened = admin.waitForEvent('framenavigated', (frame) => frame.url().includes('/panel.html'));
    await Panel.launcher(admin).click();
    const frame = await opened;
    await frame.locator('#early-line textarea, #quick-line').first().waitFor();
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true);
    await admin.keyboard.type(LINE);
    panel = await Panel.opened(admin);
    await expect(line()).toHaveValue(LINE);
    await expect(line()).toBeFocused();
    await expect(panel.field('name')).toHaveValue('Gula semut');
    await expect(panel.frame.locator('#early-line')).toHaveCount(0);
  }
});

test('a draft survives the page being left in the middle of a word, and a background that was ended', async () => {
  await fillByLine();
  await panel.field('name').fill('Gula semut asli Dagan');
  await browser.killWorker();
  await admin.reload();
  panel = await Panel.open(admin);
  await expect(panel.field('name')).toHaveValue('Gula semut asli Dagan');
  await expect(panel.frame.locator('.photo-grid img')).toHaveCount(1);
  await expect(panel.field('consent')).toBeChecked();
});

test('a draft survives the end of its page in the task of the last keystroke, with no background to save it', async () => {
  await fillByLine();
  await browser.killWorker();
  const renderer = await browser.context.newCDPSession(panel.frame);
  await renderer.send('Runtime.enable');
  const typed = new Promise((resolve) => renderer.once('Runtime.consoleAPICalled', resolve));
  const crashed = new Promise((resolve) => renderer.once('Inspector.targetCrashed', resolve));
  // After this task nothing runs any more, no timer and no listener: what is not out of the process by then is lost.
  const expression = `const name = document.querySelector('#field-name');
    name.value = 'Gula semut asli Dagan';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    console.log('typed');
    for (;;);`;
  void renderer.send('Runtime.evaluate', { expression }).catch(() => undefined);
  await typed;
  void renderer.send('Page.crash').catch(() => undefined);
  await crashed;
  admin = await browser.context.newPage();
  await admin.goto(`${site.url}/wp-admin/index.php`);
  panel = await Panel.open(admin);
  await expect(panel.field('name')).toHaveValue('Gula semut asli Dagan');
});

test('a picture pasted anywhere becomes a photo; photos are put in order by keys, turned, and removed with undo', async () => {
  await panel.addPhotos(await photos('#ddccaa', '#aaccdd'));
  const [pasted] = await photos('#99bb99');
  await panel.frame.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'tempel.jpg', { type: 'image/jpeg' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted?.buffer.toString('base64') ?? '');
  const tiles = panel.frame.locator('.photo-grid img');
  await expect(tiles).toHaveCount(3);
  const order = () => tiles.evaluateAll((all) => all.map((img) => (img as HTMLImageElement).src));
  const [a, b, c] = await order();

  await panel.frame.getByRole('button', { name: 'Foto 3' }).click();
  await admin.keyboard.press('ArrowLeft');
  await expect.poll(order).toEqual([a, c, b]);
  await admin.keyboard.press('ArrowLeft');
  await expect.poll(order).toEqual([c, a, b]);
  await panel.frame.locator('.photo-grid li').nth(2).dragTo(panel.frame.locator('.photo-grid li').nth(0));
  await expect.poll(order).toEqual([b, c, a]);

  await panel.frame.getByRole('button', { name: 'Putar' }).click();
  await expect.poll(async () => (await order())[1]).not.toBe(c);
  const turned = await order();
  await panel.frame.getByRole('button', { name: 'Hapus', exact: true }).click();
  await expect(tiles).toHaveCount(2);
  await panel.frame.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(order).toEqual(turned);
});

const HEADERS: [string, Record<string, string>][] = [
  ...Object.entries(ISOLATED).map(([name, value]): [string, Record<string, string>] => [name, { [name]: value }]),
  ['all of them', ISOLATED],
];
test('the panel opens and can be typed in whatever a page’s headers forbid, each alone and all together', async () => {
  for (const [name, headers] of HEADERS)
    await test.step(name, async () => {
      site.setHeaders(headers);
      await admin.reload();
      panel = await Panel.open(admin);
      await expect(line()).toBeFocused();
      await line().fill('');
      const typed = `Gula ${'ab'.repeat(name.length)}`;
      await admin.keyboard.type(typed);
      await expect(panel.field('name')).toHaveValue(typed);
      await panel.saved();
    });
});

test('the panel ends at the page’s scrollbars, at every width, and a press of its button counts at once', async () => {
  await admin.addStyleTag({
    // The classic scrollbars of a desktop take room from the page; a headless browser's lie over it.
    content: 'html { overflow: scroll !important } ::-webkit-scrollbar { width: 15px; height: 15px; background: #ccc }',
  });
  for (const width of [700, 1280])
    await test.step(`${width} px`, async () => {
      await admin.setViewportSize({ width, height: 800 });
      expect(await admin.evaluate(() => innerHeight - document.documentElement.clientHeight)).toBe(15);
      const seen = await admin.evaluate(() => {
        const { clientWidth, clientHeight } = document.documentElement;
        return { width: clientWidth, height: clientHeight };
      });
      const box = await (await panel.frame.frameElement()).boundingBox();
      const drawer = Math.min(980, seen.width);
      expect(box).toEqual({ x: seen.width - drawer, y: 0, width: drawer, height: seen.height });
    });
  await fillByLine();
  await expect(async () => {
    await panel.publishButton().click();
    await expect(panel.heldBack()).toBeHidden({ timeout: 1000 });
    await expect(panel.frame.locator('.sending h2')).toHaveText('Gula semut', { timeout: 2000 });
  }).toPass();
});

test('framed by a page of a site that was not enabled, the panel shows nothing to type in or press', async () => {
  const foreign = await startAdminDouble();
  try {
    await admin.goto(`${foreign.url}/wp-admin/index.php`);
    await admin.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `chrome-extension://${browser.extensionId}/panel.html`);
    const framed = admin.frameLocator('iframe');
    await expect(framed.locator('body')).toHaveText(/\S/);
    await expect(framed.locator('input, textarea, select')).toHaveCount(0);
    await expect(framed.getByText('Gula semut')).toHaveCount(0);
  } finally {
    foreign.stop();
  }
});

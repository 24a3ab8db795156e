import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { FIREFOX_EXTENSION, type Firefox, openFirefox, PATIENCE_MS } from '#stack/firefox.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { picture } from '#stack/pictures.ts';
import { startWordPress, type WordPress } from '#stack/wordpress.ts';
import { foundProducts, publishedPosts } from '#tests/e2e/pages/site.ts';
import { press } from './pages/hands.ts';
import { MENU_ENTRY, Panel } from './pages/panel.ts';
import { connect, enableSite } from './pages/settle.ts';

let wordpress: WordPress;
let market: Market;
let firefox: Firefox;
const pictures = mkdtempSync(join(tmpdir(), 'dodolan-pictures-'));

beforeAll(async () => {
  wordpress = await startWordPress();
  market = await startMarket();
}, 300_000);
afterAll(async () => {
  await market?.stop();
  await wordpress?.stop();
  rmSync(pictures, { recursive: true, force: true });
}, 60_000);
beforeEach(async () => {
  firefox = await openFirefox();
});
afterEach(() => firefox.close());

async function admin(): Promise<Page> {
  const page = await firefox.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(wordpress.signInUrl('admin'));
  await page.waitForSelector('#adminmenu');
  return page;
}

test('a site that is enabled has "Jual produk" in its admin menu, in the page that is already open too', async () => {
  const page = await admin();
  expect(await page.$(MENU_ENTRY)).toBeNull();
  await connect(firefox, await market.invite('Desa Dagan', wordpress.url));
  await enableSite(firefox, wordpress.url);
  await page.waitForSelector(MENU_ENTRY);
  await page.reload();
  await page.waitForSelector(MENU_ENTRY);
});

test('the caret is in the panel, the page sees no key of what is typed there, Escape gives the focus back', async () => {
  await enableSite(firefox, wordpress.url);
  const page = await admin();
  const panel = await Panel.open(page);
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'paste']) {
      window.addEventListener(type, (event) => keys.push(event.type), true);
    }
  });
  const keysSeen = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys);

  await panel.type('Nanas madu 12rb/kg');
  await vi.waitFor(async () => expect(await panel.valueOf('name')).toBe('Nanas madu'), { timeout: PATIENCE_MS });
  expect(await panel.valueOf('price')).toBe('12rb');
  expect(await panel.isShown()).toBe(true);

  await page.keyboard.press('Escape');
  await vi.waitFor(async () => expect(await panel.isShown()).toBe(false), { timeout: PATIENCE_MS });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Jual produk');
  // The release of the key belongs to the page, because the panel has closed by then; what was typed, and the press of
  // Escape, do not.
  expect((await keysSeen()).filter((type) => type !== 'keyup')).toEqual([]);
  // From here on the page gets its keys again, which also shows that the record above works.
  await page.keyboard.press('x');
  expect(await keysSeen()).toContain('keydown');
});

test('what is published from the panel is live and linked from a post; its card goes to the cursor of another one', async () => {
  await connect(firefox, await market.invite('Desa Kaligondang', wordpress.url));
  await enableSite(firefox, wordpress.url);
  const photo = join(pictures, 'gula.jpg');
  writeFileSync(photo, await picture('gula-semut'));

  const page = await admin();
  const panel = await Panel.open(page);
  await panel.type('Gula semut 250gr 25rb/bungkus stok 40 wa 081200000001 oleh Bu Siti');
  await panel.addPhoto(photo);
  await panel.check('#field-consent');
  const { productUrl, postUrl } = await panel.publish();

  // The product and the post, as any buyer and any visitor gets them, without this browser.
  const product = await (await fetch(productUrl)).text();
  expect(product).toContain('Gula semut');
  expect(product).toContain('Rp25.000');
  expect(product).not.toContain('81200000001');
  const shown = new URL(/<img[^>]* src="([^"]*\/photos\/[^"]+)"/.exec(product)?.[1] ?? '', productUrl);
  expect((await fetch(shown)).headers.get('content-type')).toMatch(/^image\/(jpeg|webp)/);
  expect(await foundProducts(market.url, 'Gula semut')).toBe(1);

  const id = productUrl.split('-').at(-1) ?? '';
  const posts = await publishedPosts(wordpress.url, 'Gula semut');
  expect(posts.map(({ link }) => link)).toEqual([postUrl]);
  const post = await (await fetch(postUrl)).text();
  expect(post).toContain(`/p/${id}`);
  const inPost = new RegExp(`src="(${wordpress.url}/wp-content/uploads/[^"]+)"`).exec(post)?.[1];
  expect((await fetch(inPost ?? '')).headers.get('content-type')).toMatch(/^image\//);

  await page.goto(`${wordpress.url}/wp-admin/post-new.php?classic`);
  await page.waitForFunction(() => document.querySelector('#content_ifr') !== null && 'tinymce' in window);
  await page.click('#content-html');
  await page.waitForFunction(() => document.activeElement?.id === 'content');
  await page.keyboard.type('Awal artikel.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Akhir artikel.');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  const popup = await firefox.open('popup.html', '[role=tablist], nav');
  await popup.keyboard.press('2');
  await press(popup, '.listing-main');
  await page.bringToFront();
  await popup.bringToFront();
  await press(popup, '::-p-aria(Sisipkan kartu produk[role="button"])');
  await popup.waitForSelector('::-p-text(Kartunya ada di formulir, belum tersimpan)');
  const article = await page.$eval('#content', (area) => (area as HTMLTextAreaElement).value);
  expect(article).toMatch(new RegExp(`Awal artikel\\.[^]*href="[^"]+/p/${id}"[^]*Akhir artikel\\.`));
});

/** Today's build, but with a panel that no page may frame. */
function buildThatCannotLoad(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dodolan-build-'));
  cpSync(FIREFOX_EXTENSION, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  delete manifest.web_accessible_resources;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

test('where the page cannot hold the panel, a window of its own publishes through the tab that it came from', async () => {
  await firefox.close();
  const folder = buildThatCannotLoad();
  try {
    firefox = await openFirefox(folder);
    await connect(firefox, await market.invite('Desa Bojong', wordpress.url));
    await enableSite(firefox, wordpress.url);
    const page = await admin();
    const before = new Set(await firefox.browser.pages());
    await press(page, MENU_ENTRY);
    // Words stand in the panel's place after a moment; the caret is on their button.
    const own = await vi.waitFor(
      async () => {
        await page.keyboard.press('Enter');
        const opened = (await firefox.browser.pages()).find((one) => !before.has(one));
        if (opened === undefined) throw new Error('no window yet');
        return opened;
      },
      { timeout: PATIENCE_MS, interval: 500 },
    );
    own.setDefaultTimeout(PATIENCE_MS);
    const panel = await Panel.opened(own);
    await panel.type('Gula aren cetak 250gr 25rb/bungkus stok 40 wa 081200000002 oleh Bu Siti');
    const photo = join(pictures, 'aren.jpg');
    writeFileSync(photo, await picture('gula-semut', '#bb9977'));
    await panel.addPhoto(photo);
    await panel.check('#field-consent');
    const { postUrl } = await panel.publish();
    const posts = await publishedPosts(wordpress.url, 'Gula aren cetak');
    expect(posts.map(({ link }) => link)).toEqual([postUrl]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

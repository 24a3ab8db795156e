import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { langParam } from '#marketplace/web/view.ts';
import { product } from '#tests/e2e/fixtures.ts';
import { openBrowser } from './stack/browser.ts';
import { startMarket } from './stack/market.ts';
import { Options } from './stack/pages/options.ts';
import { Panel } from './stack/pages/panel.ts';
import { ProductPage } from './stack/pages/storefront.ts';
import { connectDevice, GOODS, listGoods } from './stack/seed.ts';
import { settle } from './stack/settle.ts';
import { startWordPress } from './stack/wordpress.ts';
import { takeStorePictures } from './storePictures.ts';

/**
 * `npm run look [words]`: takes pictures of every surface, in both languages, at 360 and 1280 px, on the real WordPress
 * and the real marketplace, into `.data/look`. With words, it takes only the surfaces whose name holds one of them.
 * `npm run look store` makes the stores' pictures anew, in `docs/store/pictures`.
 */
const FOLDER = join('.data', 'look');
/** Indonesian comes last, so that the pages are left as a village has them. */
const LANGUAGES = { en: 'English', id: 'Bahasa Indonesia' } as const;
const WIDTHS = [360, 1280];
const words = process.argv.slice(2);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
spawnSync('wxt', ['build'], { stdio: 'inherit', env: { ...process.env, DODOLAN_E2E: '1' } });

const [market, wordpress] = await Promise.all([startMarket(), startWordPress()]);
const browser = await openBrowser({ headless: true });
try {
  for (const [name, goods] of Object.entries(GOODS)) {
    const site = `https://${name.replace('Desa ', '').toLowerCase()}.desa.id`;
    const invite = (await market.invite(name, site)).split('/undang/')[1] ?? '';
    await listGoods(market.url, await connectDevice(market.url, invite), site, goods);
  }
  const strangers = await takeAll({ 'popup-first': () => extensionPage('popup.html') });
  await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
  const invite = await market.invite('Desa Dagan Wetan', 'https://daganwetan.desa.id');
  const { productUrl, threadUrl } = await sellAndAsk();
  const surfaces = {
    ...panelSurfaces(),
    ...popupSurfaces(),
    options: () => extensionPage('options.html'),
    ...shopSurfaces(productUrl, threadUrl, invite),
  };
  const forStores = (language: Language) =>
    takeStorePictures(language, {
      panel: () => surfaces['panel-filled'](),
      thread: () => surfaces['popup-thread'](),
      desk: wordPressAdmin,
      product: () => surfaces['shop-product'](language),
    });
  const taken = await takeAll(surfaces, words.includes('store') ? forStores : undefined);
  console.log(`${strangers + taken} pictures in ${FOLDER}`);
} finally {
  await browser.close();
  await Promise.all([market.stop(), wordpress.stop()]);
}
process.exit();

type Language = keyof typeof LANGUAGES;
type Surface = (language: Language) => Promise<Page>;

async function takeAll(
  surfaces: Record<string, Surface>,
  also?: (language: Language) => Promise<number>,
): Promise<number> {
  let taken = 0;
  const wanted = Object.entries(surfaces).filter(
    ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  for (const [language, label] of Object.entries(LANGUAGES)) {
    const { page: options } = await Options.open(browser);
    await options.getByLabel(label, { exact: true }).check();
    await options.close();
    taken += (await also?.(language as Language)) ?? 0;
    for (const [name, open] of wanted) {
      const page = await open(language as Language);
      // Otherwise a scrollbar that the whole page no longer has would leave its width cut off.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setScrollbarsHidden', { hidden: true });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        if (name === 'panel-permits') await panelFrame(page)?.locator('#field-nib').scrollIntoViewIfNeeded();
        // The panel is as high as the window, whatever page lies behind it.
        const fullPage = !name.startsWith('panel');
        await page.screenshot({ path: join(FOLDER, `${name}-${language}-${width}.png`), fullPage });
        taken += 1;
      }
      await page.close();
    }
  }
  return taken;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function extensionPage(path: string): Promise<Page> {
  const page = await browser.open(path);
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

async function wordPressAdmin(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(wordpress.signInUrl('admin'));
  return page;
}

function isPanel(frame: Frame): boolean {
  return frame.url().includes('/panel.html');
}

function panelFrame(page: Page): Frame | undefined {
  return page.frames().find(isPanel);
}

function panelSurfaces() {
  const open = async (): Promise<{ page: Page; frame: Panel['frame'] }> => {
    const page = await wordPressAdmin();
    await page
      .locator('a:has-text("Jual produk"), a:has-text("Sell a product"), a:has-text("Sell product")')
      .first()
      .click();
    await page.waitForEvent('framenavigated', { predicate: isPanel }).catch(() => undefined);
    const frame = panelFrame(page);
    if (frame === undefined) throw new Error('no panel');
    await frame.locator('#quick-line').waitFor();
    return { page, frame };
  };
  return {
    'panel-empty': async () => (await open()).page,
    'panel-wrong': async () => {
      const { page, frame } = await open();
      await frame.locator('#field-price').fill('1.5');
      await frame.locator('#field-producerPhone').fill('12');
      await frame.locator('#field-producerPhone').press('Control+Enter');
      await frame.locator('[aria-invalid=true]').first().waitFor();
      return page;
    },
    'panel-filled': async () => {
      const { page, frame } = await open();
      await frame.locator('#quick-line').fill('Gula semut 250gr 25rb/bungkus stok 40 wa 081234567890 oleh Bu Siti');
      await new Panel(page, frame).addPhotos((await product('Gula semut')).photos);
      return page;
    },
    'panel-permits': async () => {
      const { page, frame } = await open();
      const panel = new Panel(page, frame);
      const year = String(new Date().getFullYear() % 100).padStart(2, '0');
      await panel.fillMore({ pirt: `P-IRT 206 3303 01 0123-${year}`, bpom: 'MD 86701', halal: 'ID33110000123450422' });
      await panel.field('halalUntil').fill(inDays(400));
      await panel.field('nib').focus();
      await frame.locator('.permit-fields').scrollIntoViewIfNeeded();
      return page;
    },
  };
}

function popupSurfaces() {
  const tab = (key: string) => async () => {
    const page = await extensionPage('popup.html');
    await page.keyboard.press(key);
    return page;
  };
  return {
    'popup-inbox': tab('1'),
    'popup-products': tab('2'),
    'popup-product': async () => {
      const page = await tab('2')();
      await page.locator('.listing-main').first().click();
      return page;
    },
    'popup-deals': tab('3'),
    'popup-thread': async () => {
      const page = await tab('1')();
      await page.getByText('Rina').first().click();
      await page.locator('.reply textarea').waitFor();
      return page;
    },
  };
}

function shopSurfaces(productUrl: string, threadUrl: string, invite: string) {
  const at =
    (url: string): Surface =>
    async (language) => {
      const page = await browser.context.newPage();
      const address = new URL(url);
      const lang = langParam(language);
      if (lang !== null) address.searchParams.set('lang', lang);
      await page.goto(address.href);
      return page;
    };
  return {
    'shop-home': at(`${market.url}/`),
    'shop-search': at(`${market.url}/cari?q=gulla`),
    'shop-nothing': at(`${market.url}/cari?q=zzzzzz`),
    'shop-village': at(`${market.url}/desa/karangsari`),
    'shop-product': at(productUrl),
    'shop-wrong': async (language: Language) => {
      const page = await at(productUrl)(language);
      await page.locator('[name=price]').fill('abc');
      await page.locator('form[action*="/tanya"]').evaluate((form) => {
        (form as HTMLFormElement).noValidate = true;
      });
      await page.locator('form[action*="/tanya"] button[type=submit]').click();
      return page;
    },
    'shop-thread': at(threadUrl),
    'shop-invite': at(invite),
    'shop-lost': at(`${market.url}/p/tidak-ada`),
  };
}

/** Makes two products on the village's site, a question with an offer on one, and the village's counter. */
async function sellAndAsk(): Promise<{ productUrl: string; threadUrl: string }> {
  const admin = await browser.context.newPage();
  await admin.goto(wordpress.signInUrl('admin'));
  const urls: string[] = [];
  // The tests' goods end their names in letters of chance; pictures show them as a village writes them.
  const year = new Date().getFullYear() % 100;
  // The second one's permit is over soon: the popup says so.
  const goods = [
    ['Gula semut organik', 'gula-semut', { pirt: `2063303010123-${year + 2}`, halal: 'ID33110000123450422' }],
    ['Kopi lereng Slamet', 'kopi', { bpom: 'MD 867012345678', bpomUntil: inDays(40) }],
  ] as const;
  for (const [name, picture, more] of goods) {
    const panel = await Panel.open(admin);
    await panel.fill(await product(name, picture, { name, more }));
    await panel.publish();
    urls.push((await panel.done()).productUrl);
    await admin.reload();
  }
  const [first = '', second = ''] = urls;
  const shop = await ProductPage.open(await browser.context.newPage(), first);
  const threadUrl = await shop.ask({
    text: 'Kalau ambil sepuluh bisa kurang, Bu? Saya di Semarang.',
    offer: { price: '20rb', quantity: '10' },
    name: 'Rina',
  });
  const other = await ProductPage.open(shop.page, second);
  await other.ask({ text: 'Masih ada? Giling halus atau kasar?', name: 'Pak Joko' });
  await shop.page.close();
  await admin.close();
  const popup = await extensionPage('popup.html');
  await popup.getByText('Rina').first().waitFor();
  await popup.close();
  return { productUrl: first, threadUrl };
}

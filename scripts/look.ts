import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { ISOLATED, startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import { ELSEWHERE, elsewhereSurfaces } from './look/elsewhere.ts';
import { consentSurfaces, makerSurfaces } from './look/makers.ts';
import { WAITING, waitingSurfaces } from './look/options.ts';
import { formSurfaces } from './look/panel.ts';
import { signedIn } from './look/panelPage.ts';
import { extensionPage, popupSurfaces } from './look/popup.ts';
import { publishedSurfaces } from './look/published.ts';
import { recipeSurfaces } from './look/recipes.ts';
import { seedNeighbours, sellAndAsk } from './look/seed.ts';
import { shopSurfaces } from './look/shop.ts';
import type { Language, Surfaces } from './look/surface.ts';
import { FOLDER, takeAll } from './look/take.ts';
import { TITIP, titipSurfaces } from './look/titip.ts';
import { type ExtensionBrowser, openBrowser } from './stack/browser.ts';
import { startMarket } from './stack/market.ts';
import { Options } from './stack/pages/options.ts';
import { settle } from './stack/settle.ts';
import { buildThatCannotLoad } from './stack/unloadable.ts';
import { startWordPress } from './stack/wordpress.ts';
import { takeStorePictures } from './storePictures.ts';

/**
 * `npm run look [words]`: takes pictures of every surface, in both languages, light and dark, at 360 and 1280 px, on the real WordPress
 * and the real marketplace, into `.data/look`, and names what does not fit in them. With words, it takes only the
 * surfaces whose name holds one of them. `npm run look store` makes the stores' pictures anew, in `docs/store/pictures`.
 */
const words = process.argv.slice(2);
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
spawnSync('wxt', ['build'], { stdio: 'inherit', env: { ...process.env, DODOLAN_E2E: '1' } });

const [market, wordpress] = await Promise.all([startMarket(), startWordPress()]);
const stage = { market, wordpress };
const complaints: string[] = [];
let pictures = 0;
try {
  await lookAsVillage();
  if (WAITING.some(isWanted)) await lookAsWaitingVillage();
  if (TITIP.some(isWanted)) await lookAtTitip();
  if (ELSEWHERE.some(isWanted)) await lookFromIsolatedPage();
} finally {
  await Promise.all([market.stop(), wordpress.stop()]);
}
for (const complaint of complaints) console.log(complaint);
console.log(`${pictures} pictures in ${FOLDER}`);
process.exit();

async function take(
  browser: ExtensionBrowser,
  surfaces: Surfaces,
  also?: (language: Language) => Promise<number>,
): Promise<void> {
  const wanted = Object.fromEntries(Object.entries(surfaces).filter(([name]) => isWanted(name)));
  const taken = await takeAll(browser, wanted, also);
  pictures += taken.pictures;
  complaints.push(...taken.complaints);
}

/** A village that sells, its buyers, and the popup of a person who has only just installed the extension. */
async function lookAsVillage(): Promise<void> {
  const browser = await openBrowser({ headless: true });
  try {
    await seedNeighbours(stage);
    await take(browser, { 'popup-first': { open: () => extensionPage(browser, 'popup.html') } });
    await settle(browser, await market.invite('Desa Dagan', wordpress.url), wordpress.url);
    const invite = await market.invite('Desa Dagan Wetan', 'https://daganwetan.desa.id');
    const sold = await sellAndAsk(browser, stage);
    const form = formSurfaces(browser, stage);
    const popup = popupSurfaces(browser, stage);
    const shop = shopSurfaces(browser, stage, { ...sold, invite });
    const forStores = (language: Language) =>
      takeStorePictures(language, {
        panel: () => form['panel-filled'].open(),
        thread: () => popup['popup-thread'].open(language),
        desk: async () => signedIn(await browser.context.newPage(), wordpress),
        product: () => shop['shop-product'].open(language),
      });
    const surfaces = {
      ...form,
      ...makerSurfaces(browser),
      ...recipeSurfaces(browser),
      ...consentSurfaces(browser, stage),
      ...popup,
      ...shop,
      ...publishedSurfaces(browser, stage),
    };
    await take(browser, surfaces, words.includes('store') ? forStores : undefined);
  } finally {
    await browser.close();
  }
}

async function lookAsWaitingVillage(): Promise<void> {
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, await market.invite('Desa Dagan Kulon', wordpress.url, 'waiting'), wordpress.url);
    await take(browser, waitingSurfaces(browser, stage));
  } finally {
    await browser.close();
  }
}

async function lookAtTitip(): Promise<void> {
  const browser = await openBrowser({ headless: true });
  try {
    await settle(browser, await market.invite('Desa Dagan Lor', wordpress.url), wordpress.url);
    await take(browser, titipSurfaces(browser, stage));
  } finally {
    await browser.close();
  }
}

async function lookFromIsolatedPage(): Promise<void> {
  const extension = buildThatCannotLoad();
  const site = await startAdminDouble();
  const browser = await openBrowser({ headless: true, extension });
  try {
    const options = await Options.open(browser);
    await options.enableSite(site.url);
    await options.page.close();
    site.setHeaders(ISOLATED);
    await take(browser, elsewhereSurfaces(browser, site));
  } finally {
    await browser.close();
    site.stop();
    rmSync(extension, { recursive: true, force: true });
  }
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { EXTENSION, type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import type * as marketToday from '#stack/market.ts';
import type { Market } from '#stack/market.ts';
import * as optionsToday from '#stack/pages/options.ts';
import * as panelToday from '#stack/pages/panel.ts';
import * as popupToday from '#stack/pages/popup.ts';
import * as shopToday from '#stack/pages/storefront.ts';
import type { WordPress } from '#stack/wordpress.ts';
import { expect, product, test } from '#tests/e2e/fixtures.ts';
import { RELEASES, type Release, releasedExtension, releasedModule } from '#tests/released/checkout.ts';

/** The page objects of one version's extension, whose words and places may differ from today's. */
type Hands = typeof optionsToday & typeof panelToday & typeof popupToday;
const TODAY: Hands = { ...optionsToday, ...panelToday, ...popupToday };

async function handsOf(release: Release): Promise<Hands> {
  const page = <T>(name: string) => releasedModule<T>(release, `tests/e2e/pages/${name}.ts`);
  return {
    ...(await page<typeof optionsToday>('options')),
    ...(await page<typeof panelToday>('panel')),
    ...(await page<typeof popupToday>('popup')),
  };
}

interface Place {
  browser: ExtensionBrowser;
  hands: Hands;
  market: Market;
  wordpress: WordPress;
}

/** Pastes the invite and enables the site. */
async function connect({ browser, hands, market, wordpress }: Place): Promise<void> {
  const popup = await hands.Popup.open(browser);
  await popup.connect(await market.invite('Desa Dagan', wordpress.url));
  await popup.page.close();
  const options = await hands.Options.open(browser);
  await options.enableSite(wordpress.url);
  await options.page.close();
}

/** Publishes from the CMS; the product is on the marketplace and a post with its link on the village's site. */
async function sell({ browser, hands, wordpress }: Place, name: string): Promise<string> {
  const admin: Page = await browser.context.newPage();
  await admin.goto(wordpress.signInUrl('admin'));
  const panel = await hands.Panel.open(admin);
  const goods = await product(name);
  await panel.fill(goods);
  await panel.publish();
  const { productUrl, postUrl } = await panel.done();
  expect(postUrl).toContain(wordpress.url);
  await admin.goto(postUrl ?? '');
  await expect(admin.locator(`a[href*="/p/${productUrl.split('-').at(-1)}"]`).first()).toBeVisible();
  await admin.close();
  return productUrl;
}

/** A buyer asks, the village answers in the popup, the buyer reads it. */
async function answer({ browser, hands }: Place, shop: typeof shopToday, productUrl: string): Promise<void> {
  const page = await shop.ProductPage.open(await browser.context.newPage(), productUrl);
  await page.ask({ text: 'Apakah bisa kirim ke Semarang?', name: 'Rina', offer: { price: '22000', quantity: '10' } });
  const popup = await hands.Popup.open(browser);
  await popup.page.getByText('Rina').first().click();
  await popup.answer('Bisa, Mbak Rina.');
  await page.waitForAnswer('Bisa, Mbak Rina.');
  await popup.page.close();
  await page.page.close();
}

for (const release of Object.keys(RELEASES) as Release[]) {
  test(`the extension of ${release} with today's marketplace: connects, publishes, is asked, answers`, async ({
    market,
    wordpress,
  }) => {
    const browser = await openBrowser({ headless: true, extension: releasedExtension(release) });
    try {
      const place = { browser, hands: await handsOf(release), market, wordpress };
      await connect(place);
      await answer(place, shopToday, await sell(place, 'Gula semut'));
    } finally {
      await browser.close();
    }
  });

  test(`today's extension with the marketplace of ${release}: connects, publishes, is asked, answers`, async ({
    wordpress,
  }) => {
    const { startMarket } = await releasedModule<typeof marketToday>(release, 'tests/stack/market.ts');
    const shop = await releasedModule<typeof shopToday>(release, 'tests/e2e/pages/shop.ts');
    const market = await startMarket();
    const browser = await openBrowser({ headless: true });
    try {
      const place = { browser, hands: TODAY, market, wordpress };
      await connect(place);
      await answer(place, shop, await sell(place, 'Kopi lereng'));
    } finally {
      await browser.close();
      await market.stop();
    }
  });

  test(`the extension of ${release} is updated to today's: its village, product and thread are all there`, async ({
    market,
    wordpress,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dodolan-update-'));
    // Both builds are put into one folder, because a browser knows an unpacked extension, and its database, by its
    // path.
    const extension = join(folder, 'extension');
    const profile = join(folder, 'profile');
    const start = async (build: string) => {
      rmSync(extension, { recursive: true, force: true });
      cpSync(build, extension, { recursive: true });
      // An update takes the old background away. Chromium sees none where a folder's content was changed while it was closed.
      rmSync(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
      return openBrowser({ headless: true, extension, profile });
    };
    let browser = await start(releasedExtension(release));
    try {
      const before = { browser, hands: await handsOf(release), market, wordpress };
      await connect(before);
      const productUrl = await sell(before, 'Keripik pisang');
      await answer(before, shopToday, productUrl);
      await browser.close();
      browser = await start(EXTENSION);
      const popup = await popupToday.Popup.open(browser);
      await expect(popup.page.getByText('Rina').first()).toBeVisible();
      await expect(popup.page.locator('.aside-line')).toHaveCount(0);
      await popup.showListings();
      await expect(popup.page.getByText('Keripik pisang').first()).toBeVisible();
      await popup.page.close();
      await sell({ browser, hands: TODAY, market, wordpress }, 'Sapu glagah');
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
}

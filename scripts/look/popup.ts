import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { signedIn } from './panelPage.ts';
import { type Rows, rowsOf } from './rows.ts';
import * as states from './states.ts';
import type { Stage, Surface, Surfaces } from './surface.ts';

export async function extensionPage(browser: ExtensionBrowser, path: string): Promise<Page> {
  const page = await browser.open(path);
  await page.locator('main').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** The popup: over the pages that it may stand over, its tabs, and every state of a product that a person has to read. */
export function popupSurfaces(browser: ExtensionBrowser, stage: Stage) {
  const { wordpress, market } = stage;
  const rows = rowsOf(browser);
  const popup = () => extensionPage(browser, 'popup.html');
  const tab = (key: string, then: (page: Page) => Promise<unknown> = async () => undefined): Surface => ({
    async open() {
      const page = await popup();
      await page.keyboard.press(key);
      await then(page);
      return page;
    },
  });
  /** The popup asks what is in front, so the page is brought there and the popup behind it loaded anew. */
  const over = (address: () => Promise<Page>): Surface => {
    let below: Page;
    return {
      async open() {
        below = await address();
        const page = await popup();
        await below.bringToFront();
        await page.reload();
        await page.locator('.status:not(.status-loading)').waitFor();
        return page;
      },
      leave: async () => below?.close(),
    };
  };
  const page = async (url: string) => {
    const opened = await browser.context.newPage();
    await opened.goto(url);
    return opened;
  };
  const product = (page: Page) => page.locator('.listing-main').first().click();
  return {
    'popup-inbox': tab('1'),
    'popup-products': tab('2'),
    'popup-product': tab('2', product),
    'popup-share': {
      ...tab('2', async (page) => {
        await product(page);
        await page.locator('.listing-actions [aria-expanded]').click();
        await page.locator('.share-kit button[value=square]').click();
        await page.locator('.share-drawn img').waitFor();
      }),
      aim: (page) => page.locator('.share-kit').evaluate((kit) => kit.scrollIntoView()),
    },
    'popup-deals': tab('3'),
    'popup-thread': tab('1', async (page) => {
      await page.getByText('Rina').first().click();
      await page.locator('.reply textarea').waitFor();
    }),
    'popup-over-admin': over(async () => signedIn(await browser.context.newPage(), wordpress)),
    'popup-over-public': over(() => page(`${wordpress.url}/?p=1`)),
    'popup-over-other': over(() => page(`${market.url.replace('127.0.0.1', 'localhost')}/`)),
    'popup-state-waiting': seeded(rows, states.waiting, tab('2')),
    'popup-state-hand': seeded(rows, states.byHand, tab('2')),
    'popup-state-notes': seeded(rows, states.notes, tab('2')),
    'popup-state-health': seeded(rows, states.health, tab('2')),
    'popup-state-phone': seeded(rows, states.phone, tab('2')),
    'popup-state-still': seeded(
      rows,
      states.untouched,
      tab('2', (page) => page.locator('.still [aria-expanded]').click()),
    ),
    options: { open: () => extensionPage(browser, 'options.html') },
  } satisfies Surfaces;
}

/** Shows a surface with listings in these states, each made from one that was really published. */
function seeded(rows: Rows, seeds: states.Seeds, surface: Surface): Surface {
  let made: states.Seeded;
  return {
    async open(language) {
      const like = (await rows.all('listings')).find(({ post, input }) => post !== null && input.state === 'live');
      if (like === undefined) throw new Error('nothing was published to make the states from');
      made = seeds(like);
      await rows.put('listings', made.listings);
      await rows.put('outbox', made.outbox);
      return surface.open(language);
    },
    async leave() {
      const keys = made.listings.map(({ id }) => id);
      await rows.delete('listings', keys);
      await rows.delete('outbox', keys);
    },
  };
}

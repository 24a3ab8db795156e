import type { Page } from '@playwright/test';
import { DAY } from '#contract/time.ts';
import type { ExtensionBrowser } from '#stack/browser.ts';
import type { Panel } from '#stack/pages/panel.ts';
import type { StoredMaker } from '#utils/model/maker.ts';
import { openPanel, signedIn } from './panelPage.ts';
import { extensionPage } from './popup.ts';
import { type Rows, rowsOf } from './rows.ts';
import type { Stage, Surfaces } from './surface.ts';

const PEOPLE: [name: string, phone: string, more: Partial<StoredMaker>][] = [
  ['Bu Siti', '+6281200000001', {}],
  ['Kelompok Wanita Tani Sekar Arum Dusun Karanganyar', '+6281200000022', { serverRev: 0 }],
  ['Pak Sigit Wibowo', '+6281200000003', { consentAt: Date.now() - 400 * DAY, consentDevice: null }],
  ['Bu Sri', '+6281200000004', { withdrawnAt: Date.now() - DAY }],
];

const OWN = ['Desa Dagan', '+6281999999999'] as const;

/** Puts an address book of every kind of maker; answers the way to take it out again. */
async function putMakers(rows: Rows, hasOwn: boolean): Promise<() => Promise<void>> {
  const [village] = await rows.all('villages');
  const before = await rows.all('makers');
  // The village's own row has its id.
  const own: typeof PEOPLE = hasOwn && village ? [[...OWN, { id: village.public.village.id }]] : [];
  const makers = [...PEOPLE, ...own].map(
    ([name, phone, more], index): StoredMaker => ({
      id: `zz${index}`.padEnd(16, '0'),
      village: village?.key ?? null,
      name,
      phone,
      consentAt: Date.now() - 2 * DAY,
      consentDevice: 'Laptop kantor',
      withdrawnAt: null,
      rev: 1,
      serverRev: 1,
      // Refused, so that nothing of it is sent.
      refused: 1,
      updatedAt: Date.now() - index,
      ...more,
    }),
  );
  await rows.delete(
    'makers',
    before.map(({ id }) => id),
  );
  await rows.put('makers', makers);
  return async () => {
    await rows.delete(
      'makers',
      (await rows.all('makers')).map(({ id }) => id),
    );
    await rows.put('makers', before);
  };
}

/** The maker in the panel's form: nobody known yet, known and agreed, withdrawn, and the list of those who may be meant. */
export function consentSurfaces(browser: ExtensionBrowser, { wordpress }: Stage) {
  const rows = rowsOf(browser);
  const at = (name: string, phone: string, then: (panel: Panel) => Promise<unknown>, hasOwn = false) => {
    let leave = async () => {};
    let panel: Panel;
    return {
      isWindow: true,
      async open(): Promise<Page> {
        leave = await putMakers(rows, hasOwn);
        const page = await signedIn(await browser.context.newPage(), wordpress);
        panel = await openPanel(page, rows);
        await panel.field('producerPhone').fill(phone);
        await panel.field('producerName').fill(name);
        await then(panel);
        return page;
      },
      aim: () => panel.field('consent').scrollIntoViewIfNeeded(),
      leave: () => leave(),
    };
  };
  const elsewhere = (panel: Panel) => panel.field('terms').focus();
  return {
    'panel-consent-asked': at('Bu Tini', '0812-0000-0009', elsewhere),
    'panel-consent-agreed': at('Bu Siti', '0812-0000-0001', elsewhere),
    'panel-consent-withdrawn': at('Bu Sri', '0812-0000-0004', elsewhere),
    'panel-consent-village': at('', '', elsewhere, true),
    'panel-makers': at('', '', async (panel) => {
      await panel.field('producerName').focus();
      await panel.field('producerName').press('ArrowDown');
      await panel.field('producerName').press('ArrowDown');
    }),
  } satisfies Surfaces;
}

/** The address book in the options. */
export function makerSurfaces(browser: ExtensionBrowser) {
  const rows = rowsOf(browser);
  const at = (bring: (page: Page) => Promise<unknown>, hasOwn = false) => {
    let leave = async () => {};
    return {
      async open() {
        leave = await putMakers(rows, hasOwn);
        const page = await extensionPage(browser, 'options.html');
        await page.locator('#makers .rows-item').first().waitFor();
        await bring(page);
        return page;
      },
      aim: (page: Page) => page.locator('#makers').scrollIntoViewIfNeeded(),
      leave: () => leave(),
    };
  };
  const change = (page: Page, nth: number) => page.locator('#makers .rows > li .btn').nth(nth).click();
  return {
    'options-makers': at(async () => undefined),
    'options-makers-change': at(async (page) => {
      await change(page, 0);
      await page.locator('.maker-editor input[type=tel]').fill('0812-0000-0099');
      await page.locator('.maker-editor [type=submit]').click();
      await page.locator('.maker-editor select').selectOption('0');
    }),
    'options-makers-withdraw': at(async (page) => {
      await change(page, 0);
      await page.locator('.maker-ends .btn').first().click();
    }),
    'options-makers-withdraw-own': at(async (page) => {
      await change(page, 0);
      await page.locator('.maker-ends .btn').first().click();
      await page.locator('.maker-ends .btn').last().click();
    }, true),
    'options-makers-contact': at(async (page) => {
      await page.locator('.maker-own .btn').click();
    }),
  } satisfies Surfaces;
}

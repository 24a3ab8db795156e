import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { Panel } from '#stack/pages/panel.ts';
import { buildThatCannotLoad } from '#stack/unloadable.ts';
import { startAdminDouble } from './pages/adminDouble.ts';

declare const chrome: {
  tabs: { query(query: { url: string }): Promise<{ id?: number }[]> };
  runtime: {
    sendMessage(
      message: unknown,
    ): Promise<{ value: { site: { url: string } | null; draft: { siteUrl: string | null } } }>;
  };
};

let site: Awaited<ReturnType<typeof startAdminDouble>>;
let browser: ExtensionBrowser;
let admin: Page;

async function start(extension?: string): Promise<void> {
  site = await startAdminDouble();
  browser = await openBrowser({ headless: true, ...(extension && { extension }) });
  await (await Options.open(browser)).enableSite(site.url);
  admin = await browser.context.newPage();
  await admin.goto(`${site.url}/wp-admin/index.php`);
}
test.afterEach(async () => {
  await browser.close();
  site.stop();
});

/** Opens the panel of the admin page as the popup does. An entry in the menu cannot be pressed while a dialog is open. */
async function showPanel(): Promise<Panel> {
  const popup = await browser.open('popup.html');
  await popup.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    await chrome.runtime.sendMessage({ name: 'tab/openPanel', input: { tabId: tab?.id } });
  }, `${site.url}/*`);
  await popup.close();
  await admin.bringToFront();
  return Panel.opened(admin);
}

/** Runs in the page: a native modal dialog, as Joomla 5 opens them. */
function openDialog(): void {
  const dialog = document.createElement('dialog');
  dialog.innerHTML = '<form method="dialog"><p>Sesi Anda segera berakhir.</p><button>Lanjutkan</button></form>';
  document.body.append(dialog);
  dialog.showModal();
}

const isShown = async (panel: Panel) => (await panel.frame.frameElement()).isVisible();
const ORDERS: [string, () => Promise<Panel>][] = [
  [
    'before',
    async () => {
      await admin.evaluate(openDialog);
      return showPanel();
    },
  ],
  [
    'after',
    async () => {
      const panel = await showPanel();
      await panel.frame.locator('#quick-line').fill('Nanas');
      await admin.evaluate(openDialog);
      return panel;
    },
  ],
];
for (const [order, open] of ORDERS)
  for (const [way, close] of [
    ['the X', (panel: Panel) => panel.frame.getByRole('button', { name: 'Tutup' }).click()],
    ['Escape', () => admin.keyboard.press('Escape')],
  ] as const)
    test(`with a modal dialog of the page opened ${order} it, the panel is typed in and closed by ${way}; then the dialog is used`, async () => {
      await start();
      const panel = await open();
      await panel.frame.locator('#quick-line').click();
      await panel.frame.locator('#quick-line').fill('');
      await admin.keyboard.type('Gula semut 25rb/kg');
      await expect(panel.field('name')).toHaveValue('Gula semut');
      await close(panel);
      await expect.poll(() => isShown(panel)).toBe(false);
      await admin.getByRole('button', { name: 'Lanjutkan' }).click();
      await expect(admin.locator('dialog')).toBeHidden();
    });

test('where the panel cannot load, words say so and a window of its own works for this tab until it is gone', async () => {
  const folder = buildThatCannotLoad();
  try {
    await start(folder);
    site.setHeaders({ 'cross-origin-embedder-policy': 'require-corp' });
    await admin.reload();
    await admin.getByRole('button', { name: 'Jual produk' }).first().click();
    const opened = browser.context.waitForEvent('page');
    // The words stand in a closed shadow root; the browser's tree for screen readers has them.
    const devtools = await browser.context.newCDPSession(admin);
    const words = async () =>
      JSON.stringify((await devtools.send('Accessibility.getFullAXTree')).nodes.map(({ name }) => name?.value ?? ''));
    await expect.poll(words).toContain('Panel tidak bisa terbuka di halaman ini');
    await admin.keyboard.press('Enter');
    const own = await opened;
    await own.waitForURL('**/panel.html');
    const panel = new Panel(own, own.mainFrame());
    await panel.frame.locator('#quick-line').fill('Gula semut 25rb/kg');
    await panel.saved();
    const siteUrl = () =>
      own.evaluate(async () => {
        const answer = await chrome.runtime.sendMessage({ name: 'panel/open', input: { listingId: null } });
        return { site: answer.value.site?.url, draft: answer.value.draft.siteUrl };
      });
    expect(await siteUrl()).toEqual({ site: site.url, draft: site.url });
    await expect(own.getByText('tidak terbuka lagi')).toHaveCount(0);
    await admin.close();
    await expect(own.getByText('Halaman admin situs desa tidak terbuka lagi')).toBeVisible();
    await expect(panel.field('name')).toHaveValue('Gula semut');
    const closed = own.waitForEvent('close');
    await own.getByRole('button', { name: 'Tutup' }).click();
    await closed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { logNothing } from '#marketplace/log.ts';
import { startServer } from '#marketplace/server.ts';
import { askedVillage } from '#scripts/bench/askedVillage.ts';
import { openBrowser } from '#stack/browser.ts';
import { fillFresh } from '#stack/market.ts';
import { Options } from '#stack/pages/options.ts';
import { Popup } from '#stack/pages/popup.ts';

declare const early: { inert: boolean; rows: string[]; places: number[]; text: string } | undefined;

/** Runs before the page's own scripts: keeps what stood there before the real rows, and where. */
function watchEarly(): void {
  new MutationObserver((_, watcher) => {
    const drawn = document.querySelector<HTMLElement>('#early');
    if (drawn === null) return;
    watcher.disconnect();
    const rows = [...drawn.querySelectorAll('[data-early]')];
    Object.assign(globalThis, {
      early: {
        inert: drawn.inert,
        rows: rows.map((row) => row.querySelector('.inquiry-name')?.textContent ?? ''),
        places: rows.map((row) => row.getBoundingClientRect().top),
        text: drawn.textContent,
      },
    });
  }).observe(document, { childList: true, subtree: true });
}

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('early'));

test('the popup shows at once what it showed last, inert and in the same places, and leaving the village takes it away', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dodolan-early-'));
  await fillFresh(dataDir);
  const server = await startServer({ port: 0, host: '127.0.0.1', dataDir, log: logNothing });
  const browser = await openBrowser({ headless: true, viewport: { width: 380, height: 560 } });
  try {
    const first = await Popup.open(browser);
    await first.connect(await askedVillage(server, 5));
    await expect(first.page.locator('[data-row]')).toHaveCount(5);
    await expect.poll(() => kept(first.page)).toContain('rows');
    expect(await kept(first.page)).not.toMatch(/Pembeli|bungkus\?/);
    await first.page.close();

    await browser.context.addInitScript(watchEarly);
    const again = await browser.open('popup.html');
    const rows = again.locator('[data-row]');
    await expect(rows).toHaveCount(5);
    await expect(again.locator('#early')).toHaveCount(0);
    // The status line above them is known by now.
    const names = await rows.locator('.inquiry-name').allTextContents();
    const before = await again.evaluate(() => early);
    expect(before?.inert).toBe(true);
    expect(before?.rows).toEqual(names);
    expect(before?.text).not.toMatch(/Pembeli|bungkus\?/);
    const heights = (places: number[]) =>
      places.slice(1).map((at, index) => Math.round((at - (places[index] ?? 0)) * 10));
    const places = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
    expect(heights(before?.places ?? [])).toEqual(heights(places));
    // A row is pressed as soon as it stands there.
    await rows.first().click();
    await expect(again.locator('.thread')).toBeVisible();
    await again.close();

    const options = await Options.open(browser);
    for (const name of ['Keluar dari pasar', 'Ya, keluar']) await options.page.getByRole('button', { name }).click();
    await expect.poll(() => kept(options.page)).toBeNull();
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

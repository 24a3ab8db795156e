import type { Page } from '@playwright/test';
import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import { EMPTY_SCRIPT_HOST, makeBareBuild } from './bareBuild.ts';
import { mainThreadMs, scriptMs } from './mainThread.ts';
import { type Bench, ratio, rounds, told } from './measure.ts';
import { Pairs } from './pairs.ts';

const ROUNDS = rounds(9);

/**
 * What the content script costs an admin page before anybody clicks: the main thread's whole work for the page, beside
 * the same page with an empty content script; and of that what the profiler sees in our script.
 */
export const contentScript: Bench = async (say) => {
  const build = makeBareBuild();
  const site = await startAdminDouble();
  const browser = await openBrowser({ headless: true, extension: build.folder });
  try {
    const options = await Options.open(browser);
    await options.enableSite(site.url);
    await options.page.close();
    const bareUrl = site.url.replace('127.0.0.1', EMPTY_SCRIPT_HOST);
    // A page of its own for each, so that each keeps its process and with it what V8 has learnt.
    const [enabled, bare] = [await browser.context.newPage(), await browser.context.newPage()];
    const seen = () => visit(enabled, site.url, 'Jual produk');
    const empty = () => visit(bare, bareUrl, 'Dasbor');
    await seen();
    await empty();

    const whole = new Pairs();
    const ours: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      say(`content script ${round + 1} of ${ROUNDS}`);
      await whole.add(
        () => mainThreadMs(enabled, seen),
        () => mainThreadMs(bare, empty),
      );
      ours.push(await scriptMs(enabled, 'content-scripts/cms.js', seen));
    }
    return [
      ratio('main thread, admin page with the content script, before a click', 'ms', whole.all, {}, whole.why),
      told('main thread, of that in the content script', 'ms', ours, { most: 5 }),
    ];
  } finally {
    await browser.close();
    site.stop();
    build.remove();
  }
};

/** Until the page has that word and rests. In one call: waiting by polling would itself work on the main thread. */
async function visit(page: Page, url: string, word: string): Promise<void> {
  await page.goto(`${url}/wp-admin/index.php`);
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, watcher) => {
          if (!document.documentElement.textContent.includes(text)) return;
          watcher.disconnect();
          requestIdleCallback(() => resolve());
        }).observe(document, { childList: true, subtree: true, attributes: true });
        // So that the watcher looks once at what is there already.
        document.documentElement.setAttribute('data-looked', '');
      }),
    word,
  );
}

import { openBrowser } from '#stack/browser.ts';
import { Options } from '#stack/pages/options.ts';
import { startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import { makeBareBuild } from './bareBuild.ts';
import { bareCaretMs, closeBare, closePanel, panelCaretMs, watchCaret } from './caret.ts';
import { type Bench, ratio, rounds } from './measure.ts';
import { Pairs } from './pairs.ts';

const ROUNDS = rounds(9);
const JUDGED = { most: 1.5 };

/**
 * From the background's "show the panel" (what the shortcut does too; no key of the browser itself can be pressed from
 * here) to the caret. The floor: a frame with one input, shown by the page itself.
 */
export const panel: Bench = async (say) => {
  const build = makeBareBuild();
  build.emptyPopup();
  const site = await startAdminDouble();
  const browser = await openBrowser({ headless: true, extension: build.folder });
  try {
    await browser.context.addInitScript(watchCaret);
    const options = await Options.open(browser);
    await options.enableSite(site.url);
    await options.page.close();
    // To ask the background from, which opens the panel for the popup alone.
    const own = await browser.open('popup.html');
    const admin = await browser.context.newPage();
    const visit = async () => {
      await admin.goto(`${site.url}/wp-admin/index.php`);
      await admin.getByText('Jual produk').first().waitFor();
    };
    const visitAnd = (measure: () => Promise<number>) => async () => {
      await visit();
      return measure();
    };
    const visitAsleepAnd = (measure: () => Promise<number>) => async () => {
      await visit();
      await browser.killWorker();
      return measure();
    };
    const panelMs = () => panelCaretMs(browser, own, admin);
    const bareMs = () => bareCaretMs(browser, admin);
    const shownBefore = (show: () => Promise<number>, close: typeof closePanel) => async () => {
      await visit();
      await show();
      await close(admin);
      return show();
    };

    const [asleep, awake, again] = [new Pairs(), new Pairs(), new Pairs()];
    for (let round = 0; round < ROUNDS; round++) {
      say(`panel ${round + 1} of ${ROUNDS}`);
      await asleep.add(visitAsleepAnd(panelMs), visitAsleepAnd(bareMs));
      await awake.add(visitAnd(panelMs), visitAnd(bareMs));
      await again.add(shownBefore(panelMs, closePanel), shownBefore(bareMs, closeBare));
    }
    const first = { judged: JUDGED, told: { most: 400 } };
    const warm = { judged: JUDGED, told: { most: 150 } };
    return [
      ratio('shortcut → caret, first time on the page, background asleep', 'ms', asleep.all, first, asleep.why),
      ratio('shortcut → caret, first time on the page, background awake', 'ms', awake.all, first, awake.why),
      ratio('shortcut → caret, shown before on the page', 'ms', again.all, warm, again.why),
    ];
  } finally {
    await browser.close();
    site.stop();
    build.remove();
  }
};

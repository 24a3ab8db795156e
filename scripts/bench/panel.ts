import { openBrowser } from '#stack/browser.ts';
import { startDisplay } from '#stack/display.ts';
import { Options } from '#stack/pages/options.ts';
import { startAdminDouble } from '#tests/e2e/pages/adminDouble.ts';
import { makeBareBuild } from './bareBuild.ts';
import { BARE_FRAME, BARE_KEY, makeBareWorker } from './bareWorker.ts';
import { type Chord, caretMs, hideShown, watchCaret } from './caret.ts';
import { type Bench, ratio, rounds } from './measure.ts';
import { Pairs } from './pairs.ts';

const ROUNDS = rounds(9);
const JUDGED = { most: 1.5 };
/** What was hidden is laid out anew: the form has forty things in it, the bare frame one. */
const SHOWN_AGAIN = { most: 2 };
const PANEL_KEY: Chord = { held: ['Alt_L', 'Shift_L'], letter: 'j' };

/**
 * From the key, pressed on a keyboard, to the caret in the panel. The floor: the key of an extension that does nothing but
 * show a frame with one input. Needs Xvfb and xdotool, because the browser's own keys reach no page.
 */
export const panel: Bench = async (say) => {
  const display = await startDisplay();
  const build = makeBareBuild();
  build.emptyPopup();
  const bare = makeBareWorker();
  const site = await startAdminDouble();
  const switches = ['--window-position=0,0', '--window-size=1280,900'];
  const browser = await openBrowser({
    headless: false,
    viewport: null,
    extension: build.folder,
    beside: bare.folder,
    switches,
  });
  try {
    await browser.context.addInitScript(watchCaret);
    const options = await Options.open(browser);
    await options.enableSite(site.url);
    await options.page.close();
    const admin = await browser.context.newPage();
    const isPanel = (url: string) => url.startsWith(`chrome-extension://${browser.extensionId}/panel.html`);
    const isBare = (url: string) => url.endsWith(`/${BARE_FRAME}`);
    const visit = async () => {
      await admin.goto(`${site.url}/wp-admin/index.php`);
      await admin.getByText('Jual produk').first().waitFor();
    };
    const ours = () => caretMs(display, admin, PANEL_KEY, isPanel);
    const floor = () => caretMs(display, admin, BARE_KEY, isBare);
    const first = (measure: () => Promise<number>) => async () => {
      await visit();
      return measure();
    };
    const asleepFirst = (measure: () => Promise<number>) => async () => {
      await visit();
      await browser.killWorker();
      return measure();
    };
    const shownBefore = (measure: () => Promise<number>) => async () => {
      await visit();
      await measure();
      await hideShown(admin, isPanel, measure === ours);
      return measure();
    };

    const [asleep, awake, again] = [new Pairs(), new Pairs(), new Pairs()];
    for (let round = 0; round < ROUNDS; round++) {
      say(`panel ${round + 1} of ${ROUNDS}`);
      await asleep.add(asleepFirst(ours), asleepFirst(floor));
      await awake.add(first(ours), first(floor));
      await again.add(shownBefore(ours), shownBefore(floor));
    }
    const budget = { judged: JUDGED, told: { most: 400 } };
    const warm = { judged: SHOWN_AGAIN, told: { most: 150 } };
    return [
      ratio('shortcut → caret, first time on the page, background asleep', 'ms', asleep.all, budget, asleep.why),
      ratio('shortcut → caret, first time on the page, background awake', 'ms', awake.all, budget, awake.why),
      ratio('shortcut → caret, shown before on the page', 'ms', again.all, warm, again.why),
    ];
  } finally {
    await browser.close();
    site.stop();
    build.remove();
    bare.remove();
    display.stop();
  }
};

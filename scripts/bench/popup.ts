import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logNothing } from '#marketplace/log.ts';
import { startServer } from '#marketplace/server.ts';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Popup } from '#stack/pages/popup.ts';
import { askedVillage } from './askedVillage.ts';
import { BARE_POPUP, makeBareBuild } from './bareBuild.ts';
import { type Bench, ratio, rounds, told } from './measure.ts';
import { Pairs } from './pairs.ts';

const INQUIRIES = 30;
const ROUNDS = rounds(9);
const ROWS = '[data-row]';
const BUDGETS = { judged: { most: 1.3 }, told: { most: 100 } };

declare const drawnAt: number | null;
declare const pressableAt: number | null;
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/**
 * Keeps the moment (ms since the page was asked for) at which the first frame with inquiries had been drawn, by the first
 * script or by the popup itself.
 */
function watchRows(): void {
  Object.assign(globalThis, { drawnAt: null, pressableAt: null });
  const asked = new Set<string>();
  const watcher = new MutationObserver(() => {
    // No function of its own here: the tool that runs this names functions by a helper that the page has not.
    for (const [name, rows] of [
      ['drawnAt', '[data-row], [data-early]'],
      ['pressableAt', '[data-row]'],
    ] as const) {
      if (asked.has(name) || document.querySelector(rows) === null) continue;
      asked.add(name);
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { [name]: performance.now() })));
    }
    if (asked.size === 2) watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/**
 * From the popup's page being asked for to its inbox being drawn, with the marketplace down. (Its window is the browser's.)
 * The floor: a page of the extension that has the same rows and stylesheet and no script.
 */
export const popup: Bench = async (say) => {
  const build = makeBareBuild();
  const dataDir = mkdtempSync(join(tmpdir(), 'dodolan-bench-'));
  const server = await startServer({ port: 0, host: '127.0.0.1', dataDir, log: logNothing });
  const browser = await openBrowser({ headless: true, viewport: { width: 400, height: 600 }, extension: build.folder });
  try {
    say(`${INQUIRIES} inquiries are asked`);
    const invite = await askedVillage(server, INQUIRIES);
    const opened = await Popup.open(browser);
    await opened.connect(invite);
    await opened.page
      .locator(ROWS)
      .nth(INQUIRIES - 1)
      .waitFor();
    await server.stop();
    build.writeBarePopup(await opened.page.locator('#app').innerHTML());
    await opened.page.close();

    await browser.context.addInitScript(watchRows);
    const real = { awake: [] as number[], asleep: [] as number[] };
    const [awake, asleep] = [new Pairs(), new Pairs()];
    for (let round = 0; round < ROUNDS; round++) {
      say(`popup ${round + 1} of ${ROUNDS}`);
      const wakeAnd =
        (path: string, rows: number[] = []) =>
        async () => {
          await wakeWorker(browser);
          return drawnMs(browser, path, rows);
        };
      await awake.add(wakeAnd('popup.html', real.awake), wakeAnd(BARE_POPUP));
      const killAnd =
        (path: string, rows: number[] = []) =>
        async () => {
          await browser.killWorker();
          return drawnMs(browser, path, rows);
        };
      await asleep.add(killAnd('popup.html', real.asleep), killAnd(BARE_POPUP));
    }
    const what = `popup → ${INQUIRIES} inquiries drawn, server down, background`;
    return [
      ratio(`${what} awake`, 'ms', awake.all, BUDGETS, awake.why),
      ratio(`${what} asleep`, 'ms', asleep.all, BUDGETS, asleep.why),
      told('the same rows can be pressed, background awake', 'ms', real.awake, null),
      told('the same rows can be pressed, background asleep', 'ms', real.asleep, null),
    ];
  } finally {
    await browser.close();
    await server.stop();
    build.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** What a page before left to do (it wakes the worker once it is drawn) is done when the worker answers. */
async function wakeWorker(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.open(BARE_POPUP);
  await page.evaluate(() => chrome.runtime.sendMessage({ name: 'settings/get', input: {} }));
  await page.close();
}

async function drawnMs(browser: ExtensionBrowser, path: string, pressable: number[]): Promise<number> {
  const page = await browser.open(path);
  const found = await page.waitForFunction(() => pressableAt && { drawnAt, pressableAt });
  const at = await found.jsonValue();
  await page.close();
  if (!at) return Number.NaN;
  pressable.push(at.pressableAt);
  return at.drawnAt ?? Number.NaN;
}

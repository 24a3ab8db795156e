import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { logNothing } from '#marketplace/log.ts';
import { type RunningServer, startServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { Popup } from '#stack/pages/popup.ts';
import { connectDevice } from '#stack/seed.ts';
import { buildExtension } from './build.ts';
import { listProduct } from './listing.ts';
import { type Bench, line, rounds } from './measure.ts';

const INQUIRIES = 30;
const ROUNDS = rounds(9);
const ROWS = '[data-row]';

declare const drawnAt: number | null;

/** Keeps the moment (ms since the page was asked for) at which the first frame with inquiries had been drawn. */
function watchRows(): void {
  Object.assign(globalThis, { drawnAt: null });
  const watcher = new MutationObserver(() => {
    if (document.querySelector('[data-row]') === null) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { drawnAt: performance.now() })));
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/**
 * Time from the request for the popup's page until its inbox is drawn, while the marketplace is down. (The browser
 * makes the popup's window, which is not measured.)
 */
export const popup: Bench = async (say) => {
  buildExtension('e2e');
  const dataDir = mkdtempSync(join(tmpdir(), 'dodolan-bench-'));
  const server = await startServer({ port: 0, host: '127.0.0.1', dataDir, log: logNothing });
  const browser = await openBrowser({ headless: true, viewport: { width: 400, height: 600 } });
  try {
    say(`${INQUIRIES} inquiries are asked`);
    const invite = await askedVillage(server);
    const opened = await Popup.open(browser);
    await opened.connect(invite);
    await opened.page
      .locator(ROWS)
      .nth(INQUIRIES - 1)
      .waitFor();
    await opened.page.close();
    await server.stop();

    await browser.context.addInitScript(watchRows);
    const [awake, asleep]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      say(`popup ${round + 1} of ${ROUNDS}`);
      awake.push(await drawnMs(browser));
      await browser.killWorker();
      asleep.push(await drawnMs(browser));
    }
    return [
      line(`popup → ${INQUIRIES} inquiries drawn, server down, background awake`, 'ms', awake, { most: 100 }),
      line(`popup → ${INQUIRIES} inquiries drawn, server down, background asleep`, 'ms', asleep, { most: 100 }),
    ];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function drawnMs(browser: ExtensionBrowser): Promise<number> {
  const page = await browser.open('popup.html');
  const found = await page.waitForFunction(() => drawnAt);
  const at = (await found.jsonValue()) ?? Number.NaN;
  await page.close();
  return at;
}

/**
 * Makes a village whose product was asked about `INQUIRIES` times, half of them with an offer; answers the link of an
 * unused invite.
 */
async function askedVillage({ url, deps }: RunningServer): Promise<string> {
  const village = await createVillage(deps, {
    name: 'Desa Dagan',
    sites: ['https://dagan.desa.id'],
    status: 'approved',
  });
  const token = await connectDevice(url, (await createInvite(deps, village.id)).code);
  const { id } = await listProduct(url, token, 1);
  const listing = await findPublic(deps, id);
  if (listing === null) throw new Error('the product is not public');
  for (let index = 0; index < INQUIRIES; index++) {
    const terms = index % 2 === 0 ? { price: 20_000 + index, quantity: 10 } : null;
    const input = {
      text: `Apakah bisa kirim ${index + 1} bungkus?`,
      terms,
      name: `Pembeli ${index + 1}`,
      phone: null,
      consent: true,
    } as const;
    const { refusal } = await openInquiry(deps, { listing, input, locale: 'id', form: String(index) });
    if (refusal !== null) throw new Error(refusal);
  }
  return (await createInvite(deps, village.id)).url;
}

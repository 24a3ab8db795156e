import { stripVTControlCharacters } from 'node:util';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import type { Market } from '#stack/market.ts';
import { expect } from '#stack/pages/expect.ts';
import { Options } from '#stack/pages/options.ts';
import { Popup } from '#stack/pages/popup.ts';
import { heldBy, listedBy, shownBy, verifiedAmong } from './counted.ts';
import { type Buying, type Good, goodsOf, VILLAGES, type Way } from './goods.ts';
import { savePictures } from './pictures.ts';
import type { Seller } from './seller.ts';
import type { Site } from './site.ts';
import { type Tally, tally } from './tally.ts';
import { type Asked, buyersAsk, officialAnswers } from './trade.ts';
import { type Around, WAYS } from './waysIn.ts';

/** How one village's evening went. */
export interface Evening {
  village: string;
  cms: string;
  seconds: number;
  /** How long each step took. */
  steps: string[];
  verified: number;
  /** Null where the counting itself failed: then nobody knows, and nothing of it counts as well. */
  tally: Tally | null;
  /** Where it stopped and why; null when it came to its end. */
  stopped: string | null;
}

/** How often the village speaks in a conversation that ends so: an agreement is followed by "sold". */
const SAID: Record<Buying, number> = { asks: 1, 'is declined': 1, 'is agreed with': 2, 'is countered': 2 };
const isSold = ({ buying }: Good): boolean => SAID[buying] === 2;

/** How far a village has come. */
class Progress {
  verified = 0;
  readonly listed = new Set<string>();
  isAsked = false;
  isAnswered = false;
  /** What is being done, and the seconds that each step before it took. */
  at = 'its site starts';
  readonly steps: string[] = [];
  #began = Date.now();

  begin(step: string): void {
    const now = Date.now();
    this.steps.push(`${this.at} ${((now - this.#began) / 1000).toFixed(0)} s`);
    this.at = step;
    this.#began = now;
  }
}

/** The evening of the village with this number, from the invite to the last deal; never throws. */
export async function playVillage(market: Market, around: Around, at: number, open: () => Promise<Site>) {
  const village = VILLAGES[at] ?? '';
  const progress = new Progress();
  const evening: Evening = { village, cms: '', seconds: 0, steps: [], verified: 0, tally: null, stopped: null };
  let site: Site | null = null;
  let browser: ExtensionBrowser | null = null;
  try {
    site = await open();
    evening.cms = site.cms;
    const began = Date.now();
    progress.begin('opening the browser');
    browser = await openBrowser({ headless: true });
    await play(market, around, { browser, site, at }, progress).catch((error: unknown) => {
      evening.stopped = `${progress.at}: ${said(error)}`;
    });
    evening.seconds = (Date.now() - began) / 1000;
    evening.verified = progress.verified;
    evening.steps = progress.steps;
    if (evening.stopped !== null) await savePictures(browser, village);
    evening.tally = await countAll(market, site, at, progress);
  } catch (error) {
    evening.stopped ??= `${progress.at}: ${said(error)}`;
  } finally {
    await browser?.close().catch(() => undefined);
    await site?.stop();
  }
  return evening;
}

async function play(market: Market, around: Around, who: Omit<Seller, 'admin'>, progress: Progress): Promise<void> {
  const { browser, site, at } = who;
  const village = `Desa ${VILLAGES[at]}`;
  const slug = slugOf(at);
  const goods = goodsOf(at);

  progress.begin('connecting');
  const popup = await Popup.open(browser);
  await popup.connect(await market.invite(village, site.url));
  await popup.page.close();
  progress.begin('enabling the site');
  const options = await Options.open(browser);
  await options.enableSite(site.url);
  await options.page.close();
  progress.begin('signing in');
  const admin = await browser.context.newPage();
  await site.signIn(admin);
  const seller: Seller = { ...who, admin };

  for (const way of new Set(goods.map((good) => good.way))) {
    progress.begin(`listing by ${way}`);
    await WAYS[way](seller, ofWay(goods, way), around);
    for (const { name } of ofWay(goods, way)) progress.listed.add(name);
  }

  progress.begin('the products are public and linked');
  await site.begin(admin);
  const pages = new Map<string, string>();
  const isPublic = async () => {
    for (const [name, url] of await shownBy(market, slug)) pages.set(name, url);
    return goods.filter(({ name }) => pages.has(name)).length;
  };
  await expect.poll(isPublic, { timeout: 60_000 }).toBe(goods.length);
  const verified = async () => {
    progress.verified = await verifiedAmong(goods.map(({ name }) => pages.get(name) ?? ''));
    return progress.verified;
  };
  await expect.poll(verified, { timeout: 90_000 }).toBe(goods.length);

  progress.begin('buyers ask');
  const asked: Asked[] = await buyersAsk(market.url, at, pages, goods);
  progress.isAsked = true;
  progress.begin('the official answers');
  await officialAnswers(seller, asked);
  progress.isAnswered = true;
  progress.begin('the end');
}

async function countAll(market: Market, site: Site, at: number, progress: Progress): Promise<Tally> {
  const slug = slugOf(at);
  const expected = goodsOf(at).map((good) => ({
    name: good.name,
    saidByVillage: SAID[good.buying],
    isSold: isSold(good),
    isListed: progress.listed.has(good.name),
    isAsked: progress.isAsked,
    isAnswered: progress.isAnswered,
  }));
  const shown = (await shownBy(market, slug)).map(([name]) => name);
  const [listed, held] = [await listedBy(market, slug), await heldBy(market, slug)];
  return tally(expected, { marketUrl: market.url, listed, shown, held, articles: await site.articles() });
}

const ofWay = (goods: Good[], way: Way): Good[] => goods.filter((good) => good.way === way);
const slugOf = (at: number): string => (VILLAGES[at] ?? '').toLowerCase();

/** In one line: what the driver says of a wait fills a screen, in colours. */
function said(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return text.replace(/\s+/g, ' ').slice(0, 400);
}

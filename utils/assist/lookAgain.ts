import { browser } from 'wxt/browser';
import type { Seen } from '#utils/cms/assist/inPage.ts';
import type { Db } from '#utils/db/db.ts';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { Handed, HandedState } from '#utils/model/handed.ts';
import type { Clock } from '#utils/outbox/transition.ts';
import { askAssist } from '#utils/sites/assistHelper.ts';
import { allHanded, keepHanded } from './handed.ts';
import { type AwaitedCard, awaitedCards, isOwn, noticeLinks } from './notice.ts';

/** A village's small server is not asked more often than this (ms), and for one card not more often than this. */
const PAUSE = 10_000;
const MOST_LOOKS = 10;
/** How many cards are looked for on one page of a site. */
const MOST_CARDS = 2;

type Deps = { db: Db; fetch: Fetch; clock(): Clock };
interface Tab {
  id: number;
  url: string;
}

/**
 * Looks for the cards that a person is to save on the site of this tab: in the page that is open, and as a stranger sees
 * the site. A card that is found in public settles its listing, on whatever page the person is; that it was lost is said
 * only of the tab in which it was put into a form, once that form has been left. Answers the listings of which something
 * new is known.
 */
export async function lookAgain(deps: Deps, tab: Tab): Promise<string[]> {
  const page = URL.parse(tab.url);
  if (page === null) return [];
  const known = await allHanded(deps.db);
  const awaited = await awaitedCards(deps.db);
  await forgetSettled(deps.db, known, awaited);
  const { now } = deps.clock();
  const due = awaited
    .filter(({ listing, connection }) => listing.input.siteUrl !== null && isOwn(page, listing, connection))
    .map((card) => ({ card, handed: known[card.listing.id] ?? UNTOUCHED }))
    .filter(({ handed }) => handed.looks < MOST_LOOKS && now - handed.lookedAt >= PAUSE)
    .sort((a, b) => a.handed.lookedAt - b.handed.lookedAt);
  const news = [];
  for (const { card, handed } of due.slice(0, MOST_CARDS))
    if (await look(deps, tab, card, handed)) news.push(card.listing.id);
  return news;
}

/**
 * What a page of an enabled site sets going when it has opened. Some sites show for a moment what they kept before, so
 * that a card that was not found is looked for a second time. `news` is called with each listing of which something new
 * is known.
 */
export async function lookWhenOpened(deps: Deps, tab: Tab, news: (id: string) => void): Promise<void> {
  for (const id of await lookAgain(deps, tab)) news(id);
  if (Object.keys(await allHanded(deps.db)).length === 0) return;
  setTimeout(() => {
    void browser.tabs
      .get(tab.id)
      .then(async ({ url }) => {
        if (url === tab.url) for (const id of await lookAgain(deps, tab)) news(id);
      })
      .catch(() => undefined);
  }, PAUSE + 500);
}

const UNTOUCHED: Handed = { state: null, tabId: null, looks: 0, lookedAt: 0 };

async function look(deps: Deps, tab: Tab, { listing, link }: AwaitedCard, handed: Handed): Promise<boolean> {
  const { id, input } = listing;
  const looked = { ...handed, looks: handed.looks + 1, lookedAt: deps.clock().now };
  if (!(await beginLook(deps.db, id, looked))) return false;
  const siteUrl = input.siteUrl ?? new URL(tab.url).origin;
  const seen = await askAssist(tab.id, { name: 'look', id, siteUrl, link, title: input.name });
  if (seen === null) return false;
  const { found } = seen;
  if (found?.holds === 'linked' && (await noticeLinks(deps, [link], found.url)).includes(id)) {
    await keepHanded(deps.db, id, null);
    return true;
  }
  const state = stateOf(seen, handed, await isItsTab(handed, tab));
  await keepHanded(deps.db, id, { ...looked, state });
  return state !== handed.state;
}

/** Notes a look before the site is asked, so that two pages that open at once ask once; false for the second of them. */
function beginLook(db: Db, id: string, looked: Handed): Promise<boolean> {
  return db.change(['values'], async (tx) => {
    const all = (await tx.value('handed')) ?? {};
    if (looked.lookedAt - (all[id]?.lookedAt ?? 0) < PAUSE) return false;
    await tx.setValue('handed', { ...all, [id]: looked });
    return true;
  });
}

/** What is to be said of a card from now on; nothing new where nothing was seen. */
function stateOf({ found, here, isSame }: Seen, { state }: Handed, isItsTab: boolean): HandedState | null {
  if (found?.holds === 'mentioned') return 'mentioned';
  if (state === null || !isItsTab || isSame) return state;
  if (here === 'form') return 'again';
  // A site that could not be read has lost nothing.
  if (found === undefined) return state;
  return here === 'listed' ? 'listed' : 'lost';
}

/** Whether this is the tab in which the card was put into a form, or that one is gone. */
async function isItsTab({ tabId }: Handed, tab: Tab): Promise<boolean> {
  if (tabId === null) return false;
  if (tabId === tab.id) return true;
  return browser.tabs.get(tabId).then(
    () => false,
    () => true,
  );
}

async function forgetSettled(db: Db, known: Record<string, Handed>, awaited: readonly AwaitedCard[]): Promise<void> {
  const ids = new Set(awaited.map(({ listing }) => listing.id));
  for (const id of Object.keys(known)) if (!ids.has(id)) await keepHanded(db, id, null);
}

import { siteOf } from '#contract';
import { AppError } from '#utils/appError.ts';
import { lookWhenOpened } from '#utils/assist/lookAgain.ts';
import type { Background } from '#utils/background/context.ts';
import { notifyChanged } from '#utils/background/notifyChanged.ts';
import { takeDownProof } from '#utils/connection/proveSite.ts';
import { openPanel, readPrefill } from '#utils/drafts/openPanel.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { rememberSoldFrom } from '#utils/drafts/soldFrom.ts';
import { panelVillage, siteUrlOf, villageOf } from '#utils/drafts/village.ts';
import { watchPointing } from '#utils/lessons/point.ts';
import { watchLesson } from '#utils/lessons/watch.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import { listMakers } from '#utils/makers/book.ts';
import type { Output } from '#utils/messages.ts';
import type { VillageKey } from '#utils/model/site.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { rememberOpened } from '#utils/sites/adminFolder.ts';
import { showPanel } from '#utils/sites/askContent.ts';
import { disableSite, enableSite } from '#utils/sites/enable.ts';
import { checkPending, rememberSite, takeOpenNext } from '#utils/sites/handshake.ts';
import { launcherWords } from '#utils/sites/launcherWords.ts';
import { editListing } from '#utils/sites/open.ts';
import { enabledOrigins } from '#utils/sites/origins.ts';
import { homeState, isPanelTab, openPanelWindow } from '#utils/sites/panelWindow.ts';
import { siteTabs } from '#utils/sites/siteTabs.ts';
import { tabStatus } from '#utils/sites/status.ts';
import { checkPanel } from '#utils/sites/tabs.ts';
import { askForSite } from '#utils/villages/askForSite.ts';
import { chooseVillage } from '#utils/villages/ownership.ts';
import { getConnection, listVillages, needMarketplace } from '#utils/villages/villages.ts';
import { visited } from './linkHealth.ts';

/** In a window of its own, and beside the page (where there is no tab), no page is around the panel. */
async function panelStands(
  tabId: number | null,
  ownTab: number | undefined,
  pass: string,
): Promise<Output<'panel/check'>> {
  if (ownTab !== undefined) return { held: await isPanelTab(ownTab), unseen: null };
  // Only a panel that stands in no frame gives an empty pass.
  return tabId === null ? { held: pass === '', unseen: null } : checkPanel(tabId, pass);
}

export function siteHandlers(background: Background) {
  const { db, clock, broadcast, trigger } = background;
  /** Runs after a handshake: what waited for a signed-in admin page of this site goes on. */
  const announced = async (siteUrl: string, tabId: number) => {
    broadcast('sites');
    await watchLesson(db, { id: tabId, url: siteUrl }, clock().now);
    await checkPending(db, siteUrl, clock());
    trigger('handshake', siteUrl);
    const listingId = await takeOpenNext(db, siteUrl, clock().now);
    if (listingId !== null) await showPanel(tabId, listingId);
    await takeDownProof(db, siteTabs, { siteUrl, tabId, now: clock().now });
    await visited(background, siteUrl, tabId);
  };

  return {
    async 'page/hello'(page, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      const site = await rememberSite(db, page, tab.url, clock().now);
      void announced(site.url, tab.id);
      void watchPointing(tab);
      void lookWhenOpened(background, tab, (id) => notifyChanged(background, id));
      return launcherWords(db);
    },
    'panel/check': async ({ pass }, { tab, ownTab }) => panelStands(tab?.id ?? null, ownTab, pass),
    async 'panel/window'(_, { tab }) {
      if (tab === null) throw new AppError('bad_message');
      await openPanelWindow(tab.id);
      return DONE;
    },
    'panel/home': async (_, { tab, ownTab }) => (ownTab === undefined ? null : homeState(ownTab, tab?.id ?? null)),
    async 'panel/open'({ listingId, fresh }, from) {
      const opened = await openPanel(db, listingId, from, clock().now, fresh);
      if (from.tab !== null && opened.site !== null) await rememberOpened(db, opened.site.url, from.tab.url);
      // What other devices were told of its makers comes while one types.
      void villageOf(db, opened.draft.id)
        .then(async (key) => {
          if (key !== null) await refreshShared(background, key);
        })
        .catch(() => undefined);
      return opened;
    },
    'panel/village': ({ id }) => panelVillage(db, id),
    'panel/makers': async ({ id }) => listMakers(db, await villageOf(db, id)),
    async 'village/choose'({ id, village }) {
      const siteUrl = await siteUrlOf(db, id);
      await chooseVillage(db, siteUrl, village);
      broadcast('connection');
      broadcast('listings');
      trigger('connected');
      if (siteUrl !== null) void askIfUnlisted(background, village, siteUrl);
      return panelVillage(db, id);
    },
    'prefill/read': (_, from) => readPrefill(from),
    async 'article/sold'({ listingId }, from) {
      await rememberSoldFrom(db, listingId, from);
      return DONE;
    },
    'listing/edit': async ({ id }) => ({ opened: await editListing(db, id, clock().now) }),
    'tab/status': (_, { tab }) => tabStatus(db, tab?.id),
    'tab/openPanel': async ({ tabId }) => ({ opened: await showPanel(tabId, null) }),
    'site/list': async () => ({
      origins: await enabledOrigins(db),
      sites: await db.read(['sites'], (tx) => tx.all('sites')),
    }),
    async 'site/enabled'({ origin }) {
      await enableSite(db, origin, clock().now);
      broadcast('sites');
      void tellPractice(background, origin);
      return DONE;
    },
    async 'site/disable'({ origin }) {
      await disableSite(db, origin);
      broadcast('sites');
      return DONE;
    },
  } satisfies HandlersOf<
    | 'page/hello'
    | 'panel/open'
    | 'panel/check'
    | 'panel/window'
    | 'panel/home'
    | 'panel/village'
    | 'panel/makers'
    | 'village/choose'
    | 'prefill/read'
    | 'article/sold'
    | 'listing/edit'
    | 'tab/status'
    | 'tab/openPanel'
    | 'site/list'
    | 'site/enabled'
    | 'site/disable'
  >;
}

/**
 * The operator is asked at once, so that the site may be known before the first product needs it. What fails now is asked
 * again when the link back is told.
 */
async function askIfUnlisted({ db, fetch }: Background, village: VillageKey, siteUrl: string): Promise<void> {
  const connection = await getConnection(db, village);
  if (connection === null || siteOf(new URL(siteUrl), connection.village.sites) !== null) return;
  await needMarketplace(db, fetch, village)
    .then((marketplace) => askForSite(marketplace, siteUrl))
    .catch(() => undefined);
}

/** A village for practice gets the site at once, and its trainer sees that it is switched on. */
async function tellPractice(background: Background, origin: string): Promise<void> {
  const villages = (await listVillages(background.db)).filter(({ state }) => state === 'connected');
  const page = new URL(origin);
  // A site that is a real village's here is no ground for practice.
  if (villages.some(({ connection: { village } }) => !village.practice && siteOf(page, village.sites) !== null)) return;
  for (const { key, connection } of villages) {
    if (connection.village.practice === undefined) continue;
    await askIfUnlisted(background, key, origin);
    await refreshVillage(background, key).catch(() => undefined);
  }
}

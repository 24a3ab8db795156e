import { browser } from 'wxt/browser';
import { isInside } from '#contract/site.ts';
import { AppError } from '#utils/appError.ts';
import type { Db, Tx } from '#utils/db/db.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import { listMakers } from '#utils/makers/book.ts';
import { withoutWithdrawn } from '#utils/makers/consent.ts';
import type { Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { Site } from '#utils/model/site.ts';
import type { Source } from '#utils/model/source.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { readSettings } from '#utils/settings.ts';
import { isServed, rememberSite } from '#utils/sites/handshake.ts';
import { heldDrafts, keepSourceDraft, sourceOf } from '#utils/sites/panelWindow.ts';
import { cmsPageOf } from '#utils/sites/tabs.ts';
import { askWriter, prepareWriter } from '#utils/sites/writer.ts';
import { OWNERSHIP_STORES } from '#utils/villages/ownership.ts';
import { defaultsFor } from './defaults.ts';
import { beginDraft, openDraft } from './drafts.ts';
import { likeTheLast } from './likeTheLast.ts';
import { soldFrom } from './soldFrom.ts';
import { usualTemplates } from './usualGoods.ts';
import { panelVillage, villageOf } from './village.ts';

/** Everything that a panel opens with. The panel's tab says which site it is for, never the panel or the page. */
export async function openPanel(
  db: Db,
  listingId: string | null,
  from: From,
  now: number,
  fresh = false,
): Promise<Output<'panel/open'>> {
  const own = from.ownTab === undefined ? null : await sourceOf(from.ownTab);
  const here = from.tab === null ? await frontSite(db, now) : await siteOfTab(db, from, now);
  const site = here ?? (isApart(from) ? await onlySite(db) : null);
  const article = listingId === null && !fresh && from.tab !== null ? await cmsPageOf(from.tab.id) : null;
  const sold = article && (await db.read(['drafts', 'listings', 'values'], (tx) => soldFrom(tx, article)));
  // What was begun from this article goes on, instead of a second draft of the same words.
  const draft = await draftFor(db, own, {
    id: sold?.isDraft ? sold.id : listingId,
    siteUrl: site?.url ?? null,
    now,
    fresh,
  });
  if (own !== null && own.draftId === undefined && from.ownTab !== undefined)
    await keepSourceDraft(from.ownTab, draft.id);
  const settings = await db.read(OWNERSHIP_STORES, async (tx) => ({
    ...(await readSettings(tx)),
    defaults: await defaultsFor(tx, draft.siteUrl),
  }));
  const isNew = isBlankAndNew(draft);
  const village = await villageOf(db, draft.id);
  const makers = await listMakers(db, village);
  return {
    site,
    draft: withoutWithdrawn(draft, makers),
    settings,
    makers,
    village: await panelVillage(db, draft.id),
    sold: isNew ? sold : null,
    last: isNew ? await likeTheLast(db, village, makers, settings.locale) : null,
    usual: isNew ? await usualTemplates(db, village) : [],
  };
}

interface Asked {
  id: string | null;
  siteUrl: string | null;
  now: number;
  fresh: boolean;
}

/**
 * A panel that was opened for a picture, a line or words has a draft of its own from the start, and loaded once more the same:
 * an empty one that another panel holds would become two products by turns.
 */
async function draftFor(db: Db, own: Source | null, { id, siteUrl, now, fresh }: Asked): Promise<Draft> {
  if (id !== null) return openDraft(db, id, siteUrl, now);
  if (own === null) return openDraft(db, null, siteUrl, now, fresh, await heldDrafts());
  const begun = own.draftId;
  const isThere = begun !== undefined && (await db.read(['drafts', 'listings'], (tx) => isKept(tx, begun)));
  if (isThere && !fresh) return openDraft(db, begun, siteUrl, now);
  return beginDraft(db, siteUrl, now, own.page !== null);
}

async function isKept(tx: Tx, id: string): Promise<boolean> {
  return (await tx.get('drafts', id)) !== undefined || (await tx.get('listings', id)) !== undefined;
}

/** True for a panel that stands in no page of a CMS: in a window of its own, or beside the page. */
export const isApart = ({ tab, ownTab }: From): boolean => tab === null || ownTab !== undefined;

/** The site that this device has seen, where it is the only one: what is sold from elsewhere is for that one. */
async function onlySite(db: Db): Promise<Site | null> {
  const [site, ...others] = await db.read(['sites'], (tx) => tx.all('sites'));
  return others.length === 0 ? (site ?? null) : null;
}

/** The site of the tab in front of the person. */
export async function frontSite(db: Db, now: number): Promise<Site | null> {
  const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (front?.id === undefined) return null;
  const { id, url = '', windowId } = front;
  return siteOfTab(db, { page: 'panel', tab: { id, url, windowId: windowId ?? null } }, now);
}

/** The site of a panel's tab; null in a tab of its own. */
export async function siteOfTab(db: Db, { tab }: From, now: number): Promise<Site | null> {
  if (tab === null) return null;
  const page = await cmsPageOf(tab.id);
  const isOther = page?.cms === 'assist' && (await isServed(db, tab.url));
  if (page !== null && !isOther) return rememberSite(db, page, tab.url, now, false);
  // The page is changing under the panel, so the longest known site that its address lies in is taken.
  const sites = await db.read(['sites'], (tx) => tx.all('sites'));
  const within = sites.filter(({ url }) => isInside(tab.url, url));
  return within.sort((a, b) => b.url.length - a.url.length)[0] ?? null;
}

/**
 * What the open article offers for a new draft. Null when there is none or it cannot be read, because prefilling is a
 * courtesy. Throws `bad_message` without a tab.
 */
export async function readPrefill({ tab }: From): Promise<Output<'prefill/read'>> {
  if (tab === null) throw new AppError('bad_message');
  try {
    await prepareWriter(tab.id);
    return await askWriter(tab.id, 'cms/prefill', {});
  } catch {
    return null;
  }
}

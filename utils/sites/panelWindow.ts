import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Source } from '#utils/model/source.ts';
import type { From } from '#utils/runtime/handlers.ts';
import { cmsPageOf } from './tabs.ts';

/** Under this name the session's storage keeps which window's tab works for which CMS tab. */
const KEPT = 'panelWindows';
const Kept = z.record(z.string(), z.int());
/** The same of tabs whose panel works for no CMS tab. */
const TABS = 'panelTabs';
const Tabs = z.array(z.int());
/** The same of what a panel begins with. */
const SOURCES = 'panelSources';
const Sources = z.record(z.string(), Source);
/** Size of the window (px): as wide as the panel in a page. */
const SIZE = { width: 980, height: 800 };

/**
 * Opens the panel in a window of its own (in a tab where there are no windows, as on Android) that works for this CMS
 * tab; comes to the front when it is open already. Only the session's storage knows the pair, never an address: tabs
 * get new ids when the browser starts anew, and the worker's memory ends before that.
 */
export async function openPanelWindow(home: number): Promise<void> {
  const kept = await read();
  for (const [own, to] of Object.entries(kept)) if (to === home && (await comesToFront(Number(own)))) return;
  const url = browser.runtime.getURL('/panel.html');
  // The page asks who it works for as soon as it runs, so it is loaded only when the answer is there.
  const own = await openBlank();
  await browser.storage.session.set({ [KEPT]: { ...kept, [own]: home } });
  await browser.tabs.update(own, { url });
}

/** Opens the panel in a window of its own that begins a product with this. */
export async function openPanelFor(source: Source): Promise<void> {
  const own = await openBlank();
  await browser.storage.session.set({
    [TABS]: [...(await readTabs()), own],
    [SOURCES]: { ...(await readSources()), [own]: source },
  });
  await browser.tabs.update(own, { url: browser.runtime.getURL('/panel.html') });
}

/** What the panel in this tab begins with; null for one that begins with nothing, or has begun. */
export async function sourceOf(ownTab: number): Promise<Source | null> {
  return (await readSources())[ownTab] ?? null;
}

/** Remembers which draft the panel in this tab began, so that loaded once more it goes on with that one. */
export async function keepSourceDraft(ownTab: number, draftId: string): Promise<void> {
  const sources = await readSources();
  const source = sources[ownTab];
  if (source !== undefined)
    await browser.storage.session.set({ [SOURCES]: { ...sources, [ownTab]: { ...source, draftId } } });
}

/** The drafts that panels in windows of their own began and still hold. */
export async function heldDrafts(): Promise<ReadonlySet<string>> {
  const held = await Promise.all(
    Object.entries(await readSources()).map(async ([tab, { draftId }]) =>
      draftId !== undefined && (await isOpen(Number(tab))) ? [draftId] : [],
    ),
  );
  return new Set(held.flat());
}

async function isOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

/** The panel has what it begins with, and is not given it again. Its draft stays its own. */
export async function forgetSource(ownTab: number): Promise<void> {
  const sources = await readSources();
  const { draftId } = sources[ownTab] ?? {};
  const begun = { text: '', page: null, ...(draftId !== undefined && { draftId }) };
  await browser.storage.session.set({ [SOURCES]: { ...sources, [ownTab]: begun } });
}

/** Opens the form of a listing that is of no site, in a tab of its own. */
export async function openPanelTab(listingId: string): Promise<void> {
  const { id } = await browser.tabs.create({ url: 'about:blank' });
  if (id === undefined) throw new Error('the browser opened no tab');
  await browser.storage.session.set({ [TABS]: [...(await readTabs()), id] });
  await browser.tabs.update(id, { url: `${browser.runtime.getURL('/panel.html')}#${listingId}` });
}

/**
 * True for a tab in which the background opened the panel. Any page may open its address too, and then holds the window:
 * it can have it come up under a person's second click.
 */
export async function isPanelTab(ownTab: number): Promise<boolean> {
  return Object.hasOwn(await read(), ownTab) || (await readTabs()).includes(ownTab);
}

/** The CMS tab that the panel in this tab was opened for; null when there is none, or it is gone. */
export async function homeOf(ownTab: number): Promise<From['tab']> {
  const home = (await read())[ownTab];
  if (home === undefined) return null;
  try {
    const { id, url = '', windowId } = await browser.tabs.get(home);
    return id === undefined ? null : { id, url, windowId: windowId ?? null };
  } catch {
    return null;
  }
}

/** The CMS tab of a panel's own window, and whether a signed-in page is in it: `tab` is the one that counts for it now. */
export async function homeState(
  ownTab: number,
  tab: number | null,
): Promise<{ tabId: number; isThere: boolean } | null> {
  const tabId = (await read())[ownTab];
  if (tabId === undefined) return null;
  return { tabId, isThere: tab === tabId && (await cmsPageOf(tabId)) !== null };
}

async function openBlank(): Promise<number> {
  const window = await browser.windows?.create({ type: 'popup', url: 'about:blank', ...SIZE });
  const tab = window?.tabs?.[0] ?? (await browser.tabs.create({ url: 'about:blank' }));
  if (tab.id === undefined) throw new Error('the browser opened no tab');
  return tab.id;
}

async function comesToFront(own: number): Promise<boolean> {
  try {
    const { windowId } = await browser.tabs.get(own);
    await browser.tabs.update(own, { active: true });
    if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
    return true;
  } catch {
    return false;
  }
}

async function read(): Promise<Record<string, number>> {
  const kept = Kept.safeParse((await browser.storage.session.get(KEPT))[KEPT]);
  return kept.success ? kept.data : {};
}

async function readTabs(): Promise<number[]> {
  const kept = Tabs.safeParse((await browser.storage.session.get(TABS))[TABS]);
  return kept.success ? kept.data : [];
}

async function readSources(): Promise<Record<string, Source>> {
  const kept = Sources.safeParse((await browser.storage.session.get(SOURCES))[SOURCES]);
  return kept.success ? kept.data : {};
}

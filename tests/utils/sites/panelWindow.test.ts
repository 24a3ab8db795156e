import { beforeEach, describe, expect, test, vi } from 'vitest';
import 'fake-indexeddb/auto';
import type { Background } from '#utils/background/context.ts';
import { siteHandlers } from '#utils/background/handlers/sites.ts';
import { createDb } from '#utils/db/db.ts';
import { openPanel } from '#utils/drafts/openPanel.ts';
import {
  forgetSource,
  homeOf,
  homeState,
  isPanelTab,
  openPanelFor,
  openPanelTab,
  openPanelWindow,
  sourceOf,
} from '#utils/sites/panelWindow.ts';
import { fake } from './fakeBrowser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fakeBrowser.ts')).fake.api }));

const PAGE = { cms: 'wordpress', siteUrl: 'https://dagan.desa.id', version: null, siteName: null, openPost: null };
const cms = { id: 7, url: 'https://dagan.desa.id/wp-admin/', windowId: 1, content: () => PAGE };

beforeEach(() => {
  fake.reset();
  fake.tabs = [cms];
});

describe('the panel in a window of its own', () => {
  test('knows its CMS tab before its page is loaded, and by nothing in its address', async () => {
    await openPanelWindow(7);
    expect(fake.created).toEqual(['about:blank']);
    const own = fake.tabs.find(({ id }) => id !== 7);
    expect(own?.url).toBe('chrome-extension://ours/panel.html');
    expect(await homeOf(own?.id ?? 0)).toEqual({ id: 7, url: cms.url, windowId: 1 });
    expect(await homeState(own?.id ?? 0, 7)).toEqual({ tabId: 7, isThere: true });
  });

  test('comes to the front when it is asked for again, also after the worker’s death', async () => {
    await openPanelWindow(7);
    await openPanelWindow(7);
    expect(fake.created).toHaveLength(1);
    expect(fake.raised).toEqual([1]);
  });

  test('is a tab where the browser has no windows', async () => {
    const { windows } = fake.api;
    Object.assign(fake.api, { windows: undefined });
    await openPanelWindow(7);
    Object.assign(fake.api, { windows });
    expect(fake.created).toEqual(['about:blank']);
    expect(await homeOf(101)).toMatchObject({ id: 7 });
  });

  test('says that its CMS tab is gone when it was closed, signed out, or is another site’s', async () => {
    await openPanelWindow(7);
    fake.tabs = fake.tabs.map((tab) => (tab.id === 7 ? { ...tab, content: () => null } : tab));
    expect(await homeState(101, 7)).toEqual({ tabId: 7, isThere: false });
    expect(await homeState(101, 101)).toEqual({ tabId: 7, isThere: false });
    fake.tabs = fake.tabs.filter(({ id }) => id !== 7);
    expect(await homeOf(101)).toBeNull();
    expect(await homeState(101, 101)).toEqual({ tabId: 7, isThere: false });
  });

  test('is known as the background’s own, for a CMS tab or for none; one that somebody else opened is not', async () => {
    await openPanelWindow(7);
    await openPanelTab('a'.repeat(16));
    expect(await Promise.all([101, 102, 55, 7].map(isPanelTab))).toEqual([true, true, false, false]);
    expect(await homeState(102, 102)).toBeNull();
  });

  test('for a picture begins a draft of its own, and loaded once more goes on with it', async () => {
    const db = createDb();
    await openPanelFor({ text: 'Gula 5rb', page: null });
    await openPanelFor({ text: 'Kopi 9rb', page: null });
    const open = (ownTab: number, listingId: string | null = null) =>
      openPanel(db, listingId, { page: 'panel', tab: { id: ownTab, url: '', windowId: null }, ownTab }, 1);
    const [first, second] = [await open(101), await open(102)];
    expect(first.draft.id).not.toBe(second.draft.id);
    expect((await open(101)).draft.id).toBe(first.draft.id);
    await forgetSource(101);
    expect(await sourceOf(101)).toMatchObject({ text: '', page: null });
    expect((await open(101)).draft.id).toBe(first.draft.id);
    // Beside the page nobody takes what a window holds; once that is closed, it goes on there.
    const beside = () => openPanel(db, null, { page: 'panel', tab: null }, 2);
    expect([first.draft.id, second.draft.id]).not.toContain((await beside()).draft.id);
  });

  test('beside the page counts without a pass; a frame in a page without a tab, which has to give one, does not', async () => {
    const handlers = siteHandlers({ db: createDb() } as unknown as Background);
    const check = (pass: string) => handlers['panel/check']({ pass }, { page: 'panel', tab: null });
    expect(await check('')).toEqual({ held: true, unseen: null });
    expect((await check('made up by the page')).held).toBe(false);
  });

  test('that the background did not open has no CMS tab', async () => {
    expect(await homeOf(55)).toBeNull();
    expect(await homeState(55, null)).toBeNull();
  });
});

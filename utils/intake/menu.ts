import { browser } from 'wxt/browser';
import type { StoredLocale } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { useWords } from '#utils/i18n/words.ts';
import type { Source } from '#utils/model/source.ts';
import { openPanelFor } from '#utils/sites/panelWindow.ts';
import { wholeLines } from './wholeLines.ts';

const ID = 'sell';

/** Puts "Jual ini dengan Dodolan" on the menu of pictures and selected words, in the person's language. */
export async function showMenu(locale: StoredLocale): Promise<void> {
  await useWords(locale);
  await browser.contextMenus?.removeAll();
  await browser.omnibox?.setDefaultSuggestion({ description: t('omnibox_hint') });
  browser.contextMenus?.create({ id: ID, title: t('menu_sell'), contexts: ['image', 'selection'] });
}

interface Clicked {
  menuItemId: number | string;
  frameId?: number | undefined;
  mediaType?: string | undefined;
  srcUrl?: string | undefined;
  selectionText?: string | undefined;
}

/** The panel of what was pointed at. With the press the browser lets us into that tab, and into no other. */
export async function menuClicked(info: Clicked, tab: { id?: number | undefined } | undefined): Promise<void> {
  if (info.menuItemId !== ID) return;
  await openPanelFor(sourceOfClick(info, tab?.id));
}

/** What a press of the menu points at; the page is asked for the rest when the panel is there. */
export function sourceOfClick({ frameId = 0, mediaType, srcUrl, selectionText = '' }: Clicked, tabId?: number): Source {
  const { text } = wholeLines(selectionText);
  if (tabId === undefined) return { text, page: null };
  const isPicture = mediaType === 'image' && srcUrl !== undefined;
  // The browser folds the lines of a selection into one, so the words are read from the page as well.
  return { text, page: { tabId, frameId, wanted: isPicture ? { srcUrl } : 'selection' } };
}

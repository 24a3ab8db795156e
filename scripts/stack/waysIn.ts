import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './browser.ts';

declare const chrome: {
  tabs: { query(query: { url: string }): Promise<{ id?: number }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
  omnibox: { onInputEntered: { dispatch(text: string, disposition: string): void } };
};

/** The id of the tab at this address; undefined when there is none. */
export async function tabAt(browser: ExtensionBrowser, url: string): Promise<number | undefined> {
  const [worker] = browser.context.serviceWorkers();
  const [tab] = (await worker?.evaluate((at) => chrome.tabs.query({ url: `${at}/*` }), url)) ?? [];
  return tab?.id;
}

/** As the browser tells of a press of "Jual ini dengan Dodolan"; the menu itself is the browser's. Answers the window. */
export async function pressMenu(browser: ExtensionBrowser, info: object, tabId: number | undefined): Promise<Page> {
  const [worker] = browser.context.serviceWorkers();
  const window = browser.context.waitForEvent('page');
  await worker?.evaluate(
    ({ about, id }) =>
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'sell', frameId: 0, editable: false, ...about }, { id }),
    { about: info, id: tabId },
  );
  return window;
}

/** As the browser tells of "jual", a blank, a line and Enter in its address bar. Answers the window. */
export async function enterLine(browser: ExtensionBrowser, line: string): Promise<Page> {
  const [worker] = browser.context.serviceWorkers();
  const window = browser.context.waitForEvent('page');
  await worker?.evaluate((text) => chrome.omnibox.onInputEntered.dispatch(text, 'currentTab'), line);
  return window;
}

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

/** Runs expressions in a page of ours that Playwright does not list: the side panel, the popup under the toolbar. */
export async function unlisted(
  browser: ExtensionBrowser,
  any: Page,
  path: string,
): Promise<(expression: string) => Promise<unknown>> {
  const devtools = await browser.context.newCDPSession(any);
  const { targetInfos } = await devtools.send('Target.getTargets');
  const target = targetInfos.find(({ url, attached }) => url.endsWith(`/${path}`) && !attached);
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId: target?.targetId ?? '' });
  let last = 0;
  return (expression) =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const hear = ({ message }: { message: string }) => {
        const answer = JSON.parse(message);
        if (answer.id !== id) return;
        devtools.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result?.result?.value);
      };
      devtools.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } });
      void devtools.send('Target.sendMessageToTarget', { sessionId, message });
    });
}

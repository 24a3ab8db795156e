import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type ChatPage, startChatPage } from '#stack/chatPage.ts';
import { type Firefox, openFirefox, PATIENCE_MS } from '#stack/firefox.ts';
import { press } from './pages/hands.ts';
import { enableSite } from './pages/settle.ts';

declare const browser: {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
};

let chat: ChatPage;
let firefox: Firefox;
beforeAll(async () => {
  chat = await startChatPage();
});
afterAll(() => chat.stop());
beforeEach(async () => {
  firefox = await openFirefox();
});
afterEach(() => firefox.close());

async function panelOf(begin: () => Promise<unknown>): Promise<Page> {
  const before = new Set(await firefox.browser.pages());
  expect(await begin()).toMatchObject({ ok: true });
  return vi.waitFor(
    async () => {
      const panel = (await firefox.browser.pages()).find((page) => !before.has(page));
      if (panel === undefined) throw new Error('no panel yet');
      panel.setDefaultTimeout(PATIENCE_MS);
      return panel;
    },
    { timeout: PATIENCE_MS, interval: 500 },
  );
}

test('the pictures in sight of a chat are offered with their words, under the chat’s own strict policy', async () => {
  await enableSite(firefox, chat.url);
  const page = await firefox.browser.newPage();
  await page.goto(chat.url);
  await vi.waitFor(async () => {
    const isDrawn = await page.evaluate(() => [...document.images].every((one) => one.naturalWidth > 0));
    expect(isDrawn).toBe(true);
  });
  const popup = await firefox.open('popup.html', '#invite');
  const panel = await panelOf(() =>
    popup.evaluate(async (url) => {
      // Firefox's patterns know no port.
      const tab = (await browser.tabs.query({})).find((one) => one.url?.startsWith(url));
      return browser.runtime.sendMessage({ name: 'page/take', input: { tabId: tab?.id } });
    }, chat.url),
  );
  await press(panel, '.from-page li:first-child button');
  const nameOf = () => panel.evaluate(() => document.querySelector<HTMLInputElement>('#field-name')?.value);
  await vi.waitFor(async () => expect(await nameOf()).toBe('Gula semut'), { timeout: PATIENCE_MS });
  const tiles = () => panel.evaluate(() => document.querySelectorAll('.photo-tile img').length);
  await vi.waitFor(async () => expect(await tiles()).toBe(1), { timeout: PATIENCE_MS });
});

test('each of the four keys is free in Firefox too', async () => {
  const options = await firefox.open('options.html', '#site');
  const keys = await options.evaluate(() => browser.commands.getAll());
  expect(keys.filter(({ name }) => name !== '_execute_action' && !name.startsWith('_execute'))).toHaveLength(4);
  expect(keys.filter(({ name, shortcut }) => !name.startsWith('_execute') && shortcut === '')).toEqual([]);
});

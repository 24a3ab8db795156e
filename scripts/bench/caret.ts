import type { Frame, Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { Panel } from '#stack/pages/panel.ts';
import { BARE_FRAME } from './bareBuild.ts';

declare const chrome: {
  tabs: { query(query: { url: string }): Promise<{ id?: number }[]> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
declare const caretsAt: number[];

/** Runs first in every frame: keeps the moments of frames drawn with the caret in a field. Clocks of two pages: `Date.now`. */
export function watchCaret(): void {
  const moments: number[] = [];
  Object.assign(globalThis, { caretsAt: moments });
  addEventListener(
    'focus',
    () =>
      requestAnimationFrame(() => {
        if (document.hasFocus() && document.activeElement?.matches('input, textarea')) moments.push(Date.now());
      }),
    true,
  );
}

/** From the background's "show the panel", said by one of our own pages, to the caret in it. */
export async function panelCaretMs(browser: ExtensionBrowser, own: Page, admin: Page): Promise<number> {
  await admin.bringToFront();
  const pressedAt = await own.evaluate(
    async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const now = Date.now();
      void chrome.runtime.sendMessage({ name: 'tab/openPanel', input: { tabId: tab?.id } });
      return now;
    },
    `${new URL(admin.url()).origin}/*`,
  );
  const { frame } = await Panel.opened(admin);
  const isOurs = frame.url().startsWith(`chrome-extension://${browser.extensionId}/`);
  if (!isOurs) throw new Error(`another panel: ${frame.url()}`);
  return (await caretAfter(frame, pressedAt)) - pressedAt;
}

/** Hides the panel that `panelCaretMs` has shown. */
export async function closePanel(admin: Page): Promise<void> {
  const { frame } = await Panel.opened(admin);
  await admin.keyboard.press('Escape');
  await (await frame.frameElement()).waitForElementState('hidden');
}

/** The floor of it: from a page that shows a frame of ours with one input, as the panel's is shown, to the caret in it. */
export async function bareCaretMs(browser: ExtensionBrowser, admin: Page): Promise<number> {
  await admin.bringToFront();
  const address = `chrome-extension://${browser.extensionId}/${BARE_FRAME}`;
  const shownAt = await admin.evaluate((source) => {
    const now = Date.now();
    const kept = document.querySelector<HTMLElement>('#bare');
    const host = kept ?? document.createElement('div');
    const frame = host.querySelector('iframe') ?? document.createElement('iframe');
    if (kept === null) {
      host.id = 'bare';
      host.popover = 'manual';
      host.style.cssText = 'position: fixed; inset: 0 0 0 auto; width: min(980px, 100%); height: auto; border: 0';
      frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0';
      frame.src = source;
      frame.addEventListener('load', () => frame.focus({ preventScroll: true }));
      host.append(frame);
      document.documentElement.append(host);
    }
    host.showPopover();
    frame.focus({ preventScroll: true });
    return now;
  }, address);
  const isBare = (frame: Frame) => frame.url() === address;
  const frame = admin.frames().find(isBare) ?? (await admin.waitForEvent('framenavigated', isBare));
  return (await caretAfter(frame, shownAt)) - shownAt;
}

/** Hides the frame that `bareCaretMs` has shown. */
export async function closeBare(admin: Page): Promise<void> {
  await admin.evaluate(() => {
    document.querySelector<HTMLElement>('#bare')?.hidePopover();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

async function caretAfter(frame: Frame, from: number): Promise<number> {
  const found = await frame.waitForFunction((after) => caretsAt.find((at) => at >= after), from);
  return (await found.jsonValue()) ?? Number.NaN;
}

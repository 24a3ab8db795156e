import type { Frame, Page } from '@playwright/test';
import type { Display } from '#stack/display.ts';
import { Panel } from '#stack/pages/panel.ts';

declare const caretsAt: number[];
declare const shiftAt: number;

/** As X calls the keys that are held, Shift the last of them, and the letter. */
export interface Chord {
  held: string[];
  letter: string;
}

/** How long (ms) a quick hand rests on the held keys before the letter. */
const REST = 100;

/** Runs first in every frame: keeps when Shift went down, and the moments of frames drawn with the caret in a field. Clocks of two pages: `Date.now`. */
export function watchCaret(): void {
  const moments: number[] = [];
  Object.assign(globalThis, { caretsAt: moments, shiftAt: 0 });
  addEventListener('keydown', ({ key }) => key === 'Shift' && Object.assign(globalThis, { shiftAt: Date.now() }), true);
  addEventListener(
    'focus',
    () =>
      requestAnimationFrame(() => {
        if (document.hasFocus() && document.activeElement?.matches('input, textarea')) moments.push(Date.now());
      }),
    true,
  );
}

/**
 * From a key, pressed on the keyboard, to the caret (ms) in the frame that it shows. The page sees Shift
 * and never the letter, which is the browser's; between them lies the hand's rest.
 */
export async function caretMs(
  display: Display,
  admin: Page,
  { held, letter }: Chord,
  isIt: (url: string) => boolean,
): Promise<number> {
  await admin.bringToFront();
  await admin.locator('body').click({ position: { x: 5, y: 5 } });
  const isFrame = (frame: Frame) => isIt(frame.url());
  const known = admin.frames().find(isFrame);
  const coming = known === undefined ? admin.waitForEvent('framenavigated', isFrame) : known;
  display.chord(held, letter, REST);
  const pressedAt = (await admin.evaluate(() => shiftAt)) + REST;
  const found = await (await coming).waitForFunction((after) => caretsAt.find((at) => at >= after), pressedAt);
  return ((await found.jsonValue()) ?? Number.NaN) - pressedAt;
}

/** Hides what the key has shown: our panel, or the bare frame. */
export async function hideShown(admin: Page, isPanel: (url: string) => boolean, isOurs: boolean): Promise<void> {
  if (!isOurs) {
    await admin.evaluate(() => {
      document.querySelector<HTMLElement>('#bare')?.hidePopover();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    return;
  }
  // The line that stands there first knows no Escape yet.
  await Panel.opened(admin);
  await admin.keyboard.press('Escape');
  const panel = admin.frames().find((frame) => isPanel(frame.url()));
  await (await panel?.frameElement())?.waitForElementState('hidden');
}

import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { PATIENCE_MS } from '#stack/firefox.ts';

/** How often an element may be drawn anew while it is looked at. */
const REDRAWN = 5;

/**
 * Presses and types by the element itself. Puppeteer's locators and `waitForFunction` make a function of a text in the page,
 * which our policy forbids, and which Firefox 140.12 forbids them too.
 */
export async function press(where: Page | Frame, selector: string): Promise<void> {
  const element = await seen(where, selector);
  if (!('page' in where) || where === where.page().mainFrame()) return element.click();
  // Firefox before 141 cannot say which element a frame stands in, so the mouse goes to where the frame lies on the screen.
  const at = await element.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const { mozInnerScreenX: x, mozInnerScreenY: y } = window as unknown as Record<string, number>;
    return { x: (x ?? 0) + left + width / 2, y: (y ?? 0) + top + height / 2 };
  });
  const page = where.page();
  const origin = await page.evaluate(() => {
    const { mozInnerScreenX: x, mozInnerScreenY: y } = window as unknown as Record<string, number>;
    return { x: x ?? 0, y: y ?? 0 };
  });
  await page.mouse.click(at.x - origin.x, at.y - origin.y);
}

/** Puts the text in place of what stands in the field. */
export async function fill(where: Page | Frame, selector: string, text: string): Promise<void> {
  const element = await seen(where, selector);
  await element.evaluate((field) => (field as HTMLInputElement).select());
  await element.type(text);
}

/** The element in sight; one that the page has put another in the place of is looked for anew. */
async function seen(where: Page | Frame, selector: string): Promise<ElementHandle> {
  for (let again = 0; ; again += 1) {
    const element = await where.waitForSelector(selector, { visible: true });
    if (element === null) throw new Error(`nothing is ${selector}`);
    try {
      await element.scrollIntoView();
      return element;
    } catch (error) {
      if (again === REDRAWN || !/detached/.test(String(error))) throw error;
    }
  }
}

/** Waits until the page says yes. */
export async function until(where: Page | Frame, says: () => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      if (!(await where.evaluate(says))) throw new Error(`not yet: ${says}`);
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );
}

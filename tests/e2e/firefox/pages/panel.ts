import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { PATIENCE_MS } from '#stack/firefox.ts';
import { press, until } from './hands.ts';

/** Our entry in WordPress's admin menu. */
export const MENU_ENTRY = '#adminmenu ::-p-text(Jual produk)';

/** The "Jual produk" panel inside wp-admin in Firefox, as a person uses it. Words are Indonesian, the default. */
export class Panel {
  constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** Opens it from the admin menu and waits until it can be typed in. */
  static async open(page: Page): Promise<Panel> {
    await press(page, MENU_ENTRY);
    return Panel.opened(page);
  }

  static async opened(page: Page): Promise<Panel> {
    return new Panel(page, await vi.waitFor(() => readyFrame(page), { timeout: PATIENCE_MS }));
  }

  /** Types where the caret is; Firefox decides which page gets the keys. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async valueOf(field: string): Promise<string> {
    return this.frame.$eval(`#field-${field}`, (input) => ('value' in input ? String(input.value) : ''));
  }

  /** A picture from this machine, by the form's own file field; resolves when it is one of the photos. */
  async addPhoto(path: string): Promise<void> {
    const input = (await this.frame.waitForSelector(
      'input[type=file][accept^="image"]',
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await this.frame.waitForSelector('.photo-grid img');
  }

  async check(selector: string): Promise<void> {
    await press(this.frame, selector);
    await this.frame.waitForSelector(`${selector}:checked`);
  }

  /** What the panel says beside the button: why a press did not count, or what is missing; empty when nothing is. */
  async said(): Promise<string> {
    return this.frame.evaluate(() => document.querySelector('.publish-why')?.textContent ?? '');
  }

  /** Presses "Terbitkan" by mouse, or Ctrl+Enter, and waits until the panel has judged the press. */
  async press(by: 'mouse' | 'keys'): Promise<void> {
    if (by === 'mouse') await press(this.frame, '.publish-button button');
    else {
      await this.page.keyboard.down('Control');
      await this.page.keyboard.press('Enter');
      await this.page.keyboard.up('Control');
    }
    await until(this.frame, () => document.querySelector('[aria-busy=true]') === null);
  }

  async isShown(): Promise<boolean> {
    return this.frame.evaluate(() => document.documentElement.checkVisibility() && innerWidth > 0);
  }

  /** Presses "Terbitkan" and waits for the end of the journey; returns where the product and the post are. */
  async publish(): Promise<{ productUrl: string; postUrl: string }> {
    // A press that comes too soon after the panel's opening is held back, and a person presses again.
    const counts = async () => {
      if ((await this.frame.$('.publish-button')) !== null) await this.press('mouse');
      expect(await this.frame.$('.sending')).not.toBeNull();
    };
    await vi.waitFor(counts, { timeout: PATIENCE_MS });
    return {
      productUrl: await this.linkCalled('Lihat di pasar'),
      postUrl: await this.linkCalled('Lihat di situs desa'),
    };
  }

  private async linkCalled(words: string): Promise<string> {
    const link = await this.frame.waitForSelector(`a::-p-text(${words})`);
    return (await link?.evaluate((a) => a.getAttribute('href'))) ?? '';
  }
}

/**
 * The panel's frame, with the caret in the quick line. WebDriver does not know the address of an extension's frame, so
 * each frame is asked for its own; a frame that is being loaded answers with an error.
 */
async function readyFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    const isReady = await frame
      .evaluate(() => location.pathname === '/panel.html' && document.activeElement?.id === 'quick-line')
      .catch(() => false);
    if (isReady) return frame;
  }
  throw new Error('the panel is not open, or cannot be typed in');
}

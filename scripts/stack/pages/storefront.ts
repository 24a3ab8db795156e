import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** The product page of the marketplace, as a buyer without script uses it. */
export class ProductPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, url: string): Promise<ProductPage> {
    await page.goto(url);
    return new ProductPage(page);
  }

  /**
   * Asks a question (with an offer, when `offer` is given); ends on the private thread page and returns its address.
   */
  async ask({
    text,
    offer,
    name,
  }: {
    text: string;
    offer?: { price: string; quantity: string };
    name?: string;
  }): Promise<string> {
    const { page } = this;
    await page.locator('[name=text]').fill(text);
    if (offer) {
      await page.locator('[name=price]').fill(offer.price);
      await page.locator('[name=quantity]').fill(offer.quantity);
    }
    if (name) await page.locator('[name=name]').fill(name);
    await page.locator('[name=consent]').check();
    await page.locator('form[action*="/tanya"] button[type=submit]').click();
    await expect(page).toHaveURL(/\/tanya\//);
    return page.url();
  }

  /** On the thread page: reloads it, as a buyer does, until the text is there. */
  async waitForAnswer(text: string): Promise<void> {
    const seen = async () => {
      await this.page.reload();
      return this.page.getByText(text).count();
    };
    await expect.poll(seen, { timeout: 40_000 }).toBeGreaterThan(0);
  }
}

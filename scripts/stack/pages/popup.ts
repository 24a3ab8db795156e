import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { expect } from './expect.ts';

/** The popup, opened as a tab so that it stays open while other pages are used. */
export class Popup {
  constructor(readonly page: Page) {}

  static async open(browser: ExtensionBrowser): Promise<Popup> {
    return new Popup(await browser.open('popup.html'));
  }

  /** Redeems an invite link as a person does: paste, press. */
  async connect(inviteUrl: string): Promise<void> {
    await this.page.locator('#invite').fill(inviteUrl);
    await this.page.getByRole('button', { name: 'Sambungkan' }).click();
    await expect(this.page.locator('#invite')).toHaveCount(0);
  }

  async showListings(): Promise<void> {
    await this.page
      .getByRole('tab', { name: /Produk/ })
      .or(this.page.getByRole('button', { name: /^Produk/ }))
      .first()
      .click();
  }

  /** In an open thread: types a reply and sends it. The message goes out after the undo window. */
  async answer(text: string): Promise<void> {
    await this.page.locator('.reply textarea').fill(text);
    await this.page.locator('.reply').getByRole('button', { name: /Kirim/ }).click();
    await expect(this.page.locator('.thread').getByText(text)).toBeVisible();
  }
}

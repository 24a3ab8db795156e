import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { expect } from './expect.ts';

/** The options page. */
export class Options {
  constructor(readonly page: Page) {}

  static async open(browser: ExtensionBrowser): Promise<Options> {
    return new Options(await browser.open('options.html'));
  }

  /** Connects one more village, by its invite link. */
  async addVillage(inviteUrl: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Tambah desa' }).click();
    await this.page.locator('#invite').fill(inviteUrl);
    await this.page.getByRole('button', { name: 'Sambungkan' }).click();
    await expect(this.page.locator('#connection').getByRole('link', { name })).toBeVisible();
  }

  /** Enables a site by its address; resolves when it is in the list. */
  async enableSite(url: string): Promise<void> {
    await this.page.locator('#site').fill(url);
    await this.page.getByRole('button', { name: 'Aktifkan', exact: true }).click();
    await expect(this.page.locator('#sites').getByText(new URL(url).host, { exact: true })).toBeVisible();
  }
}

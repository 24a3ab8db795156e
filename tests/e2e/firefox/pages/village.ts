import type { Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { type Firefox, PATIENCE_MS } from '#stack/firefox.ts';
import type { Market } from '#stack/market.ts';
import type { VillageSite } from '#tests/cms/doubles/village.ts';
import { fill, press } from './hands.ts';
import { Panel } from './panel.ts';
import { connect, enableSite } from './settle.ts';

/** A person signed in on a village site that no adapter knows, enabled, on the list of its admin. */
export async function signedIn(firefox: Firefox, market: Market, site: VillageSite): Promise<Page> {
  await connect(firefox, await market.invite('Desa Contoh', site.url));
  await enableSite(firefox, site.url);
  const page = await firefox.browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(site.url + site.admin.login);
  await fill(page, 'input[name=username]', 'carik');
  await press(page, 'button');
  await page.waitForSelector('table');
  return page;
}

/** Publishes a product by one line, with a photo and with the maker's consent. */
export async function sell(page: Page, photo: string, line: string): Promise<Panel> {
  const panel = await opened(page);
  await panel.type(line);
  await panel.addPhoto(photo);
  const asked = await panel.frame.$eval('#field-consent', (one) => one.matches('input:not(:checked)'));
  if (asked) await panel.check('#field-consent');
  await vi.waitFor(
    async () => {
      if ((await panel.frame.$('.publish-button')) !== null) await panel.press('mouse');
      expect(await panel.frame.$('.sending')).not.toBeNull();
    },
    { timeout: PATIENCE_MS },
  );
  return panel;
}

/** Opens the panel by the launcher, which is drawn anew when the page is known better. */
export async function opened(page: Page): Promise<Panel> {
  await vi.waitFor(() => press(page, '::-p-text(Jual produk)'), { timeout: PATIENCE_MS });
  return Panel.opened(page);
}

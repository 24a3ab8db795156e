import { expect, type Page } from '@playwright/test';
import { type ExtensionBrowser, openBrowser } from '#stack/browser.ts';
import { type Market, startMarket } from '#stack/market.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import { settle } from '#stack/settle.ts';
import type { VillageOptions } from '#tests/cms/doubles/village/axes.ts';
import { signsIn } from '#tests/cms/doubles/village/typing.ts';
import { startVillageSite, type VillageSite } from '#tests/cms/doubles/village.ts';

export const INSERT = 'Sisipkan kartu produk';
/** An article that an editor with markup has made. */
export const LONG = '<p>Kerja bakti di balai desa berjalan lancar dan diikuti banyak warga.</p>';

/** A village site that no adapter knows, enabled, with a person signed in there. */
export interface Assisted {
  site: VillageSite;
  market: Market;
  browser: ExtensionBrowser;
  page: Page;
  /** Publishes a product in the panel of the page that is open; the card waits for the person then. */
  publish(name: string): Promise<Panel>;
  stop(): Promise<void>;
}

export async function assisted(traits: Partial<VillageOptions>, body = LONG + LONG): Promise<Assisted> {
  const [site, market] = await Promise.all([startVillageSite(traits), startMarket()]);
  site.write({ title: 'Kerja bakti', body });
  const browser = await openBrowser({ headless: true });
  await settle(browser, await market.invite('Desa Contoh', site.url), site.url);
  const page = await browser.context.newPage();
  await signsIn(page, site);
  return {
    site,
    market,
    browser,
    page,
    async publish(name) {
      const panel = await Panel.open(page);
      await panel.fill({
        name,
        price: '25rb',
        unit: 'bungkus',
        description: 'Gula semut dari nira kelapa.',
        photos: [{ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await picture('gula-semut', '#cfd8c2') }],
      });
      await panel.publish();
      await expect(panel.frame.getByRole('button', { name: INSERT })).toBeVisible();
      return panel;
    },
    async stop() {
      await browser.close();
      await market.stop();
      await site.stop();
    },
  };
}

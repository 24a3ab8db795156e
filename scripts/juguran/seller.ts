import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '#stack/browser.ts';
import { Panel } from '#stack/pages/panel.ts';
import { picture } from '#stack/pictures.ts';
import type { Good } from './goods.ts';
import type { Site } from './site.ts';

/** An official at work: the browser with the extension, and the tab with the admin of the village's site. */
export interface Seller {
  browser: ExtensionBrowser;
  admin: Page;
  site: Site;
  /** Sets the colour of this village's photos, so that no two villages send the same one. */
  at: number;
}

/** Whose goods they are where the official types it. */
export const MAKER = { name: 'Bu Siti', phone: '0812-0000-0001' };

/** The panel of an empty form in the village's admin. */
export async function openPanel(seller: Seller): Promise<Panel> {
  const { admin, site } = seller;
  await admin.bringToFront();
  await site.begin(admin);
  return panelInSight(seller, (patience) => Panel.open(admin, patience));
}

/** In ms: a panel opens in a second or two, on a busy machine in ten. */
const PANEL_MS = 25_000;

/**
 * The panel in the admin's tab. Now and then the driver is told of no frame although the browser shows it
 * (`playwright.config.ts`); then the page is opened once more, which keeps the draft, and that is said.
 */
export async function panelInSight(
  { admin, site }: Seller,
  look: (patience: number) => Promise<Panel>,
): Promise<Panel> {
  try {
    return await look(PANEL_MS);
  } catch {
    console.log(`${site.cms}: the driver saw no panel; its page was opened once more`);
    await site.begin(admin);
    return Panel.open(admin);
  }
}

export async function photoOf({ at }: Seller, good: Good) {
  const buffer = await picture(good.picture, `hsl(${(at * 30) % 360} 30% 80%)`, 900);
  return { name: `${good.name.split(' ')[0]?.toLowerCase()}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** Presses "Terbitkan" and waits until the product is live and its article written, or waiting for the person's hand. */
export async function publishes(panel: Panel): Promise<void> {
  await panel.saved();
  await panel.page.bringToFront();
  await panel.publish();
  await panel.done();
}

import type { ExtensionBrowser } from './browser.ts';
import { Options } from './pages/options.ts';
import { Popup } from './pages/popup.ts';

/** Connects the extension to the marketplace and enables the site, through the extension's own pages. */
export async function settle(browser: ExtensionBrowser, inviteUrl: string, siteUrl: string): Promise<void> {
  const popup = await Popup.open(browser);
  await popup.connect(inviteUrl);
  await popup.page.close();
  const options = await Options.open(browser);
  await options.enableSite(siteUrl);
  await options.page.close();
}

import type { ExtensionBrowser } from './browser.ts';
import { Options } from './pages/options.ts';

declare const chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };

/**
 * Connects the extension to the marketplace and enables the site, by what the options page asks the background. The presses
 * that lead there cost every test two seconds of work; the tests of the popup and of the options make them.
 */
export async function settle(browser: ExtensionBrowser, inviteUrl: string, siteUrl: string): Promise<void> {
  const { page } = await Options.open(browser);
  const asked = [
    { name: 'connection/redeem', input: { link: inviteUrl, deviceName: 'Dodolan' } },
    { name: 'site/enabled', input: { origin: new URL(siteUrl).origin } },
  ];
  for (const message of asked) {
    const answer = await page.evaluate((one) => chrome.runtime.sendMessage(one), message);
    if (!answer.ok) throw new Error(`${message.name}: ${JSON.stringify(answer)}`);
  }
  await page.close();
}

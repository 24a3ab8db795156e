import { browser } from 'wxt/browser';

/**
 * True when the extension was switched off, removed or loaded anew under this page. The browser leaves a panel that
 * stands in a site's page as it is, and takes its storage and its background away: nothing of ours answers again.
 */
export function isGone(): boolean {
  return browser.runtime?.id === undefined;
}

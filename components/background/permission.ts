import { browser } from 'wxt/browser';
import { originPattern } from '#utils/sites/pattern.ts';

/**
 * Asks the browser for permission for one origin. It only works inside a click or submit handler, before anything is
 * awaited. False when the person said no.
 */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(origin)] });
}

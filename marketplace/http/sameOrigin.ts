import type { Config } from '#marketplace/config.ts';
import type { AppContext } from './appTypes.ts';

/**
 * Whether another site's page sent this form: then whoever pressed there did not see what it does here. Browsers say so
 * in `Sec-Fetch-Site`, older ones and those on plain http only in `Origin`; a client that sends neither is no browser
 * that a page could use. (The forms of a private thread need no such look: their address is a secret.)
 */
export function isForeignPost(c: AppContext, config: Pick<Config, 'baseUrl'>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  // Behind a proxy only the public address is known by people; without one it is whatever address they use.
  return origin !== new URL(config.baseUrl).origin && URL.parse(origin)?.host !== new URL(c.req.url).host;
}

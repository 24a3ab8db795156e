import { isIP } from 'node:net';
import { isPublicAddress } from '#marketplace/linkcheck/address.ts';

/**
 * Who can connect to a market at this address: everybody; only browsers on this very machine; or nobody, because the
 * extension talks in the clear to its own machine alone.
 */
export type Reach = 'everywhere' | 'thisMachine' | 'nobody';

export function reachOf(baseUrl: string): Reach {
  const { protocol, hostname } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\./.test(host);
  if (protocol !== 'https:') return isLoopback ? 'thisMachine' : 'nobody';
  const isPrivate =
    isIP(host) === 0 ? isLoopback || !host.includes('.') || host.endsWith('.local') : !isPublicAddress(host);
  return isPrivate ? 'thisMachine' : 'everywhere';
}

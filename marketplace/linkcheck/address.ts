import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { LinkError } from './failure.ts';

/** Finds all addresses of a host name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;
export type AddressRule = (ip: string) => boolean;

export const resolveByDns: Resolve = (hostname) => dns.lookup(hostname, { all: true });

/**
 * Whether an address is on the open internet: not loopback, private, link-local, carrier-grade, translated or reserved.
 */
export const isPublicAddress: AddressRule = (ip) => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'unicast';

/**
 * Throws LinkError `address_private` for a host that is written as a forbidden address. No look-up happens for such a
 * host, so it is checked before the connection.
 */
export function checkLiteral(url: URL, allowed: AddressRule): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowed(host)) throw new LinkError('address_private');
}

/**
 * A look-up for the connection itself: it connects to the very addresses that were checked, so a name that answers
 * differently the second time (DNS rebinding) gains nothing.
 */
export function guardedLookup(resolve: Resolve, allowed: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname)
      .then((all) => {
        const [first] = all;
        if (!first || !all.every(({ address }) => allowed(address)))
          throw new LinkError(first ? 'address_private' : 'unreachable');
        if (options.all) callback(null, all);
        else callback(null, first.address, first.family);
      })
      .catch((error: Error) => callback(error, [], 0));
  };
}

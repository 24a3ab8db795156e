import { isIP } from 'node:net';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { Config } from '#marketplace/config.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function socketAddress(env: unknown): string {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? '';
}

/**
 * An address as proxies write it: `203.0.113.7`, `203.0.113.7:4711`, `2001:db8::7`, `[2001:db8::7]`, `[2001:db8::7]:4711`,
 * perhaps in quotes. Null for anything else. An IPv4 address inside an IPv6 one is the IPv4 address.
 */
export function readAddress(text: string): Address | null {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, withPort] = /^\[([^\]]+)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/.exec(bare) ?? [];
  const [address = ''] = (bracketed ?? withPort ?? bare).split('%');
  // `isIP` knows only what people write; `ipaddr` alone would take `0x7f.1` for an address too.
  return isIP(address) === 0 ? null : ipaddr.process(address);
}

/** Whoever sent the request: the connection's own address, or the one that our outermost trusted proxy saw. */
function senderOf(c: Context, config: Config): Address {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',');
  const seen = config.trustedProxies > 0 ? readAddress(forwarded.at(-config.trustedProxies) ?? '') : null;
  return seen ?? readAddress(socketAddress(c.env)) ?? ipaddr.IPv4.parse('0.0.0.0');
}

const network = (address: Address, bits: number): string =>
  `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;

/** Tells one visitor from another: the IPv4 address, or the /64 of IPv6, which is the least that a visitor has. */
export function clientIp(c: Context, config: Config): string {
  const address = senderOf(c, config);
  return address.kind() === 'ipv4' ? address.toString() : network(address, 64);
}

/** A network that limits count by; it may do `times` as much as a single visitor. */
export interface ClientNetwork {
  name: string;
  times: number;
}

/**
 * The networks of the sender, the smallest first. A home line has a /56 or a /48 of IPv6, 256 or 65,536 of the networks
 * that one visitor has; a mobile network may also give as many phones one each, so those may do more, but not as much as
 * all of them together.
 */
export function clientNetworks(c: Context, config: Config): ClientNetwork[] {
  const own = { name: clientIp(c, config), times: 1 };
  const address = senderOf(c, config);
  if (address.kind() === 'ipv4') return [own];
  return [own, { name: network(address, 56), times: 2 }, { name: network(address, 48), times: 8 }];
}

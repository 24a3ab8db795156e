import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { Config } from '#marketplace/config.ts';

function socketAddress(env: unknown): string | undefined {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress;
}

/**
 * The address that rate limits count by: the connection's own, or the one that our outermost trusted proxy saw. An IPv6
 * visitor owns a whole /64, so the /64 is counted.
 */
export function clientIp(c: Context, config: Config): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const seen = config.trustedProxies > 0 ? forwarded.at(-config.trustedProxies) : undefined;
  const raw = seen || socketAddress(c.env) || '0.0.0.0';
  if (!ipaddr.isValid(raw)) return '0.0.0.0';
  const address = ipaddr.process(raw);
  return address.kind() === 'ipv6' ? `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64` : raw;
}

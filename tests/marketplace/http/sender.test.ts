import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientIp, clientNetworks } from '#marketplace/http/clientIp.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

let market: Marketplace;
beforeAll(async () => {
  market = await startMarketplace({ backend: backends[0] ?? 'embedded' });
});
afterAll(() => market.stop());

/** What is counted for a request of this connection, behind so many proxies that wrote this. */
async function counted(connection: string, forwarded = '', trustedProxies = 1) {
  const config = { ...market.deps.config, trustedProxies };
  const app = new Hono();
  app.get('/', (c) => c.json({ one: clientIp(c, config), all: clientNetworks(c, config).map(({ name }) => name) }));
  const env = { incoming: { socket: { remoteAddress: connection } } };
  const answer = await app.request('/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }, env);
  return (await answer.json()) as { one: string; all: string[] };
}

describe('who sent a request', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['"203.0.113.7:4711"', '203.0.113.7'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:80', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::7]', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::7]:4711', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
  ])('is read from a proxy that writes %s', async (written, expected) => {
    expect((await counted('10.0.0.1', written)).one).toBe(expected);
    expect((await counted('10.0.0.1', `junk, ${written}`)).one).toBe(expected);
  });

  it.each([
    'unknown',
    '_hidden',
    '',
    '0x7f.1',
    '1.2.3',
    '203.0.113.7:',
    '[2001:db8::1',
    '999.1.1.1:80',
    '203.0.113.7; x',
  ])('is the connection itself when a proxy writes %j', async (written) => {
    expect((await counted('198.51.100.9', written)).one).toBe('198.51.100.9');
  });

  it('is never what the sender itself wrote', async () => {
    expect((await counted('198.51.100.9', '203.0.113.7', 0)).one).toBe('198.51.100.9');
    expect((await counted('198.51.100.9', '203.0.113.7', 2)).one).toBe('198.51.100.9');
  });

  it('is counted as a /64, a /56 and a /48 of IPv6, and as itself of IPv4', async () => {
    expect((await counted('2001:db8:1:2ff::1')).all).toEqual([
      '2001:db8:1:2ff::/64',
      '2001:db8:1:200::/56',
      '2001:db8:1::/48',
    ]);
    expect((await counted('198.51.100.9')).all).toEqual(['198.51.100.9']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Listing } from '#contract';
import { writeViews } from '#marketplace/views/count.ts';
import { forgetViews, viewsThisMonth } from '#marketplace/views/read.ts';
import {
  backends,
  type Call,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

describe.each(backends)('how often a product was seen (%s)', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let id: string;
  let path: string;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    market.clock.set('2026-03-10T03:00:00.000Z');
    village = await market.village();
    ({ id } = await sentListing(market, village));
    path = `/p/gula-semut-organik-${id}`;
  });

  const look = (call: Call & { agent?: string | null; at?: string; method?: string } = {}) => {
    const { agent = FIREFOX, at = path, method = 'GET', headers = {}, ...rest } = call;
    return market.call(method, at, {
      ...rest,
      headers: { ...headers, ...(agent !== null && { 'user-agent': agent }) },
    });
  };
  const seen = async () => {
    await writeViews(market.deps);
    return (await viewsThisMonth(market.deps, village.id)).of.get(id) ?? 0;
  };

  it('counts each visitor once a day: by address and by browser', async () => {
    await look({ ip: '203.0.113.1' });
    await look({ ip: '203.0.113.1' });
    expect(await seen()).toBe(1);
    await look({ ip: '203.0.113.1' });
    await look({ ip: '203.0.113.2' });
    await look({ ip: '203.0.113.1', agent: ANDROID });
    expect(await seen()).toBe(3);
    market.clock.advance(24 * 3_600_000);
    await look({ ip: '203.0.113.1' });
    expect(await seen()).toBe(4);
  });

  it('takes no more than some sixty browsers a day from one address', async () => {
    for (let n = 0; n < 300; n++) await look({ ip: '203.0.113.1', agent: `${FIREFOX} build/${n}` });
    expect(await seen()).toBeLessThanOrEqual(64);
    await look({ ip: '203.0.113.2' });
    expect(await seen()).toBeGreaterThan(40);
  });

  it('is the same count of several processes', async () => {
    const other = { ...market.deps };
    await look({ ip: '203.0.113.1' });
    await writeViews(market.deps);
    const { countView } = await import('#marketplace/views/count.ts');
    const listing = { id, village: { id: village.id } };
    for (const ip of ['203.0.113.1', '203.0.113.9']) {
      const headers: Record<string, string> = { 'user-agent': FIREFOX };
      const req = { method: 'GET', header: (name: string) => headers[name] };
      const env = { incoming: { socket: { remoteAddress: ip } } };
      countView(other, { req, env } as never, listing);
    }
    await writeViews(other);
    expect(await seen()).toBe(2);
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/116.0 Safari/537.36',
    'Mozilla/5.0 (compatible; YandexBot/3.0)',
    'Mozilla/5.0 (Macintosh) AppleWebKit/600.2.5 Version/8.0.2 Safari/600.2.5 (Applebot/0.1)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Linux; Android 11) Chrome/109.0 Mobile Safari/537.36 Chrome-Lighthouse',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'WhatsApp/2.23.20.0 A',
    'TelegramBot (like TwitterBot)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; UptimeRobot/2.0)',
    'curl/8.5.0',
    'python-requests/2.32',
    '',
    null,
  ])('does not count %s', async (agent) => {
    await look({ agent });
    expect(await seen()).toBe(0);
  });

  it.each([
    FIREFOX,
    ANDROID,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 9; CPH2083) Chrome/124.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/460.0;]',
    'Mozilla/5.0 (Linux; U; Android 5.1; id; A37f) AppleWebKit/537.36 Version/4.0 UCBrowser/12.0 Mobile Safari/537.36',
    'Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16',
  ])('counts %s', async (agent) => {
    await look({ agent });
    expect(await seen()).toBe(1);
  });

  it('does not count what nobody looks at: loaded ahead, a head, a frame, a redirect, another page, a withdrawn one', async () => {
    await look({ headers: { 'sec-purpose': 'prefetch;prerender' } });
    await look({ headers: { purpose: 'prefetch' } });
    await look({ headers: { 'x-moz': 'prefetch' } });
    await look({ headers: { 'sec-fetch-dest': 'iframe' } });
    await look({ method: 'HEAD' });
    for (const at of [`/p/${id}`, `/p/x-${id}`, `${path}/kartu`, `${path}/lapor`, '/']) await look({ at });
    const gone = await sentListing(market, village, { state: 'withdrawn' });
    expect((await look({ at: `/p/gula-semut-organik-${gone.id}` })).status).toBe(410);
    expect(await seen()).toBe(0);
    await look({ headers: { 'sec-fetch-dest': 'document' } });
    expect(await seen()).toBe(1);
  });

  it('stores neither an address nor a browser, and forgets who was counted when the day is over', async () => {
    await look({ ip: '203.0.113.77' });
    await writeViews(market.deps);
    const rows = await market.deps.db.selectFrom('views_seen').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|Firefox/);
    for (const row of rows) expect(row.hash).toMatch(/^[\w-]{22}$/);
    market.clock.set('2026-03-10T17:00:00.000Z'); // midnight in Java
    await forgetViews(market.deps);
    const kept = market.deps.db.selectFrom('views_seen').selectAll().where('day', '<=', '2026-03-10');
    expect(await kept.execute()).toEqual([]);
    expect(await seen()).toBe(1);
  });

  it('begins anew with the month as it is in Java, and keeps a year to compare with', async () => {
    market.clock.set('2026-03-31T16:59:00.000Z');
    await look();
    expect(await seen()).toBe(1);
    market.clock.set('2026-03-31T17:00:00.000Z');
    expect(await seen()).toBe(0);
    const months = () =>
      market.deps.db.selectFrom('listing_views').select('month').where('listing_id', '=', id).execute();
    market.clock.set('2027-03-31T16:00:00.000Z');
    await forgetViews(market.deps);
    expect(await months()).toEqual([{ month: '2026-03' }]);
    market.clock.set('2027-04-01T16:00:00.000Z');
    await forgetViews(market.deps);
    expect(await months()).toEqual([]);
  });

  it('is told to the village in its own list, and to nobody else', async () => {
    await look();
    await seen();
    const list = async (token: string): Promise<Listing[]> =>
      (await (await market.call('GET', '/v1/listings?mine', { token })).json()).listings;
    const [own] = await list(village.token);
    expect(own?.views).toEqual({ month: '2026-03', count: 1 });
    await sentListing(market, village);
    expect((await list(village.token)).filter(({ views }) => views !== undefined)).toHaveLength(1);
    expect((await list((await market.village()).token))[0]).toBe(undefined);
    for (const at of [path, `/desa/${village.slug}`, '/feed.xml', `/badge/${id}.svg`])
      expect(await (await market.call('GET', at)).text()).not.toMatch(/[Dd]ilihat/);
  });

  it('never keeps a buyer waiting, nor a flood in memory', async () => {
    const { countView } = await import('#marketplace/views/count.ts');
    const before = await market.deps.db.selectFrom('views_seen').selectAll().execute();
    for (let n = 0; n < 6000; n++) {
      const headers: Record<string, string> = { 'user-agent': FIREFOX };
      const req = { method: 'GET', header: (name: string) => headers[name] };
      const env = { incoming: { socket: { remoteAddress: `198.18.${n >> 8}.${n & 255}` } } };
      countView(market.deps, { req, env } as never, { id, village: { id: village.id } });
    }
    expect(await market.deps.db.selectFrom('views_seen').selectAll().execute()).toHaveLength(before.length);
    expect(await seen()).toBe(5000);
  });
});

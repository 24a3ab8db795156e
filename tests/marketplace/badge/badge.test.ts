import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { hideListing } from '#marketplace/listings/visibility.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('badge on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village();
  });
  afterAll(() => market.stop());

  const badge = (id: string, headers: Record<string, string> = {}) =>
    market.call('GET', `/badge/${id}.svg`, { headers });
  const label = async (id: string) => /aria-label='([^']*)'/.exec(await (await badge(id)).text())?.[1];

  it('always shows the price and availability as they are now', async () => {
    const { id, input } = await sentListing(market, village);
    expect(await label(id)).toBe('Rp25.000 / bungkus 250 g · Ada');
    const put = (changes: object) =>
      market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: { ...input, ...changes } });
    await put({ rev: 2, price: 1_250_000, packSize: null, availability: 'habis' });
    expect(await label(id)).toBe('Rp1.250.000 / bungkus · Habis');
    await put({ rev: 3, state: 'withdrawn' });
    expect(await label(id)).toBe('Tidak dijual lagi · Ditarik');
  });

  it('is a picture for any site, without script, kept for a minute and asked for again by its ETag', async () => {
    const { id } = await sentListing(market, village);
    const response = await badge(id);
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cache-control')).toContain('max-age=60');
    const svg = await response.text();
    expect(svg).not.toMatch(/<script|href|on\w+=|@import|url\(/i);
    const again = await badge(id, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is a calm picture, never a broken one, for what is not there', async () => {
    const { id } = await sentListing(market, village);
    await hideListing(market.deps, id, 'uji');
    const asked = [id, newId(), 'x', '%3Cscript%3E'];
    for (const one of asked) {
      const response = await badge(one);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Belum tayang');
    }
  });
});

describe('badge drawing', () => {
  it('is well-formed for every state', async () => {
    // A second SVG reader draws the badge here, because the server's own sharp refuses SVG.
    const { badgeText, drawBadge } = await import('#marketplace/badge/draw.ts');
    sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
    const sold = {
      ...({ price: 1_000_000_000, unit: 'lusin', unitWord: null } as const),
      ...({ packSize: null, availability: 'pesan', state: 'live' } as const),
    };
    for (const listing of [null, sold, { ...sold, state: 'withdrawn' as const }]) {
      const { width, height } = await sharp(Buffer.from(drawBadge(badgeText(listing)))).metadata();
      expect([width > 100, height]).toEqual([true, 40]);
    }
  });
});

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('pictures for previews (%s)', (backend) => {
  let market: Marketplace;
  let village: TestVillage;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
  });
  afterAll(() => market.stop());

  async function imageOf(path: string): Promise<string> {
    const page = read(await (await market.call('GET', path)).text());
    expect(page.querySelector('meta[name="twitter:card"]')?.getAttribute('content')).toBe('summary_large_image');
    const url = page.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
    return url.replace('https://pasar.example', '');
  }
  const productPath = async (id: string) => (await market.call('GET', `/p/${id}`)).headers.get('location') ?? '';

  it('is a JPEG of 1200 × 630 that anybody may keep for ever', async () => {
    const { id } = await sentListing(market, village);
    const answer = await market.call('GET', await imageOf(await productPath(id)));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(300_000);
    const tag = answer.headers.get('etag') ?? '';
    const path = await imageOf(await productPath(id));
    expect((await market.call('GET', path, { headers: { 'if-none-match': tag } })).status).toBe(304);
  });

  it('has a new address when the price changes, to which the old one leads', async () => {
    const { id, input } = await sentListing(market, village);
    const before = await imageOf(await productPath(id));
    await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: { ...input, rev: 2, price: 26_000 } });
    const after = await imageOf(await productPath(id));
    expect(after).not.toBe(before);
    const old = await market.call('GET', before);
    expect([old.status, old.headers.get('location')]).toEqual([302, after]);
  });

  it.each([
    ['persegi', 1080, 1080],
    ['status', 1080, 1920],
  ])('is had as %s too', async (shape, width, height) => {
    const { id } = await sentListing(market, village);
    const path = (await imageOf(await productPath(id))).replace('.jpg', `.${shape}.jpg`);
    const bytes = Buffer.from(await (await market.call('GET', path)).arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ width, height });
  });

  it('says that a product is sold out or withdrawn by another picture', async () => {
    const { id, input } = await sentListing(market, village);
    const put = (body: object) =>
      market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: { ...input, ...body } });
    const inStock = await imageOf(await productPath(id));
    await put({ rev: 2, availability: 'habis', stock: 0 });
    const soldOut = await imageOf(await productPath(id));
    await put({ rev: 3, state: 'withdrawn' });
    const gone = await market.call('GET', inStock);
    expect(new Set([inStock, soldOut, gone.headers.get('location')]).size).toBe(3);
    expect((await market.call('GET', gone.headers.get('location') ?? '')).status).toBe(200);
  });

  it('shows what stands first on a village’s page', async () => {
    const own = await market.village('Desa Serang');
    await sentListing(market, own, { flagship: true });
    const path = await imageOf(`/desa/${own.slug}`);
    expect(path).toContain(`/og/desa/${own.slug}/`);
    expect((await market.call('GET', path)).headers.get('content-type')).toBe('image/jpeg');
  });

  it.each(['x.jpg', 'aaaaaaaaaaaa.png', 'aaaaaaaaaaaa.bulat.jpg', 'aaaaaaaaaaaa.toString.jpg', '..%2f..%2fx.jpg'])(
    'is not there under %s',
    async (file) => {
      const { id } = await sentListing(market, village);
      expect((await market.call('GET', `/og/${id}/${file}`)).status).toBe(404);
      expect((await market.call('GET', `/og/${'z'.repeat(16)}/aaaaaaaaaaaa.jpg`)).status).toBe(404);
    },
  );
});

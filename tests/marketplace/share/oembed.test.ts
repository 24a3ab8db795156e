import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('oEmbed (%s)', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let id: string;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
    ({ id } = await sentListing(market, village));
  });
  afterAll(() => market.stop());

  const ask = (params: Record<string, string>) => market.call('GET', `/oembed?${new URLSearchParams(params)}`);
  const answer = async (params: Record<string, string>) => (await ask(params)).json();
  const url = () => `https://pasar.example/p/${id}`;

  it('is named in the head of a product and of a village, and found by that', async () => {
    const product = (await market.call('GET', `/p/${id}`)).headers.get('location') ?? '';
    for (const path of [product, `/desa/${village.slug}`]) {
      const page = read(await (await market.call('GET', path)).text());
      const link = page.querySelector('link[type="application/json+oembed"]')?.getAttribute('href') ?? '';
      const found = await market.call('GET', link.replace('https://pasar.example', ''));
      expect(await found.json()).toMatchObject({ version: '1.0', type: 'photo', author_name: 'Desa Dagan' });
      expect(found.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  it('is a picture with the price, of exactly the size that it says', async () => {
    for (const maxwidth of [10_000, 1199, 500, 320]) {
      const { title, width, height, url: picture } = await answer({ url: url(), maxwidth: String(maxwidth) });
      expect(title).toBe('Gula semut organik, Rp25.000/bungkus (250 g)');
      expect(width).toBeLessThanOrEqual(maxwidth);
      const bytes = await (await market.call('GET', picture.replace('https://pasar.example', ''))).arrayBuffer();
      expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({ width, height });
    }
  });

  it('is a link where there is no room for a picture', async () => {
    for (const room of [{ maxwidth: '319' }, { maxheight: '100' }]) {
      const said = await answer({ url: url(), ...room });
      expect(said.type).toBe('link');
      expect(said).not.toHaveProperty('url');
    }
  });

  it('speaks the language of the address', async () => {
    expect((await answer({ url: `${url()}?lang=en` })).title).toBe('Gula semut organik, Rp25,000/pack (250 g)');
  });

  it('holds no phone number', async () => {
    expect(JSON.stringify(await answer({ url: url() }))).not.toMatch(/8123|Siti/);
  });

  it.each([
    'https://elsewhere.example/p/0000000000000001',
    'https://pasar.example.evil.example/p/0000000000000001',
    'https://pasar.example/tanya/secret',
    'https://pasar.example/p/zzzzzzzzzzzzzzzz',
    'https://pasar.example/p/..%2f..%2fetc',
    'http://127.0.0.1/p/0000000000000001',
    'file:///etc/passwd',
    'no address',
  ])('knows nothing of %s', async (address) => {
    expect((await ask({ url: address })).status).toBe(404);
  });

  it('says that a withdrawn product is not there, that it has no other format, and what is wrong with a size', async () => {
    const gone = await sentListing(market, village, { state: 'withdrawn' });
    expect((await ask({ url: `https://pasar.example/p/${gone.id}` })).status).toBe(404);
    expect((await ask({ url: url(), format: 'xml' })).status).toBe(501);
    expect((await ask({ url: url(), maxwidth: '-1' })).status).toBe(422);
    expect((await ask({})).status).toBe(422);
  });
});

describe('the card for other sites', () => {
  it('is plain: no script, no style, whole addresses, and room kept for its pictures', async () => {
    const { renderEmbed } = await import('#marketplace/pages/Embed.tsx');
    const { listing, viewOf } = await import('#tests/marketplace/pages/fixtures.ts');
    const code = read(renderEmbed(viewOf(), listing({ name: 'Gula <b>semut</b>' }))).querySelector('textarea')?.value;
    const card = read(code ?? '');
    expect(card.querySelectorAll('script, style, iframe, [style], [class], b')).toHaveLength(0);
    for (const image of card.querySelectorAll('img')) {
      expect(image.getAttribute('src')).toMatch(/^https:\/\/pasar\.example\//);
      expect(image.getAttribute('alt')).not.toBe('');
      expect(image.getAttribute('height')).toMatch(/^\d+$/);
    }
    const links = [...card.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(new Set(links)).toEqual(new Set([`https://pasar.example/p/${listing().id}`]));
  });
});

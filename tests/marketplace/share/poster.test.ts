import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { openPdf } from './pdf.ts';

describe.each(backends)('the A4 poster (%s)', (backend) => {
  let market: Marketplace;
  let village: TestVillage;

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
  });
  afterAll(() => market.stop());

  const posterOf = async (id: string, lang = '') => market.call('GET', `/p/x-${id}/poster.pdf${lang}`);
  const opened = async (answer: Response) => openPdf(new Uint8Array(await answer.arrayBuffer()));

  it('is one A4 page whose text can be copied', async () => {
    const { id } = await sentListing(market, village, { name: 'Kué čenil ế' });
    const answer = await posterOf(id);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const { pages, size, text } = await opened(answer);
    expect(pages).toBe(1);
    expect(size.map(Math.round)).toEqual([595, 842]);
    const joined = text.replaceAll('\n', '');
    for (const part of ['Kué čenil ế', 'Rp25.000', '/ bungkus (250 g)', 'Desa Dagan', 'Tanya / tawar: scan kode ini'])
      expect(joined).toContain(part);
    expect(joined).not.toMatch(/8123|Bu Siti/);
  });

  it('has a code that leads to the product’s lasting address', async () => {
    const { id } = await sentListing(market, village);
    const { rects } = await opened(await posterOf(id));
    const { data, size } = encode(`https://pasar.example/p/${id}`, { ecc: 'M', border: 0 });
    const dots = rects.filter(([, , width = 0, height]) => width < 20 && width === height);
    const [left, top] = [Math.min(...dots.map(([x = 0]) => x)), Math.min(...dots.map(([, y = 0]) => y))];
    const dot = 150 / size;
    const drawn = data.map((row) => row.map(() => false));
    for (const [x = 0, y = 0] of dots) {
      const row = drawn[Math.round((y - top) / dot)];
      if (row) row[Math.round((x - left) / dot)] = true;
    }
    expect(drawn).toEqual(data);
  });

  it('is kept by a reader until something in it changes', async () => {
    const { id, input } = await sentListing(market, village);
    const tag = (await posterOf(id)).headers.get('etag') ?? '';
    const again = () => market.call('GET', `/p/x-${id}/poster.pdf`, { headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    await market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: { ...input, rev: 2, price: 26_000 } });
    expect((await again()).status).toBe(200);
  });

  it('says that a product is sold out, in the reader’s language', async () => {
    const { id } = await sentListing(market, village, { availability: 'habis', stock: 0 });
    expect((await opened(await posterOf(id, '?lang=en'))).text).toContain('Sold out');
  });

  it('is not drawn for a withdrawn product', async () => {
    const { id } = await sentListing(market, village, { state: 'withdrawn' });
    expect((await posterOf(id)).status).toBe(410);
  });

  it('is drawn for a sender only so many times', async () => {
    await sentListing(market, village);
    await market.deps.db.updateTable('rate_hits').set({ hits: 10_000 }).execute();
    const { id } = await sentListing(market, await market.village('Desa Lain'));
    expect((await posterOf(id)).status).toBe(429);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOnSale } from '#marketplace/listings/kinds.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('the kinds on the start page, on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());

  it('are those of which something is on sale: nobody is led to an empty list', async () => {
    const links = async () => {
      const response = await market.call('GET', '/', { headers: { accept: 'text/html' } });
      return [...(await response.text()).matchAll(/href="\/kategori\/([\w-]+)"/g)].map(([, kind]) => kind);
    };
    expect(await links()).toEqual([]);
    const dagan = await market.village('Desa Dagan');
    await sentListing(market, dagan, { name: 'Kopi lereng', category: 'minuman' });
    await sentListing(market, dagan, { name: 'Gula semut', category: 'makanan' });
    await sentListing(market, dagan, { name: 'Sapu glagah', category: 'kerajinan', state: 'withdrawn' });
    expect(await kindsOnSale(market.deps)).toEqual(['makanan', 'minuman']);
    expect(await links()).toEqual(['makanan', 'minuman']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchListings } from '#marketplace/listings/service.ts';
import { watchStatements } from '#scripts/bench/statements.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const NAMES = ['Keripik pisang', 'Kopi robusta', 'Teh hijau', 'Bawang merah'];
const statements = watchStatements();

describe.each(backends)('what a search knows of words, on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const village = await market.village('Desa Dagan');
    for (const name of NAMES) await sentListing(market, village, { name, description: '' });
  });
  afterAll(() => market.stop());

  const search = (query: string, limit = 20) => searchListings(market.deps, { query, limit });
  const matching = async (query: string) => {
    const found = await search(query);
    return found.listings.slice(0, found.matching).map(({ name }) => name);
  };

  it('is not older than what this process was sent', async () => {
    expect((await search('kendi merah')).listings).toEqual([]);
    expect((await search('kenid')).corrected).toBe('kendi');
    const village = await market.village('Desa Karangreja');
    await sentListing(market, village, { name: 'Kendi merah', description: '' });
    expect(await matching('kendi merah')).toEqual(['Kendi merah']);
    expect((await search('zorvat')).corrected).toBeNull();
    await sentListing(market, village, { name: 'Zorvatu', description: '' });
    expect(await matching('zorvat')).toEqual(['Zorvatu']);
  });

  it.each(['keripik pisang', 'keripk pisang', 'lopi robusta', 'tempat jual teh hijau'])(
    'leaves one question to the database: %s',
    async (query) => {
      expect(await matching(query)).toHaveLength(1);
      statements.record();
      // A page of none reads one listing, to see whether there are more; so it needs no second kind of match.
      expect((await search(query, 0)).listings).toEqual([]);
      expect(statements.recorded().flat()).toHaveLength(1);
    },
  );
});

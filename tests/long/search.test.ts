import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchListings } from '#marketplace/listings/service.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { GOODS, type Good } from '#tests/marketplace/search/buyers/goods.ts';
import { HELD_OUT } from '#tests/marketplace/search/buyers/heldOut.ts';
import { failures, judge } from '#tests/marketplace/search/buyers/judge.ts';
import { loadMarket } from '#tests/marketplace/search/buyers/load.ts';
import { QUERIES } from '#tests/marketplace/search/buyers/queries.ts';

/**
 * A second market with its own judge, by somebody who knew neither the search nor the first one. The search was mended by
 * the queries that were asked, never by those held out, so these tell how well it does for buyers whom nobody thought of.
 */
const LEAST = 0.95;
const WRONG_FIRST = { asked: 0, 'held out': 0.02 };

describe('the second market', () => {
  let market: Marketplace;
  let stored: Map<string, Good>;
  beforeAll(async () => {
    market = await startMarketplace({ backend: 'embedded' });
    stored = await loadMarket(market, GOODS);
    await market.runJobs();
  });
  afterAll(() => market.stop());

  const search = async (query: string): Promise<Good[]> => {
    const { listings, mentioned } = await searchListings(market.deps, { query, limit: 20 });
    return mentioned ? [] : listings.flatMap(({ id }) => stored.get(id) ?? []);
  };

  it.each([
    ['asked', QUERIES],
    ['held out', HELD_OUT],
  ] as const)('finds what was %s', async (name, queries) => {
    const judged = await judge(queries, GOODS, search);
    // Of the queries held out only the figures are told.
    console.info(`${name}: ${failures(judged, name !== 'asked' || !process.env.TELL_SUITE)}`);
    expect(judged.meanRecallAt5).toBeGreaterThanOrEqual(LEAST);
    expect(judged.unrelatedFirst / queries.length).toBeLessThanOrEqual(WRONG_FIRST[name]);
  });
});

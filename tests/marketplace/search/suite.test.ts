import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchListings } from '#marketplace/listings/service.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { GOODS, type Good } from './market/goods.ts';
import { HELD_OUT } from './market/heldOut.ts';
import { judge, measured, told } from './market/judge.ts';
import { QUERIES } from './market/queries.ts';
import { stock } from './market/stock.ts';

const LEAST = 0.95;

/** What a search finds does not depend on the kind of database, so the market stands on one. */
describe('the judged search', () => {
  let market: Marketplace;
  let goodOf: Map<string, Good>;
  beforeAll(async () => {
    market = await startMarketplace({ backend: 'embedded' });
    goodOf = await stock(market, GOODS);
  });
  afterAll(() => market.stop());

  /** What stands as the answer; what only speaks of the words is shown as such, below "nothing found". */
  const search = async (query: string): Promise<Good[]> => {
    const { listings, mentioned } = await searchListings(market.deps, { query, limit: 20 });
    return mentioned ? [] : listings.flatMap(({ id }) => goodOf.get(id) ?? []);
  };

  it('finds what a buyer means, and puts nothing unrelated first', async () => {
    const judgement = await judge(QUERIES, GOODS, search);
    console.info(`visible: ${process.env.TELL_SUITE ? told(judgement) : measured(judgement)}`);
    expect(judgement.recallAt5, told(judgement)).toBeGreaterThanOrEqual(LEAST);
    expect(judgement.unrelated, told(judgement)).toEqual([]);
  });

  it('does as well for queries that nobody mended it by; of these only the figures are told', async () => {
    const judgement = await judge(HELD_OUT, GOODS, search);
    console.info(`held out: ${measured(judgement)}`);
    expect(judgement.recallAt5).toBeGreaterThanOrEqual(LEAST);
    expect(judgement.unrelated.length).toBe(0);
  });
});

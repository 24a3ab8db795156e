import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRICE_MAX } from '#contract/choices.ts';
import { selectCards } from '#marketplace/listings/public.ts';
import { newestListings, searchListings } from '#marketplace/listings/service.ts';
import { sorted } from '#marketplace/listings/sort.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('lists by price on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const dagan = await market.village('Desa Dagan');
    // Many of the same price, half of them sold out, and the highest price that there is.
    for (let n = 0; n < 23; n++) {
      await sentListing(market, dagan, {
        name: `Gula semut ${n}`,
        price: n < 2 ? PRICE_MAX : n % 3 < 2 ? 100_000 : 200_000,
        availability: n % 2 === 0 ? 'ada' : 'habis',
      });
    }
  });
  afterAll(() => market.stop());

  describe.each(['cheapest', 'dearest'] as const)('%s first', (sort) => {
    const lists = {
      everything: (after: string | undefined) => newestListings(market.deps, { sort, after, limit: 3 }),
      'a search': (after: string | undefined) =>
        searchListings(market.deps, { query: 'gula semut', sort, after, limit: 3 }),
    };
    it.each(Object.entries(lists))(
      'puts what is sold out last in %s, and skips and doubles nothing',
      async (_, page) => {
        const read: { id: string; price: number; availability: string }[] = [];
        for (let after: string | null | undefined; after !== null && read.length < 100; ) {
          const { listings, next } = await page(after);
          read.push(...listings);
          after = next;
        }
        expect(new Set(read.map(({ id }) => id)).size).toBe(23);
        expect(read).toHaveLength(23);
        const halves = [
          read.filter(({ availability }) => availability !== 'habis'),
          read.filter(({ availability }) => availability === 'habis'),
        ];
        expect(read).toEqual(halves.flat());
        for (const half of halves) {
          const prices = half.map(({ price }) => price);
          expect(prices).toEqual(prices.toSorted((a, b) => (sort === 'cheapest' ? a - b : b - a)));
        }
      },
    );
  });

  it('starts again with a cursor that nobody was given', async () => {
    for (const after of ['0.-1073741824.', '0.99999999999.aaaaaaaaaaaaaaaa', 'x'])
      expect((await newestListings(market.deps, { sort: 'cheapest', after, limit: 3 })).listings).toHaveLength(3);
    for (const after of ['0.-2147483647.aaaaaaaaaaaaaaaa', '0.2147483647.aaaaaaaaaaaaaaaa'])
      for (const sort of ['cheapest', 'dearest'] as const)
        expect((await newestListings(market.deps, { sort, after, limit: 3 })).listings.length).toBeLessThanOrEqual(3);
  });

  it.runIf(backend === 'embedded')(
    'walks the index on the price in a market of 100,000',
    async () => {
      const { db } = market.deps;
      await db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx);
        await sql`insert into listings (village_id, id, rev, slug, name, price, unit, availability, category, description,
          photos, producer_name, producer_phone, flagship, terms, state, listed, rank, search_extra, created_at, updated_at)
        select l.village_id, lpad(n::text, 16, 'z'), 1, 'x', 'Kopi', 1000 + n % 50000, 'kg',
          case when n % 20 = 0 then 'habis' else 'ada' end, 'minuman', '', '[]', '', '', false, '', 'live', true, n, '', now(), now()
        from generate_series(1, 100000) n cross join (select village_id from listings limit 1) l`.execute(trx);
      });
      await sql`analyze listings`.execute(db);
      const statements: string[] = [];
      const cards = selectCards(db).where('l.listed', '=', true);
      const half = cards.where('l.availability', '!=', 'habis').orderBy('l.price').orderBy('l.id').limit(21);
      const { rows } = await sql<Record<string, string>>`explain ${half}`.execute(db);
      statements.push(...rows.flatMap(Object.values));
      expect(statements.join('\n')).toContain('listings_price');
      const start = performance.now();
      const first = await sorted(cards, 'cheapest', null).limit(21).execute();
      console.info(`first page of 100,000 by price: ${(performance.now() - start).toFixed(1)} ms`);
      expect(first).toHaveLength(21);
    },
    120_000,
  );
});

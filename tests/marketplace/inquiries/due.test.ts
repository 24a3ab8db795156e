import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import { FLOOR_JUDGEMENTS_PER_DAY } from '#marketplace/inquiries/floor.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread, villageSide } from './fixture.ts';

const HOUR = 3_600_000;
const offer = (price: number, quantity = 10) => ({ text: '', terms: { price, quantity } });

describe.each(backends)('the clock, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let side: ReturnType<typeof villageSide>;
  const kinds = async (id: string) => (await side.inquiry(id)).events.map((e) => `${e.by} ${e.kind}`);
  /** Runs the job as the timetable does every minute. */
  const minute = async () => {
    await market.deps.jobs.send('inquiries-due', {});
    await market.runJobs();
  };
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    side = villageSide(market, village);
  });

  test('reminds at 24 h, expires at 48 h, each once, each a change that the village hears of', async () => {
    const { id } = await openThread(market, await addListing(market, village), offer(20_000));
    const { cursor } = await side.list();
    await minute();
    expect(await side.list(cursor)).toEqual({ inquiries: [], cursor, more: false });
    market.clock.advance(24 * HOUR);
    await minute();
    await minute();
    const reminded = await side.list(cursor);
    expect(reminded.inquiries).toMatchObject([{ id, events: [{ kind: 'offered' }, { kind: 'reminded' }] }]);
    market.clock.advance(24 * HOUR);
    await minute();
    expect((await side.list(reminded.cursor)).inquiries).toMatchObject([{ id, state: 'expired', unanswered: false }]);
    market.clock.advance(100 * HOUR);
    expect(await sweepDue(market.deps), 'nothing is left for the clock').toBe(0);
  });

  test('several processes at once do each thing once', async () => {
    const listing = await addListing(market, village);
    const threads = await Promise.all([1, 2, 3, 4, 5].map(() => openThread(market, listing, offer(20_000))));
    market.clock.advance(48 * HOUR);
    await Promise.all([sweepDue(market.deps), sweepDue(market.deps), sweepDue(market.deps)]);
    for (const { id } of threads) expect(await kinds(id)).toEqual(['buyer offered', 'system expired']);
  });

  test('the hidden floor answers after its wait, at the price offered; the village sees that it was automatic', async () => {
    const listing = await addListing(market, village, { floor: { price: 20_000, below: 'decline' } });
    const [yes, no] = [
      await openThread(market, listing, offer(21_000)),
      await openThread(market, listing, offer(19_000)),
    ];
    await sweepDue(market.deps);
    expect(await kinds(yes.id), 'not at once').toEqual(['buyer offered']);
    market.clock.advance(20 * 60_000);
    await sweepDue(market.deps);
    expect(await side.inquiry(yes.id)).toMatchObject({ state: 'deal', terms: { price: 21_000 } });
    expect(await kinds(yes.id)).toEqual(['buyer offered', 'system accepted']);
    expect(await kinds(no.id)).toEqual(['buyer offered', 'system declined']);
  });

  test('a village that answers first is not overruled', async () => {
    const listing = await addListing(market, village, { floor: { price: 20_000, below: 'decline' } });
    const { id } = await openThread(market, listing, offer(21_000));
    await side.send(id, { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 });
    market.clock.advance(20 * 60_000);
    await sweepDue(market.deps);
    expect((await side.inquiry(id)).state).toBe('countered');
  });

  test.each(['decline', 'ask'] as const)(
    'probing finds silence after a few judgements a day (below: %s)',
    async (below) => {
      const listing = await addListing(market, village, { floor: { price: 20_000, below } });
      const probes: { id: string }[] = [];
      for (let i = 0; i < FLOOR_JUDGEMENTS_PER_DAY; i++)
        probes.push(await openThread(market, listing, offer(10_000 + i)));
      market.clock.advance(20 * 60_000);
      await sweepDue(market.deps);
      const last = await openThread(market, listing, offer(24_000));
      market.clock.advance(20 * 60_000);
      await sweepDue(market.deps);
      expect((await side.inquiry(last.id)).state, 'far above the floor, yet a person must answer').toBe('offered');
      const states = await Promise.all(probes.map(async ({ id }) => (await side.inquiry(id)).state));
      expect(new Set(states)).toEqual(new Set([below === 'decline' ? 'declined' : 'offered']));
      // The floor judges an offer only once, so its silence stays silence.
      market.clock.advance(25 * HOUR);
      await sweepDue(market.deps);
      expect((await side.inquiry(last.id)).events.some((e) => e.kind === 'accepted')).toBe(false);
    },
  );

  test('offers above the stock are answered by nobody, above the floor and below it, and use up no judgement', async () => {
    const listing = await addListing(market, village, { floor: { price: 20_000, below: 'decline' }, stock: 10 });
    const probes: { id: string }[] = [];
    for (const price of [24_000, 20_100, 20_000, 19_900, 15_000, 100, 200, 300])
      probes.push(await openThread(market, listing, { text: '', terms: { price, quantity: 11 } }));
    market.clock.advance(20 * 60_000);
    await sweepDue(market.deps);
    const states = await Promise.all(probes.map(async ({ id }) => (await side.inquiry(id)).state));
    expect(new Set(states)).toEqual(new Set(['offered']));
    const honest = await openThread(market, listing, offer(21_000));
    market.clock.advance(20 * 60_000);
    await sweepDue(market.deps);
    expect((await side.inquiry(honest.id)).state).toBe('deal');
  });

  test('one broken thread does not stop the clock of the others', async () => {
    const listing = await addListing(market, village);
    const [broken, good] = [
      await openThread(market, listing, offer(20_000)),
      await openThread(market, listing, offer(20_000)),
    ];
    // A kind of event that no version knows: its history cannot be added up.
    const bogus = { seq: 2, id: 'bogus', kind: 'bogus' as never, by: 'system' as const, at: market.clock.now() };
    const empty = { text: null, price: null, quantity: null, device_id: null };
    await market.deps.db
      .insertInto('inquiry_events')
      .values({ village_id: village.id, inquiry_id: broken.id, ...bogus, ...empty })
      .execute();
    market.clock.advance(48 * HOUR);
    await sweepDue(market.deps);
    expect((await side.inquiry(good.id)).state).toBe('expired');
  });
});

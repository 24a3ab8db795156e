import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import { escalations, medianAnswerMinutes } from '#marketplace/inquiries/quality.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread, villageSide } from './fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(backends)('how a village answers, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string };
  let side: ReturnType<typeof villageSide>;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    listing = await addListing(market, village);
    side = villageSide(market, village);
  });

  async function answered(afterMinutes: number): Promise<void> {
    const { id } = await openThread(market, listing);
    market.clock.advance(afterMinutes * MINUTE);
    await side.send(id, { kind: 'reply', text: 'Nggih' });
  }
  const median = () => medianAnswerMinutes(market.deps, village.id);
  const mine = async () => (await escalations(market.deps)).filter((e) => e.village.id === village.id);

  test('the median of first answers; two are not enough to say', async () => {
    await answered(10);
    await answered(30);
    expect(await median()).toBeNull();
    await answered(200);
    expect(await median()).toBe(30);
  });

  test('silence does not look fast, and is not held against the village before 48 hours', async () => {
    for (const minutes of [10, 10, 10]) await answered(minutes);
    for (let i = 0; i < 4; i++) await openThread(market, listing);
    expect(await median()).toBe(10);
    market.clock.advance(48 * HOUR);
    expect(await median()).toBe(48 * 60);
  });

  test('spam and what the buyer took back count for nothing', async () => {
    for (const minutes of [10, 10, 10]) await answered(minutes);
    for (let i = 0; i < 5; i++) {
      const { id } = await openThread(market, listing, { text: '', terms: { price: 20_000 + i, quantity: 1 } });
      await side.send(id, { kind: 'report', text: '' });
    }
    market.clock.advance(60 * HOUR);
    await sweepDue(market.deps);
    expect(await median()).toBe(10);
    expect(await mine()).toEqual([]);
  });

  test('the operator sees who does not answer: how many and since when, no words', async () => {
    const asked = market.clock.now();
    await openThread(market, listing, { text: 'rahasia pembeli' });
    await openThread(market, listing, { text: '', terms: { price: 20_000, quantity: 1 } });
    market.clock.advance(48 * HOUR - 1);
    await sweepDue(market.deps);
    expect(await mine()).toEqual([]);
    market.clock.advance(1);
    await sweepDue(market.deps);
    const found = await mine();
    expect(found).toMatchObject([{ village: { id: village.id }, waiting: 1, expired: 1, oldest: asked }]);
    expect(JSON.stringify(found)).not.toContain('rahasia');
    for (const { id } of (await side.list()).inquiries) await side.send(id, { kind: 'reply', text: 'Maaf lama' });
    expect(await mine()).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pseudonymiseOld } from '#marketplace/inquiries/retention.ts';
import { soldTimes } from '#marketplace/inquiries/sold.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn } from './buyer.ts';
import { addListing, openThread, PRODUCER_PHONE, villageSide } from './fixture.ts';

const DAY = 86_400_000;

describe.each(backends)('how often a product was sold, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string; slug: string };
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

  async function deal(phone: string | null, then?: 'fulfil' | 'cancel'): Promise<string> {
    const input = { text: '', terms: { price: 20_000, quantity: 1 }, phone, name: 'Rina' };
    const { id } = await openThread(market, listing, input);
    await side.send(id, { kind: 'accept', text: '', seen: 1 });
    if (then) await side.send(id, { kind: then, text: '', seen: 2 });
    return id;
  }
  const sold = () => soldTimes(market.deps, village.id, listing.id);
  const phone = (n: number) => `+6285711122${n}0`;

  test('counts what the village has marked as sold, from three buyers on', async () => {
    await deal(phone(11), 'fulfil');
    await deal(phone(12), 'fulfil');
    await deal(phone(12), 'fulfil');
    expect(await sold()).toBeNull();
    await deal(phone(13), 'fulfil');
    expect(await sold()).toBe(4);
  });

  test('does not count what was only agreed, was cancelled, or was reported', async () => {
    for (const n of [11, 12, 13]) await deal(phone(n), 'fulfil');
    await deal(phone(14));
    await deal(phone(15), 'cancel');
    await side.send(await deal(phone(16), 'fulfil'), { kind: 'report', text: '' });
    expect(await sold()).toBe(3);
  });

  test('who leaves no number is one buyer a day, and the producer’s own number is none', async () => {
    for (let n = 0; n < 5; n++) await deal(null, 'fulfil');
    for (let n = 0; n < 2; n++) await deal(PRODUCER_PHONE, 'fulfil');
    expect(await sold()).toBeNull();
    market.clock.advance(DAY);
    await deal(null, 'fulfil');
    expect(await sold()).toBeNull();
    market.clock.advance(DAY);
    await deal(null, 'fulfil');
    expect(await sold()).toBe(7);
  });

  test('knows no buyers any more after the retention, and makes none up', async () => {
    for (let n = 0; n < 4; n++) {
      await deal(n === 3 ? PRODUCER_PHONE : phone(11), 'fulfil');
      market.clock.advance(DAY);
    }
    expect(await sold()).toBeNull();
    market.clock.advance(400 * DAY);
    await pseudonymiseOld(market.deps);
    expect(await sold()).toBeNull();
    await deal(phone(12), 'fulfil');
    expect(await sold()).toBeNull();
  });

  test('of another product is not this one’s, and the page tells the number without a name', async () => {
    for (const n of [11, 12, 13]) await deal(phone(n), 'fulfil');
    const other = await addListing(market, village, { name: 'Gula cetak' });
    const buyer = buyerIn(market);
    const { html } = await buyer.open(`/p/${listing.slug}`);
    expect(html).toContain('Sudah 3 kali terjual lewat pasar ini');
    expect(html).not.toMatch(/Rina|857111/);
    expect((await buyer.open(`/p/${other.slug}`)).html).not.toContain('terjual lewat');
  });
});

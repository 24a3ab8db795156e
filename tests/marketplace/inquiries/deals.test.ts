import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DealPage, Receipt } from '#contract';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, BUYER_PHONE, openThread, villageSide } from './fixture.ts';

describe.each(backends)('deals, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    market.clock.set('2026-03-10T03:00:00.000Z');
  });

  const get = (path: string) => market.call('GET', path, { token: village.token });

  async function deal(at: string, price: number, quantity: number, then?: 'fulfil' | 'cancel', name = 'Budi') {
    const listing = await addListing(market, village);
    market.clock.set(at);
    const input = { text: '', terms: { price, quantity }, name, phone: BUYER_PHONE };
    const { id } = await openThread(market, listing, input);
    const side = villageSide(market, village);
    await side.send(id, { kind: 'accept', text: '', seen: 1 });
    if (then) await side.send(id, { kind: then, text: '', seen: 2 });
    return { id, listing };
  }

  test('a month is the month in Java: 1 March 00:00 WIB is still February in Greenwich', async () => {
    await deal('2026-02-28T16:59:59.999Z', 10_000, 1);
    const march = await deal('2026-02-28T17:00:00.000Z', 20_000, 2);
    const page = DealPage.parse(await (await get('/v1/deals?month=2026-03')).json());
    expect(page.deals.map((d) => d.inquiryId)).toEqual([march.id]);
    expect(page.months.map(({ month, total }) => [month, total])).toEqual([
      ['2026-03', 40_000],
      ['2026-02', 10_000],
    ]);
  });

  test('sums leave out what was cancelled, and say what was handed over', async () => {
    await deal('2026-03-02T03:00:00.000Z', 20_000, 10, 'fulfil');
    await deal('2026-03-03T03:00:00.000Z', 20_000, 5);
    await deal('2026-03-04T03:00:00.000Z', 25_000, 100_000, 'cancel');
    market.clock.set('2026-03-31T16:59:00.000Z');
    const page = DealPage.parse(await (await get('/v1/deals')).json());
    expect(page.deals.map((d) => d.state)).toEqual(['cancelled', 'deal', 'fulfilled']);
    expect(page.months).toEqual([
      { month: '2026-03', count: 3, cancelled: 1, total: 300_000, fulfilledTotal: 200_000 },
    ]);
    expect(page.deals[0]?.total, 'beyond 32 bits').toBe(2_500_000_000);
  });

  test('the spreadsheet runs no formula and holds no number', async () => {
    await deal('2026-03-02T03:00:00.000Z', 20_000, 10, 'fulfil', '=HYPERLINK("http://x","klik")');
    const response = await get('/v1/deals.csv?month=2026-03');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="sepakat-2026-03.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)], 'read as UTF-8 by a spreadsheet').toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[1]).toBe(`2026-03-02,Gula semut,"'=HYPERLINK(""http://x"",""klik"")",10,bungkus,20000,200000,selesai`);
    expect(lines.join()).not.toContain('857');
  });

  test('a receipt keeps the product as it was agreed, whatever the listing says later', async () => {
    const { id, listing } = await deal('2026-03-02T03:00:00.000Z', 20_000, 10);
    const changed = { ...listing.input, rev: 2, name: 'Gula batok', unit: 'kg', price: 99_000 };
    const put = await market.call('PUT', `/v1/listings/${listing.id}`, { token: village.token, body: changed });
    expect(put.status).toBe(200);
    const receipt = Receipt.parse(await (await get(`/v1/inquiries/${id}/receipt`)).json());
    expect(receipt).toMatchObject({
      state: 'deal',
      product: { name: 'Gula semut', unit: 'bungkus', packSize: { amount: 250, measure: 'gram' } },
      buyerName: 'Budi',
      producerName: 'Ibu Sari',
      total: 200_000,
      agreedAt: '2026-03-02T03:00:00.000Z',
    });
  });

  test('no receipt before there is a deal; a wrong month is said', async () => {
    const { id } = await openThread(market, await addListing(market, village));
    expect((await get(`/v1/inquiries/${id}/receipt`)).status).toBe(404);
    expect((await get('/v1/deals?month=2026-13')).status).toBe(422);
  });
});

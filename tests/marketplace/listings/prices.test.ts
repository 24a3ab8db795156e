import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListingInput, PriceAnswer } from '#contract';
import { DAY } from '#contract/time.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const DAY_0 = '2026-03-01T03:00:00.000Z';
const per = (amount: number, measure: 'gram' | 'kg' | 'ml' | 'biji') =>
  ({ unit: 'bungkus', packSize: { amount, measure } }) as const;

describe.each(backends)('what the same goods cost in other villages, on %s', (backend) => {
  let market: Marketplace;
  let villages: TestVillage[];
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    villages = await Promise.all(
      ['Dagan', 'Lamuk', 'Bobotsari', 'Serang', 'Karanganyar'].map((name) => market.village(`Desa ${name}`)),
    );
  });
  afterAll(() => market.stop());

  const ask = async (query: Record<string, string>) => {
    const response = await market.call('GET', `/v1/prices?${new URLSearchParams(query)}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('s-maxage=3600');
    const text = await response.text();
    expect(text).not.toMatch(/floor|phone|\+62/);
    return PriceAnswer.parse(JSON.parse(text)).hint;
  };
  const village = (at: number) => villages[at] as TestVillage;
  /** Each village sells it at its price, in the order of the villages. */
  const sell = async (name: string, ...each: Partial<ListingInput>[]) => {
    for (const [at, changes] of each.entries())
      await sentListing(market, village(at), { name, floor: null, ...changes });
  };

  it('is the middle of three villages, per measure, whatever pack each sells it in', async () => {
    market.clock.set(DAY_0);
    await sell('Gula semut organik', { ...per(250, 'gram'), price: 25_000 }, { ...per(500, 'gram'), price: 60_000 });
    expect(await ask({ name: 'Gula semut', unit: 'bungkus' })).toBeNull();
    market.clock.advance(10 * DAY);
    await sentListing(market, village(2), {
      name: 'Gula kristal Bu Karti',
      unit: 'kg',
      packSize: null,
      price: 90_000,
      floor: null,
    });
    const hint = { villages: 3, since: DAY_0 };
    expect(await ask({ name: 'Gula semut', unit: 'bungkus' })).toEqual({ ...hint, price: 10_000, per: 'ons' });
    // By another trade word, with more words, and told in the measure of who asks.
    expect(await ask({ name: 'palm sugar 250 gr', unit: 'gram' })).toEqual({ ...hint, price: 10_000, per: 'ons' });
    expect(await ask({ name: 'Gula semut Bu Siti', unit: 'kg' })).toEqual({ ...hint, price: 100_000, per: 'kg' });
    // Other goods, and a measure in which nobody sells it.
    expect(await ask({ name: 'Gula', unit: 'bungkus' })).toBeNull();
    expect(await ask({ name: 'Gula aren', unit: 'bungkus' })).toBeNull();
    expect(await ask({ name: 'Gula semut', unit: 'liter' })).toBeNull();
    expect(await ask({ name: 'Gulla semot', unit: 'kg' })).toBeNull();
  });

  it('leaves the village out that asks, and counts each other village once', async () => {
    await sell(
      'Madu hutan',
      ...[10, 20, 30].map((price) => ({ unit: 'botol' as const, packSize: null, price: price * 1000 })),
    );
    await sell(
      'Madu hutan',
      ...[11, 21].map((price) => ({ unit: 'botol' as const, packSize: null, price: price * 1000 })),
    );
    expect(await ask({ name: 'Madu hutan', unit: 'botol', village: village(0).id })).toBeNull();
    const all = await ask({ name: 'Madu hutan', unit: 'botol' });
    expect(all).toMatchObject({ price: 20_500, per: 'botol', villages: 3 });
    const fourth = village(3);
    await sentListing(market, fourth, {
      name: 'Madu hutan',
      unit: 'botol',
      packSize: null,
      price: 1_000_000,
      floor: null,
    });
    expect(await ask({ name: 'Madu hutan', unit: 'botol', village: fourth.id })).toMatchObject({ price: 20_500 });
    expect(await ask({ name: 'Madu hutan', unit: 'botol' })).toMatchObject({ price: 25_250, villages: 4 });
  });

  it('knows nothing of prices that nobody has confirmed for 180 days', async () => {
    market.clock.set(DAY_0);
    const unit = { unit: 'biji' as const, packSize: null };
    await sell('Sapu glagah', { ...unit, price: 18_000 }, { ...unit, price: 20_000 }, { ...unit, price: 30_000 });
    const query = { name: 'Sapu rayung halus', unit: 'biji' };
    market.clock.advance(180 * DAY);
    expect(await ask(query)).toMatchObject({ price: 20_000, per: 'piece', villages: 3, since: DAY_0 });
    market.clock.advance(1);
    expect(await ask(query)).toBeNull();
  });

  it('reads only what buyers see, and no seller’s own unit', async () => {
    market.clock.set(DAY_0);
    const unit = { unit: 'biji' as const, packSize: null };
    await sell(
      'Topeng kayu',
      { ...unit, price: 1_000 },
      { ...unit, price: 2_000 },
      { ...unit, price: 3_000, state: 'withdrawn' },
    );
    await sentListing(market, village(3), {
      name: 'Topeng kayu',
      ...unit,
      unitWord: 'renteng',
      price: 4_000,
      floor: null,
    });
    expect(await ask({ name: 'Topeng kayu', unit: 'biji' })).toBeNull();
    await sentListing(market, village(4), {
      name: 'Topeng kayu',
      ...unit,
      price: 9_000,
      floor: { price: 100, below: 'ask' },
    });
    expect(await ask({ name: 'Topeng kayu', unit: 'biji' })).toMatchObject({ price: 2_000, villages: 3 });
    await setVillageStatus(market.deps, village(4).id, 'blocked');
    expect(await ask({ name: 'Topeng kayu', unit: 'biji' })).toBeNull();
  });

  it('asks for a name and a unit that there is, and not too often', async () => {
    const status = async (query: string, ip = '203.0.113.9') =>
      (await market.call('GET', `/v1/prices?${query}`, { ip })).status;
    expect(await status('unit=kg')).toBe(422);
    expect(await status('name=Gula')).toBe(422);
    expect(await status('name=Gula&unit=loyang')).toBe(422);
    expect(await status(`name=${'x'.repeat(81)}&unit=kg`)).toBe(422);
    expect(await status('name=250+gr&unit=kg')).toBe(200);
    for (let hits = 1; hits < 300; hits += 1) await status('name=250+gr&unit=kg');
    expect(await status('name=250+gr&unit=kg')).toBe(429);
  });
});

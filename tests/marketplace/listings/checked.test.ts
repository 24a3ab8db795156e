import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS_MAX, Listing, ListingsChecked } from '#contract';
import { newId } from '#contract/newId.ts';
import { daysBetween } from '#contract/stale.ts';
import { DAY } from '#contract/time.ts';
import { findPublic, newestListings, searchListings } from '#marketplace/listings/service.ts';
import { markStale } from '#marketplace/listings/stale.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const DAY_0 = '2026-03-01T03:00:00.000Z';
/** The last moment of the 89th day after, in Java, and the first of the 90th. */
const DAY_89 = '2026-05-29T16:59:59.999Z';
const DAY_90 = '2026-05-29T17:00:00.000Z';

describe.each(backends)('when a listing was last checked, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let lamuk: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    lamuk = await market.village('Desa Lamuk');
  });
  afterAll(() => market.stop());

  const check = async (village: TestVillage, checks: { id: string; at: string }[]) => {
    const call = { token: village.token, body: { checks } };
    const response = await market.call('POST', '/v1/listings/checked', call);
    expect(response.status).toBe(200);
    return ListingsChecked.parse(await response.json()).listings;
  };
  const lastChecked = async (id: string) => (await findPublic(market.deps, id))?.lastChecked;
  const own = async (id: string) =>
    Listing.parse(await (await market.call('GET', `/v1/listings/${id}`, { token: dagan.token })).json());
  /** The products named so, as a buyer's list has them. */
  const order = async (name: string) =>
    (await newestListings(market.deps, { limit: 100 })).listings.filter((it) => it.name === name).map(({ id }) => id);

  it('counts days of the calendar in Java', () => {
    expect(daysBetween(DAY_0, DAY_89)).toBe(89);
    expect(daysBetween(DAY_0, DAY_90)).toBe(90);
    expect(daysBetween('2026-03-01T16:59:59.999Z', '2026-03-01T17:00:00.000Z')).toBe(1);
  });

  it('buyers see it from the 90th day on, and the product ranks lower until it is checked', async () => {
    market.clock.set(DAY_0);
    const { id } = await sentListing(market, dagan, { name: 'Gula semut lama' });
    market.clock.set(DAY_89);
    const { id: newer } = await sentListing(market, lamuk, { name: 'Gula semut lama' });
    market.clock.advance(-80 * DAY);
    // Made after the first, so that it stands before it; now the first is touched no more and this one is.
    const { id: next } = await sentListing(market, lamuk, { name: 'Gula semut lama' });
    market.clock.set(DAY_89);
    await check(lamuk, [{ id: next, at: DAY_89 }]);
    await markStale(market.deps);
    expect(await lastChecked(id)).toBeNull();
    market.clock.set(DAY_90);
    await markStale(market.deps);
    expect(await lastChecked(id)).toBe(DAY_0);
    expect(await order('Gula semut lama')).toEqual([newer, next, id]);

    expect(await check(dagan, [{ id, at: DAY_90 }])).toEqual([{ id, checkedAt: DAY_90 }]);
    expect(await lastChecked(id)).toBeNull();
    await markStale(market.deps);
    expect(await lastChecked(id)).toBeNull();
    expect(await own(id)).toMatchObject({ checkedAt: DAY_90, updatedAt: DAY_0, input: { rev: 1 } });
  });

  it('an older product falls behind a younger one that is no more, and comes back', async () => {
    market.clock.set(DAY_0);
    const { id: sooner } = await sentListing(market, dagan, { name: 'Sapu glagah' });
    market.clock.set('2026-02-01T03:00:00.000Z');
    const { id: later } = await sentListing(market, lamuk, { name: 'Sapu glagah' });
    market.clock.set(DAY_90);
    await check(lamuk, [{ id: later, at: DAY_90 }]);
    await markStale(market.deps);
    expect(await order('Sapu glagah')).toEqual([later, sooner]);
    const found = await searchListings(market.deps, { query: 'sapu glagah', limit: 10 });
    expect(found.listings.map(({ id }) => id)).toEqual([later, sooner]);
    await check(dagan, [{ id: sooner, at: DAY_90 }]);
    expect(await order('Sapu glagah')).toEqual([sooner, later]);
  });

  it('a revision counts as checked, the look at its link does not', async () => {
    market.clock.set(DAY_0);
    const { id, input } = await sentListing(market, dagan);
    market.clock.set(DAY_90);
    await markStale(market.deps);
    const body = { url: 'https://elsewhere.example/x', state: 'gone' };
    await market.call('PUT', `/v1/listings/${id}/backlink`, { token: dagan.token, body });
    expect(await lastChecked(id)).toBe(DAY_0);
    await market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body: { ...input, rev: 2 } });
    expect(await lastChecked(id)).toBeNull();
    expect((await own(id)).checkedAt).toBe(DAY_90);
  });

  it('says the same twice without harm, never of what is to come, never backwards, never of others', async () => {
    market.clock.set(DAY_0);
    const { id } = await sentListing(market, dagan);
    const { id: foreign } = await sentListing(market, lamuk);
    market.clock.set('2026-03-20T03:00:00.000Z');
    const at = '2026-03-15T03:00:00.000Z';
    const said = [id, foreign, newId()].map((one) => ({ id: one, at }));
    expect(await check(dagan, said)).toEqual([{ id, checkedAt: at }]);
    expect(await check(dagan, said)).toEqual([{ id, checkedAt: at }]);
    expect(await check(dagan, [{ id, at: '2026-03-10T03:00:00.000Z' }])).toEqual([{ id, checkedAt: at }]);
    expect(await check(dagan, [{ id, at: '2031-01-01T00:00:00.000Z' }])).toEqual([
      { id, checkedAt: '2026-03-20T03:00:00.000Z' },
    ]);
    const theirs = market.deps.db.selectFrom('listings').select('checked_at').where('id', '=', foreign);
    expect((await theirs.executeTakeFirstOrThrow()).checked_at.toISOString()).toBe(DAY_0);
  });

  it('refuses nobody, too many at once, and days that are none', async () => {
    const post = (body: unknown, token: string | null = dagan.token) =>
      market.call('POST', '/v1/listings/checked', { ...(token && { token }), body });
    const at = DAY_0;
    expect((await post({ checks: [{ id: newId(), at }] }, null)).status).toBe(401);
    expect((await post({ checks: [] })).status).toBe(422);
    expect((await post({ checks: Array.from({ length: CHECKS_MAX + 1 }, () => ({ id: newId(), at })) })).status).toBe(
      422,
    );
    expect((await post({ checks: [{ id: newId(), at: '1970-01-01T00:00:00.000Z' }] })).status).toBe(422);
  });

  it('marks every one, also those that nobody may see', async () => {
    market.clock.set(DAY_90);
    await sentListing(market, dagan, { state: 'withdrawn' });
    market.clock.advance(95 * DAY);
    await markStale(market.deps);
    const left = market.deps.db.selectFrom('listings').select('id').where('stale', '=', false);
    expect(await left.execute()).toEqual([]);
  });
});

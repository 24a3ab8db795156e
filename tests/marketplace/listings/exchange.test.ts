import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exchange, Listing, Problem } from '#contract';
import { EXCHANGES } from '#contract/choices.ts';
import { newId } from '#contract/newId.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentPhoto } from '#tests/marketplace/samples.ts';

const NONE = Object.fromEntries(EXCHANGES.map((kind) => [kind, false]));

describe.each(backends)('how a listing is handed over and paid, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    photo = await sentPhoto(market, dagan);
  });
  afterAll(() => market.stop());

  /** One revision after another; `undefined` is what a device sends that does not know of it. */
  async function said(...revisions: (Exchange | undefined)[]) {
    const id = newId();
    let last: Exchange | undefined;
    for (const [index, exchange] of revisions.entries()) {
      const body = listingInput([photo], { rev: index + 1, exchange });
      const response = await market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body });
      last = Listing.parse(await response.json()).input.exchange;
    }
    return { last, shown: (await findPublic(market.deps, id))?.exchange };
  }

  it('is answered as it was said, the other kinds as not so, and shown to buyers', async () => {
    const { last, shown } = await said({ pickup: true, cod: true, qris: false });
    expect(last).toEqual({ ...NONE, pickup: true, cod: true });
    expect(shown).toEqual({ pickup: true, cod: true });
  });

  it('is not spoken of while nobody has said, and is known to be none where that was said', async () => {
    expect(await said(undefined)).toEqual({ last: undefined, shown: {} });
    expect(await said({ pickup: false })).toEqual({ last: NONE, shown: {} });
  });

  it('stays when a device that does not know of it, or not of that kind, sends the listing', async () => {
    expect((await said({ pickup: true }, undefined)).shown).toEqual({ pickup: true });
    expect((await said({ pickup: true, qris: true }, { pickup: false, cod: true })).shown).toEqual({
      cod: true,
      qris: true,
    });
  });

  it.each([[{ pickup: 'ya' }], [['pickup']], ['pickup']])('%j is refused at its place', async (exchange) => {
    const body = { ...listingInput([photo]), exchange };
    const response = await market.call('PUT', `/v1/listings/${newId()}`, { token: dagan.token, body });
    expect(response.status).toBe(422);
    expect(Problem.parse(await response.json()).issues?.[0]?.path).toMatch(/^exchange/);
  });

  it('with a kind of a later version is taken without that kind', async () => {
    const body = { ...listingInput([photo]), exchange: { pickup: true, drone: true } };
    const response = await market.call('PUT', `/v1/listings/${newId()}`, { token: dagan.token, body });
    expect(Listing.parse(await response.json()).input.exchange).toEqual({ ...NONE, pickup: true });
  });
});

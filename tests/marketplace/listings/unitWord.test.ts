import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Listing, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentPhoto } from '#tests/marketplace/samples.ts';

describe.each(backends)('the seller’s own word for a unit on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    photo = await sentPhoto(market, dagan);
  });
  afterAll(() => market.stop());

  const put = (id: string, change: object) =>
    market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body: listingInput([photo], change) });
  const wordOf = async (response: Response) => Listing.parse(await response.json()).input.unitWord;

  it('is answered as it was said and shown to buyers in place of the unit', async () => {
    const id = newId();
    expect(await wordOf(await put(id, { rev: 1, unit: 'biji', unitWord: 'ekor' }))).toBe('ekor');
    expect(await findPublic(market.deps, id)).toMatchObject({ unit: 'biji', unitWord: 'ekor' });
    const { headers } = await market.call('GET', `/p/${id}`);
    const page = await market.call('GET', headers.get('location') ?? '');
    expect(await page.text()).toContain('/ekor');
    const badge = await market.call('GET', `/badge/${id}.svg`);
    expect(await badge.text()).toContain('/ ekor');
  });

  it('stays with its unit when a device does not know of it, and goes with another unit', async () => {
    const id = newId();
    await put(id, { rev: 1, unit: 'biji', unitWord: 'ekor' });
    expect(await wordOf(await put(id, { rev: 2, unit: 'biji' }))).toBe('ekor');
    expect(await wordOf(await put(id, { rev: 3, unit: 'kg' }))).toBeNull();
  });

  it('is no place for a number', async () => {
    const response = await put(newId(), { rev: 1, unitWord: '0812 3456 7890' });
    expect(response.status).toBe(422);
    expect(Problem.parse(await response.json()).issues).toEqual([{ path: 'unitWord', code: 'unit_word_malformed' }]);
  });
});

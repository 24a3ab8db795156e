import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Listing, type ListingInput, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentListing, sentPhoto } from '#tests/marketplace/samples.ts';

describe.each(backends)('a telephone number in what everybody reads, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
    photo = await sentPhoto(market, village);
  });
  afterAll(() => market.stop());

  const put = (id: string, input: ListingInput) =>
    market.call('PUT', `/v1/listings/${id}`, { token: village.token, body: input });
  const producer = { name: 'Bu Siti', phone: '+6281234567890', consent: true } as const;

  it.each([
    ['name', { name: 'Gula semut WA 0813-5555-7777' }],
    ['description', { description: 'Pesan ke nol delapan satu tiga lima lima lima lima tujuh tujuh tujuh tujuh' }],
    ['producer.name', { producer: { ...producer, name: 'Bu Siti 0813\u00a05555\u00a07777' } }],
    ['terms', { terms: 'COD, hubungi +62 813 5555 7777' }],
  ] satisfies [string, Partial<ListingInput>][])('is refused at the field: %s', async (path, changes) => {
    const response = await put(newId(), listingInput([photo], changes));
    expect(response.status).toBe(422);
    const problem = Problem.parse(await response.json());
    // `invalid` with the field's path is what every released extension knows.
    expect([problem.code, problem.issues]).toEqual(['invalid', [{ path, code: 'text_holds_phone' }]]);
  });

  it('lets permits, prices, days and the office landline through', async () => {
    const description =
      'P-IRT 2063303010123-28, NIB 8120001234567. Rp25.000 – Rp30.000. Panen 08-12-2026. Kantor (0281) 891234, 08.00-16.00.';
    expect((await put(newId(), listingInput([photo], { description }))).status).toBe(201);
  });

  it('does not keep a listing from before this rule from being sold out or withdrawn, but no new number comes in', async () => {
    const { id, input } = await sentListing(market, village);
    const old = 'Pesan: 0813-5555-7777';
    await market.deps.db.updateTable('listings').set({ description: old }).where('id', '=', id).execute();
    const before = { ...input, description: old };
    const soldOut = await put(id, { ...before, rev: 2, availability: 'habis' });
    expect([soldOut.status, Listing.parse(await soldOut.json()).input.description]).toEqual([200, old]);
    const changed = await put(id, { ...before, rev: 3, description: `${old} ya` });
    expect(changed.status).toBe(422);
    expect((await put(id, { ...before, rev: 3, description: `${old} ya`, state: 'withdrawn' })).status).toBe(200);
  });
});

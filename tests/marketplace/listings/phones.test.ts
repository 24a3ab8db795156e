import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Listing, type ListingInput, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { CommandError } from '#marketplace/admin/commandError.ts';
import { inviteVillage } from '#marketplace/admin/invite.ts';
import { reindex } from '#marketplace/listings/searchIndex.ts';
import { findPublic, searchListings } from '#marketplace/listings/service.ts';
import { findBySlug } from '#marketplace/villages/service.ts';
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

  it('that is masked where it stands from before finds nothing, neither whole nor by a part', async () => {
    const { id } = await sentListing(market, village, { name: 'Tikar mendong', description: '' });
    const texts = {
      name: 'Tikar mendong WA 0857 2468 1357',
      description: 'Pesan ke nol delapan satu sembilan 9753 8642, anyaman rapat.',
      // As a server from before wrote it.
      masked_name: null,
      masked_description: null,
    };
    await market.deps.db.updateTable('listings').set(texts).where('id', '=', id).execute();
    await market.deps.db
      .updateTable('villages')
      .set({ district: 'Bobotsari 0878 3141 5926' })
      .where('id', '=', village.id)
      .execute();
    await market.deps.db.updateTable('listings').set({ search_extra: 'Bobotsari 0878 3141 5926' }).execute();
    await reindex.run(market.deps, {});
    const found = async (query: string) => {
      const { listings } = await searchListings(market.deps, { query, limit: 20 });
      return listings.some((listing) => listing.id === id);
    };
    for (const words of ['tikar mendong', 'anyaman rapat', 'tikar bobotsari'])
      expect([words, await found(words)]).toEqual([words, true]);
    for (const part of ['0857 2468 1357', '085724681357', '2468', '1357', '9753', 'sembilan', '3141', '5926'])
      expect([part, await found(part)]).toEqual([part, false]);
  });

  it('in what a village is called is refused to the operator, and masked where it stands from before', async () => {
    const invited = inviteVillage(market.deps, { name: 'Desa Dagan 0813-5555-7777', sites: ['https://x.desa.id'] });
    await expect(invited).rejects.toThrow(CommandError);
    const other = await market.village('Desa Lain');
    const { id } = await sentListing(market, other);
    const place = { name: 'Desa Lain 0813-5555-7777', district: 'Kec. Lain, 0813 5555 7778', regency: '081355557779' };
    await market.deps.db.updateTable('villages').set(place).where('id', '=', other.id).execute();
    const { slug } = await market.deps.db
      .selectFrom('villages')
      .select('slug')
      .where('id', '=', other.id)
      .executeTakeFirstOrThrow();
    const me = await market.call('GET', '/v1/me', { token: other.token });
    for (const shown of [
      JSON.stringify(await findPublic(market.deps, id)),
      JSON.stringify(await findBySlug(market.deps, slug)),
      await me.text(),
    ]) {
      expect(shown).toContain('Desa Lain ••');
      expect(shown).not.toMatch(/5555|777[789]/);
    }
  });
});

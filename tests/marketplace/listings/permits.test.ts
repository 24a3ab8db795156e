import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Listing, ListingList, type Permits, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { migrate } from '#marketplace/db/migrate.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { listingInput, sentListing, sentPhoto } from '#tests/marketplace/samples.ts';

const PIRT = { number: '2063303010123-28', until: null };
const HALAL = { number: 'ID33110000123450422', until: '2027-03-31' };
const NONE = { pirt: null, bpom: null, halal: null, nib: null };

describe.each(backends)('permits of a listing on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    photo = await sentPhoto(market, dagan);
  });
  afterAll(() => market.stop());

  /** One revision after another of the same listing; `undefined` is what a device sends that does not know of permits. */
  async function said(...permits: (Permits | undefined)[]) {
    const id = newId();
    const answers: (Permits | undefined)[] = [];
    for (const [index, one] of permits.entries()) {
      const body = listingInput([photo], { rev: index + 1, permits: one });
      const response = await market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body });
      answers.push(Listing.parse(await response.json()).input.permits);
    }
    return { id, last: answers.at(-1), shown: (await findPublic(market.deps, id))?.permits };
  }

  it('are answered as they were said, the others as none, and shown to buyers', async () => {
    const { last, shown } = await said({ pirt: PIRT, halal: HALAL });
    expect(last).toEqual({ ...NONE, pirt: PIRT, halal: HALAL });
    expect(shown).toEqual({ pirt: PIRT, halal: HALAL });
  });

  it('of which nobody has spoken are not spoken of', async () => {
    expect(await said(undefined)).toMatchObject({ last: undefined, shown: {} });
  });

  it('stay when a device that does not know of them sends the listing', async () => {
    const { last } = await said({ pirt: PIRT }, undefined, undefined);
    expect(last).toEqual({ ...NONE, pirt: PIRT });
  });

  it('stay when only another kind is spoken of, and go when it is said that there is none', async () => {
    const { last, shown } = await said({ pirt: PIRT }, { halal: HALAL }, { pirt: null });
    expect(last).toEqual({ ...NONE, halal: HALAL });
    expect(shown).toEqual({ halal: HALAL });
    expect((await said({ pirt: PIRT }, { pirt: null })).last).toEqual(NONE);
  });

  it('that are not spoken of make no other revision of the same words', async () => {
    const id = newId();
    const put = (permits?: Permits) =>
      market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body: listingInput([photo], { permits }) });
    expect((await put({ pirt: PIRT })).status).toBe(201);
    expect((await put()).status).toBe(200);
    expect((await put({ pirt: PIRT, nib: null })).status).toBe(200);
    const refused = Problem.parse(await (await put({ pirt: null })).json());
    expect(refused.code).toBe('revision_old');
  });

  it.each([
    [{ pirt: { number: '206330301012328', until: null } }, 'permits.pirt.number', 'pirt_malformed'],
    [{ bpom: { number: 'MD 867012345678', until: null } }, 'permits.bpom.number', 'bpom_malformed'],
    [{ halal: { number: 'ID', until: null } }, 'permits.halal.number', 'halal_malformed'],
    [{ nib: { number: '1', until: null } }, 'permits.nib.number', 'nib_malformed'],
    [{ pirt: { ...PIRT, until: '31-12-2028' } }, 'permits.pirt.until', 'permit_until_malformed'],
  ])('%j is refused at its place', async (permits, path, code) => {
    const body = { ...listingInput([photo]), permits };
    const response = await market.call('PUT', `/v1/listings/${newId()}`, { token: dagan.token, body });
    expect(Problem.parse(await response.json()).issues).toEqual([{ path, code }]);
  });

  it('are never the producer’s phone number, which no page may show', async () => {
    const body = listingInput([photo], {
      producer: { name: 'Bu Siti', phone: '+62812345678901', consent: true },
      permits: { nib: { number: '0812345678901', until: null } },
    });
    const response = await market.call('PUT', `/v1/listings/${newId()}`, { token: dagan.token, body });
    const issues = [{ path: 'permits.nib.number', code: 'permit_is_phone' }];
    expect(Problem.parse(await response.json()).issues).toEqual(issues);
  });

  it('in a wider shape than today’s are read, by a device that would not send them', async () => {
    const { id } = await said({ pirt: PIRT });
    const response = await market.call('GET', `/v1/listings/${id}`, { token: dagan.token });
    const answer = Listing.parse(await response.json());
    const later = { ...answer, input: { ...answer.input, permits: { pirt: { number: 'P-77', until: null } } } };
    expect(Listing.safeParse(later).error).toBeUndefined();
  });

  it('come to a marketplace whose listings are older than they are', async () => {
    const old = await startMarketplace({ backend });
    const village = await old.village('Desa Dagan');
    const { id, input } = await sentListing(old, village);
    await sql`alter table listings drop column permits`.execute(old.deps.db);
    await sql`delete from kysely_migration where name = '007-permits'`.execute(old.deps.db);
    await migrate(old.deps.db);
    expect((await findPublic(old.deps, id))?.permits).toEqual({});
    const body = { ...input, rev: 2, permits: { pirt: PIRT } };
    expect((await old.call('PUT', `/v1/listings/${id}`, { token: village.token, body })).status).toBe(200);
    expect((await findPublic(old.deps, id))?.permits).toEqual({ pirt: PIRT });
    await old.stop();
  });

  it('are taken away where an older device makes one the producer’s number: no number is public, and the list is read', async () => {
    const { id } = await said({ nib: { number: '6285712345678', until: null } });
    const { permits: _, ...old } = listingInput([await sentPhoto(market, dagan)], { rev: 9 });
    const body = { ...old, producer: { ...old.producer, phone: '+6285712345678' } };
    expect((await market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body })).status).toBe(200);
    expect((await findPublic(market.deps, id))?.permits).toEqual({});
    const list = await (await market.call('GET', '/v1/listings', { token: dagan.token })).json();
    expect(ListingList.safeParse(list).error).toBeUndefined();
  });
});

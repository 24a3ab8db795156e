import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Listing, ListingList, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import {
  BASE_URL,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { listingInput, sentListing, sentPhoto } from '#tests/marketplace/samples.ts';

describe.each(backends)('listings on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let other: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
    other = await market.village('Desa Lain');
    photo = await sentPhoto(market, dagan);
  });
  afterAll(() => market.stop());

  const put = (id: string, body: unknown, token = dagan.token) =>
    market.call('PUT', `/v1/listings/${id}`, { token, body });
  const problem = async (response: Response) => Problem.parse(await response.json());
  const stored = (id: string) => market.deps.db.selectFrom('listings').selectAll().where('id', '=', id).execute();

  it('stores a listing and answers with everything its village sent', async () => {
    const id = newId();
    const input = listingInput([photo]);
    const response = await put(id, input);
    expect(response.status).toBe(201);
    const listing = Listing.parse(await response.json());
    expect(listing).toMatchObject({
      id,
      villageId: dagan.id,
      input,
      photos: [{ hash: photo, width: 120, height: 100 }],
      url: `${BASE_URL}/p/gula-semut-organik-${id}`,
      shortUrl: `${BASE_URL}/p/${id}`,
      verification: { state: 'none', url: null, checkedAt: null, reason: null },
      hidden: null,
    });
    const read = await market.call('GET', `/v1/listings/${id}`, { token: dagan.token });
    expect(await read.json()).toEqual({ ...listing, reports: null });
    const again = await market.call('GET', `/v1/listings/${id}`, {
      token: dagan.token,
      headers: { 'if-none-match': read.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('is not overwritten by a device that says what it saw, and did not see another device’s newest', async () => {
    const second = await market.device(dagan.id);
    const id = newId();
    const input = listingInput([photo]);
    await put(id, { ...input, base: 0 });
    const theirs = { ...input, rev: 2, price: 30_000, base: 1 };
    expect((await put(id, theirs, second.token)).status).toBe(200);
    const unseen = { ...input, rev: 3, description: 'baru', base: 1 };
    const refused = await put(id, unseen);
    expect(refused.status).toBe(409);
    expect(await problem(refused)).toMatchObject({
      code: 'revision_old',
      current: { input: { rev: 2, price: 30_000 } },
    });
    expect((await put(id, { ...unseen, base: 2 })).status).toBe(200);
    // Its own revision it knows, although the answer was lost; the same one again is answered as the first time.
    expect((await put(id, { ...unseen, base: 2 })).status).toBe(200);
    expect((await put(id, { ...unseen, rev: 4, terms: 'COD', base: 2 })).status).toBe(200);
    // A device of the released version says nothing of what it saw.
    expect((await put(id, { ...theirs, rev: 5, base: undefined }, second.token)).status).toBe(200);
    expect(JSON.stringify(await stored(id))).not.toContain('base');
  });

  it('is the same listing when the same revision comes twice, also at once', async () => {
    const id = newId();
    const input = listingInput([photo]);
    const answers = await Promise.all([put(id, input), put(id, input), put(id, input)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201]);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(bodies[1]).toEqual(bodies[0]);
    market.clock.advance(1000);
    const later = await put(id, input);
    expect([later.status, await later.json()]).toEqual([200, bodies[0]]);
    expect(await stored(id)).toHaveLength(1);
  });

  it('takes a newer revision, and refuses an older one or other content under the same one with what is stored', async () => {
    const { id, input } = await sentListing(market, dagan);
    const newer = await put(id, { ...input, rev: 5, name: 'Gula semut jahe', price: 27_000, availability: 'habis' });
    expect(newer.status).toBe(200);
    const current = Listing.parse(await newer.json());
    expect(current.url).toBe(`${BASE_URL}/p/gula-semut-jahe-${id}`);
    for (const rev of [4, 5]) {
      const refused = await put(id, { ...input, rev, price: 1000, floor: null });
      expect(refused.status).toBe(409);
      expect(await problem(refused)).toMatchObject({ code: 'revision_old', current });
    }
    const [row] = await stored(id);
    expect(row).toMatchObject({ rev: 5, price: 27_000 });
  });

  it('keeps the highest of many revisions that arrive at once', async () => {
    const { id, input } = await sentListing(market, dagan);
    const revs = [2, 3, 4, 5, 6];
    await Promise.all(revs.map((rev) => put(id, { ...input, rev, price: 25_000 + rev })));
    expect((await stored(id))[0]).toMatchObject({ rev: 6, price: 25_006 });
  });

  it("refuses another village's id and does not show it to them", async () => {
    const { id, input } = await sentListing(market, dagan);
    const taken = await put(id, { ...input, rev: 9 }, other.token);
    expect([taken.status, await problem(taken)]).toMatchObject([403, { code: 'listing_foreign' }]);
    const read = await market.call('GET', `/v1/listings/${id}`, { token: other.token });
    expect([read.status, await problem(read)]).toMatchObject([403, { code: 'listing_foreign' }]);
    expect((await stored(id))[0]).toMatchObject({ village_id: dagan.id, rev: 1 });
    const mine = await market.call('GET', '/v1/listings?mine=1', { token: other.token });
    expect(ListingList.parse(await mine.json()).listings).toEqual([]);
  });

  it('gives an id that two villages send at once to one of them', async () => {
    const id = newId();
    const answers = await Promise.all([put(id, listingInput([photo])), put(id, listingInput([photo]), other.token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 403]);
    expect(await stored(id)).toHaveLength(1);
  });

  it('names the photo that was not sent and writes nothing, not even the id', async () => {
    const id = newId();
    const response = await put(id, listingInput([photo, 'b'.repeat(64)]));
    expect(response.status).toBe(409);
    expect(await problem(response)).toMatchObject({
      code: 'photo_unknown',
      issues: [{ path: 'photos.1', code: 'photo_unknown' }],
    });
    expect(await stored(id)).toEqual([]);
    const free = await put(id, listingInput([photo]), other.token);
    expect(free.status).toBe(201);
  });

  it.each([
    ['price', 12.5, 'price', 'price_malformed'],
    ['price', 50, 'price', 'price_low'],
    ['name', ' a ', 'name', 'name_short'],
    ['name', 'Gula\u202Eelapm', 'name', 'text_hidden_characters'],
    ['photos', [], 'photos', 'photos_missing'],
    ['unit', 'karung', 'unit', 'unit_unknown'],
    ['producer', { name: 'Bu Siti', phone: '0812', consent: true }, 'producer.phone', 'phone_malformed'],
    ['producer', { name: 'Bu Siti', phone: '+6281234567890', consent: false }, 'producer.consent', 'consent_missing'],
    ['floor', { price: 30_000, below: 'ask' }, 'floor.price', 'floor_above_price'],
    ['description', undefined, 'description', 'missing'],
  ])('refuses %s = %j at the field', async (field, value, path, code) => {
    const id = newId();
    const response = await put(id, { ...listingInput([photo], { floor: null }), [field]: value });
    expect(response.status).toBe(422);
    expect(await problem(response)).toMatchObject({ code: 'invalid', issues: [{ path, code }] });
    expect(await stored(id)).toEqual([]);
  });

  it('refuses what is not JSON, too large, under a malformed id, without or with a wrong token', async () => {
    const path = `/v1/listings/${newId()}`;
    const json = { 'content-type': 'application/json' };
    const cases: [Response, number, string][] = [
      [await market.call('PUT', path, { token: dagan.token, raw: '{', headers: json }), 400, 'malformed'],
      [await market.call('PUT', path, { token: dagan.token, raw: '{}' }), 400, 'malformed'],
      [
        await market.call('PUT', path, { token: dagan.token, raw: 'x'.repeat(70_000), headers: json }),
        413,
        'too_large',
      ],
      [await put('NOT-AN-ID', listingInput([photo])), 422, 'invalid'],
      [await market.call('PUT', path, { body: listingInput([photo]) }), 401, 'unauthorized'],
      [await put(newId(), listingInput([photo]), `${dagan.id}.${'x'.repeat(43)}`), 401, 'unauthorized'],
      [await put(newId(), listingInput([photo]), 'x'), 401, 'unauthorized'],
      [await market.call('GET', `/v1/listings/${newId()}`, { token: dagan.token }), 404, 'listing_unknown'],
    ];
    for (const [response, status, code] of cases) {
      expect([response.status, (await problem(response)).code]).toEqual([status, code]);
    }
  });

  it('shows buyers neither number nor floor, and nothing that is hidden or of a blocked village', async () => {
    const { id } = await sentListing(market, other);
    const shown = await findPublic(market.deps, `gula-semut-${id}`);
    expect(shown).toMatchObject({ id, state: 'live', village: { id: other.id }, producerName: 'Bu Siti' });
    expect(JSON.stringify(shown)).not.toMatch(/81234567890|20000|20_000|floor/);
    await hideListing(market.deps, id, 'Foto bukan produk');
    expect(await findPublic(market.deps, id)).toBeNull();
    const own = await market.call('GET', `/v1/listings/${id}`, { token: other.token });
    expect(await own.json()).toMatchObject({ hidden: 'Foto bukan produk' });
    await hideListing(market.deps, id, null);
    await setVillageStatus(market.deps, other.id, 'blocked');
    expect(await findPublic(market.deps, id)).toBeNull();
    const refused = await put(id, listingInput([photo], { rev: 2 }), other.token);
    expect([refused.status, (await problem(refused)).code]).toEqual([403, 'village_blocked']);
    await setVillageStatus(market.deps, other.id, 'approved');
    expect(await findPublic(market.deps, id)).not.toBeNull();
  });
});

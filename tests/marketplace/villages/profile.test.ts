import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Me, Problem } from '#contract';
import { removeUnusedPhotos } from '#marketplace/photos/unused.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentPhoto } from '#tests/marketplace/samples.ts';

const PROFILE = {
  about: 'Desa di lereng Slamet.\nIbu-ibu memasak gula kelapa.',
  hours: 'Senin–Jumat 08.00–15.00',
  head: 'Bapak Sutrisno',
  place: { lat: -7.30512, lng: 109.3622 },
};

describe.each(backends)('the profile of a village on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    village = await market.village('Desa Dagan');
  });
  afterAll(() => market.stop());

  const patch = (body: unknown) => market.call('PATCH', '/v1/me', { token: village.token, body });
  const profile = async () =>
    Me.parse(await (await market.call('GET', '/v1/me', { token: village.token })).json()).village.profile;
  const issues = async (body: unknown) => {
    const answer = await patch(body);
    return [answer.status, Problem.parse(await answer.json()).issues?.map(({ path, code }) => `${path} ${code}`)];
  };

  it('is empty at first, keeps what is said, member by member, and what is taken away is away', async () => {
    expect(await profile()).toEqual({ photo: null, about: null, hours: null, head: null, place: null });
    const photo = await sentPhoto(market, village);
    expect((await patch({ ...PROFILE, photo })).status).toBe(200);
    expect(await profile()).toEqual({ ...PROFILE, photo });
    await patch({ head: 'Ibu Wati' });
    expect(await profile()).toEqual({ ...PROFILE, photo, head: 'Ibu Wati' });
    await patch({ head: '', about: null, place: null });
    expect(await profile()).toEqual({ ...PROFILE, photo, head: null, about: null, place: null });
    await patch(PROFILE);
  });

  it('refuses numbers, hidden characters, long words, places elsewhere, and photos that nobody sent', async () => {
    expect(await issues({ about: 'Hubungi 0812 3456 7890' })).toEqual([422, ['about text_holds_phone']]);
    expect(await issues({ head: 'Pak Tris 081234567890', hours: 'WA 0812-3456-7890' })).toEqual([
      422,
      ['hours text_holds_phone', 'head text_holds_phone'],
    ]);
    expect(await issues({ head: 'Pak\u202eTris' })).toEqual([422, ['head text_hidden_characters']]);
    expect(await issues({ about: 'x'.repeat(281) })).toEqual([422, ['about about_long']]);
    expect(await issues({ place: { lat: 52.36, lng: 4.9 } })).toEqual([
      422,
      ['place.lat place_outside', 'place.lng place_outside'],
    ]);
    expect(await issues({ place: { lat: -7.305123, lng: 109.36 } })).toEqual([422, ['place.lat place_malformed']]);
    expect(await issues({ photo: 'a'.repeat(64) })).toEqual([409, ['photo photo_unknown']]);
    expect(await profile()).toMatchObject(PROFILE);
  });

  it('keeps a photo from the removal of unused ones', async () => {
    const { photo } = (await profile()) ?? {};
    for (let days = 0; days < 70; days += 35) {
      await removeUnusedPhotos(market.deps);
      market.clock.advance(35 * 86_400_000);
    }
    await removeUnusedPhotos(market.deps);
    expect((await market.call('GET', `/photos/${photo}/320.jpg`)).status).toBe(200);
  });

  it('is one village’s own', async () => {
    const other = await market.village('Desa Onje');
    const { village: read } = Me.parse(await (await market.call('GET', '/v1/me', { token: other.token })).json());
    expect(read.profile).toEqual({ photo: null, about: null, hours: null, head: null, place: null });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAKERS_MAX, Maker, MakerList, type MakerPut, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const NUMBER = '+6281299988877';
const said = (more: Partial<MakerPut> = {}): MakerPut => ({
  rev: 1,
  base: 0,
  name: 'Bu Siti',
  phone: NUMBER,
  consentAt: '2026-02-26T03:00:00.000Z',
  consentDevice: 'Laptop balai desa',
  withdrawnAt: null,
  ...more,
});

describe.each(backends)('a village’s makers, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let id: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
    id = newId();
  });

  const put = (body: unknown, { token }: { token: string } = dagan, of = id) =>
    market.call('PUT', `/v1/makers/${of}`, { token, body });
  const all = async ({ token }: { token: string } = dagan) =>
    MakerList.parse(await (await market.call('GET', '/v1/makers', { token })).json()).makers;
  const refused = async (answer: Promise<Response>) => Problem.parse(await (await answer).json());

  it('are stored and read back as they were said, to every device of the village and to no other village', async () => {
    const first = await put(said());
    expect(first.status).toBe(201);
    const { base: _, ...input } = said();
    expect(Maker.parse(await first.json())).toMatchObject({ id, input });
    expect(await all(await market.device(dagan.id))).toMatchObject([{ id, input }]);
    const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
    expect(await all(onje)).toEqual([]);
    expect((await market.call('GET', '/v1/makers')).status).toBe(401);
  });

  it('said twice, are one: the same again is answered as the first time', async () => {
    await put(said());
    const again = await put(said());
    expect(again.status).toBe(200);
    expect(await all()).toHaveLength(1);
  });

  it('another village’s maker of the same id is another one', async () => {
    const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
    await put(said());
    expect((await put(said({ name: 'Bu Sri' }), onje)).status).toBe(201);
    expect(await all()).toMatchObject([{ input: { name: 'Bu Siti' } }]);
    await market.call('DELETE', `/v1/makers/${id}`, { token: onje.token });
    expect(await all()).toHaveLength(1);
  });

  it('a revision that did not see another device’s is a conflict, with what stands there', async () => {
    await put(said());
    const other = await market.device(dagan.id);
    expect((await put(said({ rev: 2, base: 1, name: 'Bu Siti Aminah' }), other)).status).toBe(200);
    for (const body of [said({ rev: 2, base: 1, name: 'Bu Sita' }), said({ rev: 9, base: 1, name: 'Bu Sita' })])
      expect(await refused(put(body))).toMatchObject({
        code: 'revision_old',
        current: { input: { rev: 2, name: 'Bu Siti Aminah' } },
      });
    expect((await put(said({ rev: 3, base: 2, name: 'Bu Sita' }))).status).toBe(200);
  });

  it('what this device said itself it knows, also when the answer was lost', async () => {
    await put(said());
    await put(said({ rev: 2, base: 1, name: 'Bu Sita' }));
    expect((await put(said({ rev: 3, base: 1, name: 'Bu Sita Aminah' }))).status).toBe(200);
  });

  it('deleted twice is deleted; said over afterwards it is a conflict without a current one, said anew it is there', async () => {
    await put(said());
    for (let times = 0; times < 2; times += 1)
      expect((await market.call('DELETE', `/v1/makers/${id}`, { token: dagan.token })).status).toBe(204);
    expect(await all()).toEqual([]);
    const answer = await refused(put(said({ rev: 2, base: 1 })));
    expect([answer.code, answer.current]).toEqual(['revision_old', undefined]);
    expect((await put(said())).status).toBe(201);
  });

  it('two devices that say one at once make one row', async () => {
    const other = await market.device(dagan.id);
    const answers = await Promise.all([put(said()), put(said({ consentDevice: 'Lain' }), other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await all()).toHaveLength(1);
  });

  it.each([
    ['name', { name: ' ' }, 'producer_name_missing'],
    ['name', { name: 'x'.repeat(81) }, 'producer_name_long'],
    ['phone', { phone: '0812' }, 'phone_malformed'],
    ['consentAt', { consentAt: '0000-01-01T00:00:00.000Z' }, 'moment_malformed'],
  ])('a wrong %s is refused at its place', async (path, more, code) => {
    const answer = await put(said(more));
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json()).issues).toEqual([{ path, code }]);
  });

  it('end at a number that no village reaches, and one of them may still be changed then', async () => {
    const row = { rev: 1, said_by: dagan.deviceId, name: 'Bu Siti', phone: NUMBER, updated_at: market.deps.now() };
    const none = { village_id: dagan.id, consent_at: null, consent_device: null, withdrawn_at: null };
    const rows = Array.from({ length: MAKERS_MAX - 1 }, () => ({ ...row, ...none, id: newId() }));
    await market.deps.db.insertInto('makers').values(rows).execute();
    expect((await put(said())).status).toBe(201);
    expect(await refused(put(said(), dagan, newId()))).toMatchObject({
      code: 'invalid',
      issues: [{ code: 'makers_many' }],
    });
    expect((await put(said({ rev: 2, base: 1, name: 'Bu Sita' }))).status).toBe(200);
  });

  it('no page, feed or list of anybody shows a maker’s number', async () => {
    await put(said({ name: 'Mbok Rahasia' }));
    const { id: listing } = await sentListing(market, dagan);
    const village = [`/desa/${dagan.slug}`, `/desa/${dagan.slug}/feed.xml`, `/p/${listing}`, `/p/${listing}/tanya`];
    for (const path of ['/', '/desa', '/feed.xml', '/feed/katalog.xml', '/sitemap.xml', '/v1/makers', ...village]) {
      const text = await (await market.call('GET', path)).text();
      expect(text, path).not.toContain(NUMBER.slice(3));
      expect(text, path).not.toContain('Mbok Rahasia');
    }
  });
});

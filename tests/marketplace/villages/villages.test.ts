import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceToken, Me, Problem } from '#contract';
import { newId } from '#contract/newId.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite, findInvite } from '#marketplace/villages/invites.ts';
import { BASE_URL, backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';

describe.each(backends)('villages and devices on %s', (backend) => {
  let market: Marketplace;
  let villageId: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const sites = ['https://dagan.desa.id/'];
    villageId = (await createVillage(market.deps, { name: 'Desa Dagan', sites, status: 'approved' })).id;
  });
  afterAll(() => market.stop());

  const redeem = (invite: string, id: string, name = 'Laptop kantor') =>
    market.call('POST', '/v1/devices', { body: { invite, id, name } });
  const me = (token: string) => market.call('GET', '/v1/me', { token });
  const code = async (response: Response) => [response.status, Problem.parse(await response.json()).code];

  it('makes an invite into a token, and gives a new one in place of the old when the answer was lost', async () => {
    const { code: invite, url } = await createInvite(market.deps, villageId);
    expect(url).toBe(`${BASE_URL}/undang/${invite}`);
    expect(await findInvite(market.deps, invite)).toMatchObject({ state: 'open', village: { name: 'Desa Dagan' } });
    const id = newId();
    const first = DeviceToken.parse(await (await redeem(invite, id)).json());
    expect(first).toMatchObject({
      device: { id, name: 'Laptop kantor', current: true },
      village: { id: villageId, slug: 'dagan', sites: ['https://dagan.desa.id'], url: `${BASE_URL}/desa/dagan` },
    });
    expect((await me(first.token)).status).toBe(200);

    const second = DeviceToken.parse(await (await redeem(invite, id)).json());
    expect((await me(second.token)).status).toBe(200);
    expect(await code(await me(first.token))).toEqual([401, 'unauthorized']);
    expect(await findInvite(market.deps, invite)).toMatchObject({ state: 'used' });
    expect(await code(await redeem(invite, newId()))).toEqual([409, 'invite_used']);
  });

  it('gives no invite a device that another invite made', async () => {
    const invite = async () => (await createInvite(market.deps, villageId)).code;
    const [first, second, third, fourth] = [await invite(), await invite(), await invite(), await invite()];
    const id = newId();
    const { token } = DeviceToken.parse(await (await redeem(first, id)).json());
    expect(await code(await redeem(second, id, 'Laptop orang lain'))).toEqual([409, 'id_taken']);
    expect((await me(token)).status).toBe(200);
    expect(await findInvite(market.deps, second)).toMatchObject({ state: 'open' });
    expect((await redeem(second, newId())).status).toBe(201);
    // A device that was revoked does not come back either.
    await market.call('DELETE', `/v1/devices/${id}`, { token });
    expect(await code(await redeem(third, id))).toEqual([409, 'id_taken']);
    const both = newId();
    const answers = await Promise.all([redeem(third, both), redeem(fourth, both)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('gives an invite that two devices redeem at once to one of them', async () => {
    const { code: invite } = await createInvite(market.deps, villageId);
    const answers = await Promise.all([redeem(invite, newId()), redeem(invite, newId())]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it('refuses unknown, malformed and expired invites', async () => {
    expect(await code(await redeem('x'.repeat(32), newId()))).toEqual([404, 'invite_unknown']);
    expect(await code(await redeem('short', newId()))).toEqual([422, 'invalid']);
    const { code: invite } = await createInvite(market.deps, villageId);
    market.clock.advance(14 * 86_400_000);
    expect(await findInvite(market.deps, invite)).toMatchObject({ state: 'expired' });
    expect(await code(await redeem(invite, newId()))).toEqual([410, 'invite_expired']);
  });

  it('keeps neither codes nor tokens', async () => {
    const { code: invite } = await createInvite(market.deps, villageId);
    const { token } = DeviceToken.parse(await (await redeem(invite, newId())).json());
    const invites = await market.deps.db.selectFrom('invites').selectAll().execute();
    const devices = await market.deps.db.selectFrom('devices').selectAll().execute();
    const kept = JSON.stringify([invites, devices]);
    expect(kept).not.toContain(invite);
    expect(kept).not.toContain(token.split('.')[1]);
  });

  it('revokes a device of the village for good, and no device of another', async () => {
    const { code: invite } = await createInvite(market.deps, villageId);
    const id = newId();
    const { token } = DeviceToken.parse(await (await redeem(invite, id)).json());
    const stranger = await market.village();
    const foreign = await market.call('DELETE', `/v1/devices/${id}`, { token: stranger.token });
    expect(await code(foreign)).toEqual([404, 'not_found']);
    expect((await me(token)).status).toBe(200);
    expect((await market.call('DELETE', `/v1/devices/${id}`, { token })).status).toBe(204);
    expect(await code(await me(token))).toEqual([401, 'unauthorized']);
    expect(await code(await redeem(invite, id))).toEqual([409, 'invite_used']);
  });

  it('lists the devices, says which one asks, and when each was last seen', async () => {
    const village = await market.village();
    const { code: invite } = await createInvite(market.deps, village.id);
    await redeem(invite, newId(), '  Laptop\n baru ');
    const answer = Me.parse(await (await me(village.token)).json());
    expect(answer.devices.map((device) => [device.name, device.current])).toEqual(
      expect.arrayContaining([
        ['Laptop balai desa', true],
        ['Laptop baru', false],
      ]),
    );
    expect(answer.devices.every((device) => device.lastSeenAt === market.clock.now().toISOString())).toBe(true);
  });

  it('takes from the CMS what it knows of the village, and nothing else', async () => {
    const village = await market.village('Desa Karangmoncol');
    const patch = { district: 'Karangmoncol', code: '3303152001', status: 'approved', name: 'Desa Palsu' };
    const answer = await market.call('PATCH', '/v1/me', { token: village.token, body: patch });
    expect((await answer.json()).village).toMatchObject({
      name: 'Desa Karangmoncol',
      district: 'Karangmoncol',
      regency: null,
      code: '3303152001',
    });
    const wrong = await market.call('PATCH', '/v1/me', { token: village.token, body: { code: '3303159001' } });
    expect(await code(wrong)).toEqual([422, 'invalid']);
  });

  it('slows down an address that guesses tokens, and not the village', async () => {
    const village = await market.village();
    const guess = () => market.call('GET', '/v1/me', { token: `${village.id}.${'g'.repeat(43)}`, ip: '203.0.113.9' });
    const seen = new Set<number>();
    for (let n = 0; n < 61; n++) seen.add((await guess()).status);
    expect([...seen]).toEqual([401, 429]);
    const last = await guess();
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await market.call('GET', '/v1/me', { token: village.token, ip: '203.0.113.9' })).status).toBe(200);
    market.clock.advance(600_000);
    expect((await guess()).status).toBe(401);
  });
});

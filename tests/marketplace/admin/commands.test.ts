import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { runCommand } from '#marketplace/admin/commands.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import { BASE_URL, backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('operator commands on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  const run = (...argv: string[]) => runCommand(market.deps, argv, 'id');
  const text = async (...argv: string[]) => (await run(...argv)).text;

  it('invites a village once and its further devices after that', async () => {
    const first = await run('invite', 'Desa Dagan', 'https://dagan.desa.id/', '--district', 'Bobotsari');
    expect(first).toMatchObject({ ok: true, text: expect.stringContaining(`${BASE_URL}/undang/`) });
    await run('invite', 'Desa Dagan', 'https://dagan.desa.id');
    const villages = await market.deps.db.selectFrom('villages').selectAll().execute();
    expect(villages).toMatchObject([{ slug: 'dagan', district: 'Bobotsari', sites: ['https://dagan.desa.id'] }]);
    expect(await market.deps.db.selectFrom('invites').select('village_id').execute()).toHaveLength(2);
    expect(await text('site', 'dagan', 'https://kecamatan.example/dagan/')).toBe(
      'Situs Desa Dagan: https://dagan.desa.id, https://kecamatan.example/dagan',
    );
  });

  it('gives two villages of one name two addresses', async () => {
    await run('invite', 'Desa Karanganyar', 'https://karanganyar.desa.id');
    await run('invite', 'Desa Karanganyar', 'https://karanganyar-dua.desa.id', '--waiting');
    const lines = (await text('villages')).split('\n').filter((line) => line.startsWith('karanganyar'));
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 3))).toEqual([
      ['karanganyar', 'Desa Karanganyar', 'disetujui'],
      ['karanganyar-2', 'Desa Karanganyar', 'menunggu'],
    ]);
  });

  it('blocks, approves, hides and shows', async () => {
    const village = await market.village('Desa Onje');
    const { id } = await sentListing(market, village);
    const isPublic = async () => (await findPublic(market.deps, id)) !== null;
    await run('block', 'onje');
    expect(await isPublic()).toBe(false);
    await run('approve', 'onje');
    expect(await isPublic()).toBe(true);
    expect(await run('hide', `${BASE_URL}/p/gula-${id}?x=1`, 'Foto salah')).toMatchObject({ ok: true });
    expect(await isPublic()).toBe(false);
    await run('show', id);
    expect(await isPublic()).toBe(true);
  });

  it('makes keys for pushes that its own settings take, and other ones each time', async () => {
    const made = async () => Object.fromEntries((await run('vapid')).text.split('\n').map((line) => line.split('=')));
    const [one, two] = [await made(), await made()];
    expect(settingsFromEnv(one).vapid?.publicKey).toBe(one.VAPID_PUBLIC_KEY);
    expect(two.VAPID_PRIVATE_KEY).not.toBe(one.VAPID_PRIVATE_KEY);
  });

  it('lists and revokes devices', async () => {
    const village = await market.village('Desa Serang');
    await market.call('GET', '/v1/me', { token: village.token });
    expect(await text('devices', 'serang')).toBe(`${village.deviceId}  Laptop balai desa  2026-03-01 10:00 WIB`);
    expect(await run('revoke', 'serang', village.deviceId)).toMatchObject({ ok: true });
    expect((await market.call('GET', '/v1/me', { token: village.token })).status).toBe(401);
    expect(await text('devices', 'serang')).toContain('Belum ada perangkat');
  });

  it.each([
    [['invite', 'Desa X', 'dagan'], 'bukan alamat situs'],
    [['invite', 'Desa X'], 'Pemakaian'],
    [['invite', 'Desa X', 'https://x.desa.id', '--nonsense'], 'Pemakaian'],
    [['approve', 'tidak-ada'], 'Tidak ada desa'],
    [['hide', newId(), 'alasan'], 'tidak ditemukan'],
    [['hide', newId()], 'Tulis alasannya'],
    [['toString'], 'Pemakaian'],
  ])('answers the mistake %j with what to do', async (argv, words) => {
    expect(await run(...argv)).toMatchObject({ ok: false, text: expect.stringContaining(words) });
  });
});

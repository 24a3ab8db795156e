import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SiteRequest } from '#contract';
import { runCommand } from '#marketplace/admin/commands.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';

describe.each(backends)('sites that a village asks for, on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
  });
  afterAll(() => market.stop());
  afterEach(() => market.deps.db.deleteFrom('site_requests').execute());

  const put = (site: string, { token } = dagan) => market.call('PUT', '/v1/site-requests', { token, body: { site } });
  const ask = async (site: string) => SiteRequest.parse(await (await put(site)).json());
  const run = async (...argv: string[]) => (await runCommand(market.deps, argv, 'id')).text;

  it.each(['https://www.dagan.desa.id', 'http://dagan.desa.id/', 'https://dagan.desa.id/berita'])(
    '%s is the village’s already, and no operator is asked',
    async (site) => {
      expect(await ask(site)).toMatchObject({ isListed: true, isRefused: false });
      expect(await run('sites')).toBe('Tidak ada desa yang meminta situs dicatat.');
    },
  );

  it('a new domain and a folder of another host are asked for once, however often', async () => {
    for (const site of ['https://dagan-baru.desa.id/', 'https://dagan-baru.desa.id', 'https://kab.example/dagan'])
      expect(await ask(site)).toMatchObject({ isListed: false, isRefused: false });
    const lines = (await run('sites')).split('\n').filter((line) => line.startsWith('  npm run'));
    expect(lines).toEqual([
      "  npm run marketplace -- site dagan 'https://dagan-baru.desa.id'",
      "  npm run marketplace -- site dagan 'https://kab.example/dagan'",
    ]);
  });

  it('an address cannot become a command of the operator’s shell', async () => {
    await ask("https://kab.example/dagan';reboot;'$(id)");
    expect(await run('sites')).toContain("site dagan 'https://kab.example/dagan%27;reboot;%27$(id)'");
  });

  it('asking adds nothing to the sites; the operator does, or refuses', async () => {
    await ask('https://satu.example');
    await ask('https://dua.example');
    const { sites } = (await (await market.call('GET', '/v1/me', { token: dagan.token })).json()).village;
    expect(sites).toEqual(['https://dagan.desa.id']);
    await run('site', 'dagan', 'https://satu.example');
    await run('refuse', 'dagan', 'https://dua.example');
    expect(await ask('https://satu.example')).toMatchObject({ isListed: true });
    expect(await ask('https://dua.example')).toMatchObject({ isListed: false, isRefused: true });
    expect(await run('refuse', 'dagan', 'https://tiga.example')).toBe(
      'Desa Dagan tidak meminta situs https://tiga.example.',
    );
  });

  it('a village cannot heap up requests, and only asks for itself', async () => {
    for (let n = 0; n < 20; n += 1) expect((await put(`https://situs-${n}.example`)).status).toBe(200);
    expect((await put('https://satu-lagi.example')).status).toBe(429);
    const onje = await market.village('Desa Onje', ['https://onje.desa.id']);
    expect((await put('https://dagan.desa.id', onje)).status).toBe(200);
    expect(await run('sites')).toContain('Desa Onje (onje) meminta situs https://dagan.desa.id dicatat');
    expect((await market.call('PUT', '/v1/site-requests', { body: { site: 'https://x.example' } })).status).toBe(401);
  });
});

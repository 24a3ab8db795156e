import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_VERSION_HEADER, isOlder, SERVED_FROM_HEADER } from '#contract/clientVersion.ts';
import { createApp } from '#marketplace/app.ts';
import { settingsFromEnv } from '#marketplace/config.ts';
import { type Marketplace, startMarketplace, type TestVillage } from './harness.ts';

describe('versions', () => {
  it.each([
    ['0.1.0', '0.2.0', true],
    ['0.9.0', '0.10.0', true],
    ['1.0', '1.0.0', false],
    ['1.0.0.1', '1.0.0', false],
    ['2.0.0', '10.0.0', true],
  ])('%s is older than %s: %s', (one, other, expected) => {
    expect(isOlder(one, other)).toBe(expected);
    if (expected) expect(isOlder(other, one)).toBe(false);
  });

  it('what is no version cannot be set', () => {
    expect(() => settingsFromEnv({ LEAST_CLIENT: 'new' })).toThrow();
    expect(settingsFromEnv({}).leastClient).toBe('0.1.0');
  });
});

describe('an extension that the market serves no more', () => {
  let market: Marketplace;
  let village: TestVillage;
  beforeAll(async () => {
    market = await startMarketplace({ backend: 'embedded', config: { leastClient: '0.3.0' } });
    village = await market.village();
  });
  afterAll(() => market.stop());

  const ask = (version?: string) =>
    market.call('GET', '/v1/me', {
      token: village.token,
      headers: version === undefined ? {} : { [CLIENT_VERSION_HEADER]: version },
    });

  it('is told so, and everybody else which versions are served', async () => {
    for (const version of ['0.2.9', undefined]) {
      const refused = await ask(version);
      // 0.1.0 reads this code, keeps what it has, and asks again.
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3600']);
      expect(await refused.json()).toMatchObject({ code: 'unavailable', servedFrom: '0.3.0' });
    }
    const served = await ask('0.3.0');
    expect([served.status, served.headers.get(SERVED_FROM_HEADER)]).toEqual([200, '0.3.0']);
  });

  it('is served again as soon as the operator says so', async () => {
    const app = createApp({ ...market.deps, config: { ...market.deps.config, leastClient: '0.1.0' } });
    const served = await app.request('/v1/me', { headers: { authorization: `Bearer ${village.token}` } });
    expect(served.status).toBe(200);
  });
});

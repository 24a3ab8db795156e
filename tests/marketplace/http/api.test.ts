import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '#contract';
import { createApp } from '#marketplace/app.ts';
import { openPostgres } from '#marketplace/db/open.ts';
import { forgetOldHits, limit } from '#marketplace/http/limits.ts';
import type { Log, LogFields } from '#marketplace/log.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('API on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());

  it('describes every route and every schema of the contract, with references that lead somewhere', async () => {
    const response = await market.call('GET', '/openapi.json');
    const text = await response.text();
    const document = JSON.parse(text);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/listings/{id}', '/v1/photos/{sha256}', '/v1/devices', '/v1/me', '/v1/inquiries']),
    );
    const references = new Set([...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]));
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
    expect(references.size).toBeGreaterThan(10);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Listing', 'Problem', 'Me']));
    const put = document.paths['/v1/listings/{id}'].put;
    expect(put.parameters).toEqual([expect.objectContaining({ in: 'path', name: 'id', required: true })]);
    expect(put.responses['409'].description).toContain('revision_old');
    expect(put.security).toEqual([{ deviceToken: [] }]);
    const again = await market.call('GET', '/openapi.json', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('has a status and a title for every problem code, and answers a fault without its words', async () => {
    const lines: LogFields[] = [];
    const log: Log = (_level, _event, fields) => lines.push(fields ?? {});
    const db = new Proxy(market.deps.db, {
      get: () => () => {
        throw new Error('password=hunter2 +6281234567890');
      },
    });
    const app = createApp({ ...market.deps, db, log });
    const response = await app.request('/v1/me', {
      headers: { authorization: `Bearer ${'a'.repeat(16)}.${'b'.repeat(43)}` },
    });
    const problem = contract.Problem.parse(await response.json());
    expect([response.status, problem.code]).toEqual([500, 'internal']);
    expect(JSON.stringify([problem, lines])).not.toMatch(/hunter2|8123456/);
    expect(lines.some((line) => line.fault === 'Error')).toBe(true);
  });

  it('asks for patience while the database is away, and says so to a load balancer', async () => {
    expect((await market.call('GET', '/healthz')).status).toBe(200);
    const nowhere = await openPostgres('postgres://nobody@127.0.0.1:1/none');
    const app = createApp({ ...market.deps, db: nowhere.db });
    for (const path of ['/healthz', '/openapi.json']) {
      const response = await app.request(path);
      expect(response.status).toBe(path === '/healthz' ? 503 : 200);
    }
    const answer = await app.request('/v1/me', {
      headers: { authorization: `Bearer ${'a'.repeat(16)}.${'b'.repeat(43)}` },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(contract.Problem.parse(await answer.json()).code).toBe('unavailable');
    await nowhere.close();
  });

  it('logs the pattern of an address and nothing of a person', async () => {
    const lines: LogFields[] = [];
    const app = createApp({ ...market.deps, log: (_level, _event, fields) => lines.push(fields ?? {}) });
    const village = await market.village('Desa Rahasia');
    const { id } = await sentListing(market, village);
    const response = await app.request(`/v1/listings/${id}?nama=Siti`, {
      headers: {
        authorization: `Bearer ${village.token}`,
        'user-agent': 'Siti-Phone',
        'x-forwarded-for': '203.0.113.77',
      },
    });
    expect(lines).toEqual([expect.objectContaining({ method: 'GET', route: '/v1/listings/:id', status: 200 })]);
    expect(lines[0]?.requestId).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Siti|203\\.0|${id}|${village.token.slice(17)}`));
  });

  it('limits exactly, over requests that come at once, and starts anew in the next window', async () => {
    const rule = { name: 'test', max: 5, seconds: 60 };
    const hit = () =>
      limit(market.deps, rule, '198.51.100.1').then(
        () => 'ok',
        (fault) => fault.extra.retryAfter,
      );
    market.clock.set('2026-03-02T00:00:10.000Z');
    const answers = await Promise.all(Array.from({ length: 8 }, hit));
    expect(answers.sort()).toEqual([50, 50, 50, 'ok', 'ok', 'ok', 'ok', 'ok']);
    await limit(market.deps, rule, '198.51.100.2');
    market.clock.set('2026-03-02T00:01:00.000Z');
    expect(await hit()).toBe('ok');
    const rows = await market.deps.db.selectFrom('rate_hits').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('198.51.100');
    market.clock.advance(3 * 86_400_000);
    await forgetOldHits(market.deps);
    expect(await market.deps.db.selectFrom('rate_hits').selectAll().execute()).toEqual([]);
  });

  it('believes X-Forwarded-For only as far as it has proxies of its own', async () => {
    const config = { ...market.deps.config, trustedProxies: 1 };
    const behindProxy = createApp({ ...market.deps, config });
    const guess = (app: typeof behindProxy, forwarded: string) =>
      app.request('/v1/me', {
        headers: { authorization: `Bearer ${'a'.repeat(16)}.${'c'.repeat(43)}`, 'x-forwarded-for': forwarded },
      });
    const statuses = new Set<number>();
    for (let n = 0; n < 62; n++) statuses.add((await guess(behindProxy, `10.9.9.${n}, 203.0.113.50`)).status);
    expect([...statuses]).toEqual([401, 429]);
    expect((await guess(behindProxy, '203.0.113.50, 203.0.113.51')).status).toBe(401);
  });

  it('does not open the API to other sites', async () => {
    const response = await market.call('GET', '/v1/me', { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await market.call('OPTIONS', '/v1/me', { headers: { origin: 'https://evil.example' } });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

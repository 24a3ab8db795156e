import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { settingsFromEnv } from '#marketplace/config.ts';
import type { AppEnv } from '#marketplace/http/appTypes.ts';
import { sharedCache } from '#marketplace/http/sharedCache.ts';

/** An app whose page counts how often it was rendered. */
function counting({ seconds = 60, cache = 'public, s-maxage=60', status = 200 as 200 | 404 } = {}) {
  const app = new Hono<AppEnv>();
  let rendered = 0;
  let gate: Promise<void> = Promise.resolve();
  app.use(sharedCache({ ...settingsFromEnv({}), baseUrl: '', sharedCacheSeconds: seconds }));
  app.get('/page', async (c) => {
    rendered++;
    const text = `rendering ${rendered}`;
    await gate;
    return c.text(text, status, { 'cache-control': cache, etag: `"${rendered}"` });
  });
  app.post('/write', (c) => c.text('written'));
  const get = async (path = '/page', headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers });
    return response.status === 200 ? response.text() : response.status;
  };
  return {
    app,
    get,
    count: () => rendered,
    hold: (until: Promise<void>) => {
      gate = until;
    },
  };
}

describe('the shared cache', () => {
  it('answers with the same page again, by its whole address and encoding', async () => {
    const { get } = counting();
    expect([await get(), await get()]).toEqual(['rendering 1', 'rendering 1']);
    expect(await get('/page?lang=en')).toBe('rendering 2');
    expect(await get('/page', { 'accept-encoding': 'gzip' })).toBe('rendering 3');
    expect(await get('/page', { 'if-none-match': 'W/"1"' })).toBe(304);
    expect(await get('/page', { 'if-none-match': '"other"' })).toBe('rendering 1');
  });

  it('keeps nothing of a reader of their own, of a fault, of a signed-in device, or when it is off', async () => {
    for (const own of [counting({ cache: 'private, no-cache' }), counting({ seconds: 0 }), counting({ status: 404 })]) {
      await own.get();
      await own.get();
      expect(own.count()).toBe(2);
    }
    const { get } = counting();
    await get();
    expect(await get('/page', { authorization: 'Bearer x' })).toBe('rendering 2');
  });

  it('is empty after anything was written', async () => {
    const { app, get } = counting();
    await get();
    await app.request('/write', { method: 'POST' });
    expect(await get()).toBe('rendering 2');
  });

  it('renders once for a crowd, and does not keep what was begun before a write', async () => {
    const { app, get, count, hold } = counting();
    const gate = Promise.withResolvers<void>();
    hold(gate.promise);
    const crowd = Array.from({ length: 20 }, () => get());
    await app.request('/write', { method: 'POST' });
    gate.resolve();
    expect(new Set(await Promise.all(crowd))).toEqual(new Set(['rendering 1']));
    expect(count()).toBe(1);
    expect(await get()).toBe('rendering 2');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#marketplace/app.ts';
import { type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { read } from './read.ts';

const BALAI = { lat: -7.30512, lng: 109.3622 };
const POSITION = /7\.4[12]|109\.8[67]/;

let market: Marketplace;
/** Everything that was logged. */
const logged: string[] = [];
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded', config: { sharedCacheSeconds: 60 } });
  market.deps.log = (...line) => void logged.push(JSON.stringify(line));
  market.app = createApp(market.deps);
  for (const [n, name] of ['Dagan', 'Onje', 'Serang', ...Array.from({ length: 21 }, (_, k) => `Lor ${k}`)].entries()) {
    const village = await market.village(`Desa ${name}`);
    const place = { lat: Number((BALAI.lat - n / 100).toFixed(5)), lng: BALAI.lng };
    const body = { district: n === 1 ? 'Mrebet' : 'Bobotsari', regency: 'Purbalingga', place };
    await market.call('PATCH', '/v1/me', { token: village.token, body });
    await sentListing(market, village);
  }
  const lost = await market.village('Desa Entah');
  await market.call('PATCH', '/v1/me', { token: lost.token, body: { district: 'Mrebet', regency: 'Purbalingga' } });
  await sentListing(market, lost);
});
afterAll(() => market.stop());

const html = { accept: 'text/html' };
const get = async (path: string) => {
  const answer = await market.app.request(path, { headers: html });
  return { answer, page: read(await answer.text()) };
};
const post = async (fields: Record<string, string>, path = '/dekat') => {
  const body = new URLSearchParams(fields);
  const answer = await market.app.request(path, { method: 'POST', body, headers: html }, socket);
  return { answer, page: read(await answer.text()) };
};
const socket = { incoming: { socket: { remoteAddress: '198.51.100.7' } } };
const entries = (page: Document) => [...page.querySelectorAll('.entry')].map((one) => one.textContent ?? '');

describe('villages near a kecamatan', () => {
  it('are had by links alone, with distances and those without a place last', async () => {
    const { answer, page } = await get('/dekat');
    expect(answer.headers.get('permissions-policy')).toContain('geolocation=(self)');
    const chosen = [...page.querySelectorAll('.picks a')].find((a) => a.textContent === 'Kec. Mrebet');
    const { page: found } = await get(chosen?.getAttribute('href') ?? '');
    expect(found.querySelector('h1')?.textContent).toBe('Desa terdekat dari Kec. Mrebet, Kab. Purbalingga');
    expect(entries(found)[0]).toMatch(/^Desa Onje± 1 km/);
    const more = found.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const { page: end } = await get(more);
    expect(entries(end)).toHaveLength(5);
    expect(entries(end).at(-1)).toMatch(/^Desa EntahKec\. Mrebet/);
    expect(end.querySelector('a[rel=next]')).toBe(null);
  });

  it.each(['/dekat?kec=tidak-ada', '/dekat?kec=%00', `/dekat?kec=${'x'.repeat(300)}`, "/dekat?kab='&kec=<b>"])(
    'a kecamatan that is none is asked for again: %.40s',
    async (path) => {
      const { answer, page } = await get(path);
      expect([answer.status, page.querySelector('h1')?.textContent]).toEqual([200, 'Desa dekat saya']);
    },
  );
});

describe('villages near a position', () => {
  it('are listed by distance; the position stands in the answer’s form and nowhere else', async () => {
    const { answer, page } = await post({ lat: '-7.41', lng: '109.86' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(entries(page)[0]).toMatch(/± 5\d km/);
    expect([...page.querySelectorAll('[href]')].filter((a) => POSITION.test(a.getAttribute('href') ?? ''))).toEqual([]);
    expect([...answer.headers].join()).not.toMatch(POSITION);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    const form = page.querySelector('form[method=post] [name=sesudah]')?.closest('form');
    const fields = Object.fromEntries(
      [...(form?.querySelectorAll('input') ?? [])].map((input) => [input.name, input.value]),
    );
    const { page: rest } = await post(fields);
    expect(entries(rest)).toHaveLength(4);
    expect(new Set([...entries(page), ...entries(rest)]).size).toBe(24);
  });

  it('is used to two decimals, whatever a browser sends', async () => {
    const rough = await post({ lat: '-7.41', lng: '109.86' });
    const fine = await post({ lat: '-7.4123456', lng: '109.8612345' });
    expect(entries(fine.page)).toEqual(entries(rough.page));
    expect(fine.page.documentElement.outerHTML).not.toContain('7.4123');
  });

  it('that cannot be read is told, and a kecamatan offered', async () => {
    const wrong = [
      {},
      { lat: 'x', lng: '1' },
      { lat: '91', lng: '0' },
      { lat: 'NaN', lng: '0' },
      { lat: "1'; drop table villages", lng: '0' },
    ];
    for (const fields of wrong) {
      const { answer, page } = await post(fields as Record<string, string>);
      expect([answer.status, page.querySelector('.notice')?.textContent]).toEqual([
        422,
        'Posisi yang dikirim tidak terbaca. Coba lagi, atau pilih kecamatan di bawah.',
      ]);
    }
    const raw = { method: 'POST', body: '{', headers: { ...html, 'content-type': 'multipart/form-data; boundary=x' } };
    expect((await market.app.request('/dekat', raw, socket)).status).toBe(422);
  });

  it('empties no cache that pages are kept in', async () => {
    const before = await get('/desa');
    await market.deps.db.updateTable('villages').set({ name: 'Desa Baru' }).where('slug', '=', 'dagan').execute();
    await post({ lat: '-7.41', lng: '109.86' });
    const after = await get('/desa');
    expect(after.answer.headers.get('etag')).toBe(before.answer.headers.get('etag'));
  });

  it('is in no line of the log, also when the database is gone', async () => {
    const { db } = market.deps;
    logged.length = 0;
    await post({ lat: '-7.42', lng: '109.87' });
    market.deps.db = new Proxy(db, {
      get: (_, name) => {
        throw new Error(`no ${String(name)} for -7.42, 109.87`);
      },
    });
    const { answer } = await post({ lat: '-7.42', lng: '109.87' });
    market.deps.db = db;
    expect(answer.status).toBe(500);
    expect(logged.length).toBeGreaterThan(2);
    expect(logged.join('\n')).not.toMatch(POSITION);
  });
});

it('no other page may ask for a position', async () => {
  for (const path of ['/', '/desa', '/desa/dagan', '/cari', '/tentang']) {
    const { answer } = await get(path);
    expect(answer.headers.get('permissions-policy'), path).toContain('geolocation=()');
  }
});

import { gunzipSync, inflateSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '#marketplace/admin/commands.ts';
import { createApp } from '#marketplace/app.ts';
import type { App } from '#marketplace/http/appTypes.ts';
import { writeCatalogue } from '#marketplace/pages/feeds/files.ts';
import { openReports } from '#marketplace/reports/service.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { mountPage } from '#marketplace/web/page.ts';
import {
  BASE_URL,
  backends,
  type Marketplace,
  startMarketplace,
  type TestVillage,
} from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';
import { read, readXml, textOf } from './read.ts';

const HTML = { accept: 'text/html' };

describe.each(backends)('the storefront on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let siti: TestVillage;
  let gula: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan', ['https://dagan.desa.id']);
    siti = await market.village('Desa Karangsari', ['https://karangsari.desa.id']);
    gula = (await sentListing(market, dagan, { name: 'Gula semut organik', flagship: true })).id;
    await sentListing(market, dagan, { name: 'Sapu glagah', category: 'kerajinan' });
    await sentListing(market, siti, { name: 'Gula semut kemasan' });
  });
  afterAll(() => market.stop());

  const get = (path: string, headers: Record<string, string> = HTML) => market.call('GET', path, { headers });
  const page = async (path: string) => read(await (await get(path)).text());
  const names = (document: Document) =>
    [...document.querySelectorAll('.listing-name')].map((e) => e.textContent?.trim());

  it('home shows the newest products and the villages', async () => {
    const home = await page('/');
    expect(names(home)).toContain('Sapu glagah');
    expect([...home.querySelectorAll('.villages b')].map((e) => e.textContent)).toEqual([
      'Desa Dagan',
      'Desa Karangsari',
    ]);
  });

  it('a crafted address is not found or starts the list again, and never reaches the database as nonsense', async () => {
    const logged: string[] = [];
    const app = createApp({ ...market.deps, log: (level, event) => void logged.push(`${level} ${event}`) });
    const status = async (path: string) => (await app.request(path, { headers: HTML })).status;
    for (const path of ['/desa/%00', '/desa/%00/feed.xml', '/desa/DAGAN', '/p/%00', `/p/%00-${'a'.repeat(16)}`])
      expect(await status(path), path).toBe(404);
    for (const rank of ['9999999999', '-9999999999', '2147483648'])
      expect(await status(`/cari?q=gula&sesudah=0.${rank}.${'a'.repeat(16)}`), rank).toBe(200);
    for (const path of ['/desa?sesudah=%00', '/cari?q=gula&sesudah=%00', '/desa/dagan?sesudah=%00'])
      expect(await status(path), path).toBe(200);
    // Nothing that can be read was typed: that is the list of everything.
    expect(await status('/cari?q=%00')).toBe(302);
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('search forgives a typo and says what it searched for', async () => {
    const found = await page('/cari?q=gulla%20smut');
    expect(names(found)).toContain('Gula semut organik');
    expect(textOf(found, '.notice')).toContain('gula semut');
    expect(found.querySelector<HTMLInputElement>('input[name=q]')?.value).toBe('gulla smut');
  });

  it('search that finds nothing leads on', async () => {
    const none = await page('/cari?q=zzqqxx');
    expect(names(none)).toEqual([]);
    const kinds = [...none.querySelectorAll('.categories a')].map((kind) => kind.getAttribute('href'));
    expect(kinds.length).toBeGreaterThan(0);
    // Only to kinds that somebody sells.
    for (const kind of kinds) expect(names(await page(kind ?? ''))).not.toEqual([]);
  });

  it('a category shows only its own; an unknown one is a page, not JSON', async () => {
    expect(names(await page('/kategori/kerajinan'))).toEqual(['Sapu glagah']);
    const unknown = await get('/kategori/mobil');
    expect(unknown.status).toBe(404);
    expect(textOf(read(await unknown.text()), 'h1')).toBe('Halaman tidak ditemukan');
  });

  it('long lists go on with "Lagi", each product once', async () => {
    const busy = await market.village('Desa Ramai');
    for (let n = 0; n < 30; n++) await sentListing(market, busy, { name: `Kendi ${n}`, category: 'jasa' });
    const seen: (string | undefined)[] = [];
    for (let path: string | null | undefined = '/kategori/jasa'; path; ) {
      const part: Document = await page(path);
      seen.push(...names(part));
      path = part.querySelector('a[rel=next]')?.getAttribute('href');
    }
    expect(seen.length).toBe(30);
    expect(new Set(seen).size).toBe(30);
  });

  it('a village page has its flagship first, its site, and neighbours with the same', async () => {
    const village = await page(`/desa/${dagan.slug}`);
    expect(textOf(village, 'h1')).toBe('Desa Dagan');
    expect(names(village)[0]).toBe('Gula semut organik');
    expect(names(village)).toContain('Gula semut kemasan');
    expect(village.querySelector('a[href="https://dagan.desa.id"]')).not.toBe(null);
  });

  it('a bare id leads for good to the product, in the language it was asked in', async () => {
    const plain = await get(`/p/${gula}`);
    expect(plain.status).toBe(301);
    expect(plain.headers.get('location')).toBe(`/p/gula-semut-organik-${gula}`);
    expect((await get(`/p/${gula}?lang=en`)).headers.get('location')).toBe(`/p/gula-semut-organik-${gula}?lang=en`);
  });

  it('a product page has price, unit price, place, form and the same product elsewhere', async () => {
    const response = await get(`/p/gula-semut-organik-${gula}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const product = read(await response.text());
    expect(textOf(product, '.product-head .price')).toBe('Rp25.000/bungkus (250 g)= Rp10.000/ons');
    expect(product.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${BASE_URL}/p/gula-semut-organik-${gula}`,
    );
    expect(product.querySelector<HTMLFormElement>('#tanya form')?.getAttribute('action')).toBe(
      `/p/gula-semut-organik-${gula}/tanya#tanya`,
    );
    expect(names(product)).toContain('Gula semut kemasan');
  });

  it('two buyers never get the same inquiry id', async () => {
    const idOf = (document: Document) => document.querySelector<HTMLInputElement>('#tanya input[name=id]')?.value;
    const path = `/p/gula-semut-organik-${gula}`;
    expect(idOf(await page(path))).toMatch(/^[0-9a-z]{16}$/);
    expect(idOf(await page(path))).not.toBe(idOf(await page(path)));
  });

  it('WhatsApp opens by a tap only, with the number in the redirect, and not without end', async () => {
    const path = `/p/gula-semut-organik-${gula}/wa`;
    expect((await get(path)).status).toBe(404);
    const tap = (ip: string) => market.call('POST', path, { headers: HTML, ip });
    const opened = await tap('203.0.113.5');
    expect(opened.status).toBe(303);
    const location = new URL(opened.headers.get('location') ?? '');
    expect(location.host + location.pathname).toBe('wa.me/6281234567890');
    expect(location.searchParams.get('text')).toContain(`${BASE_URL}/p/${gula}`);
    expect(opened.headers.get('cache-control')).toContain('no-store');
    let last = opened;
    for (let n = 0; n < 100 && last.status === 303; n++) last = await tap('203.0.113.6');
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(textOf(read(await last.text()), 'h1')).toBe('Terlalu sering');
  });

  it('a withdrawn product is gone kindly: 410, what is near, no number', async () => {
    const { id, input } = await sentListing(market, dagan, { name: 'Gula semut lama' });
    await market.call('PUT', `/v1/listings/${id}`, {
      token: dagan.token,
      body: { ...input, rev: 2, state: 'withdrawn' },
    });
    const response = await get(`/p/gula-semut-lama-${id}`);
    expect(response.status).toBe(410);
    const gone = read(await response.text());
    expect(textOf(gone, '.message')).toContain('Gula semut lama');
    expect(names(gone)).toContain('Gula semut kemasan');
    expect(gone.querySelector('form[method=post]')).toBe(null);
    expect((await market.call('POST', `/p/${id}/wa`, { headers: HTML })).status).toBe(410);
  });

  it('an invite shows the whole link to copy, and is kept by no cache and no search engine', async () => {
    const { code, url } = await createInvite(market.deps, dagan.id);
    const response = await get(`/undang/${code}`);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    const invite = read(await response.text());
    expect(invite.querySelector('textarea')?.value).toBe(url);
    expect(invite.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    market.clock.advance(15 * 86_400_000);
    const late = await get(`/undang/${code}`);
    expect(late.status).toBe(410);
    expect(await late.text()).not.toContain(code);
    expect((await get('/undang/salah')).status).toBe(404);
  });

  it('a report needs a reason, keeps what was typed, and counts one person once', async () => {
    const path = `/p/gula-semut-organik-${gula}/lapor`;
    const send = (body: Record<string, string>, ip = '203.0.113.9') =>
      market.call('POST', path, { raw: new URLSearchParams(body), headers: HTML, ip });
    const missing = await send({ text: 'harga naik' });
    expect(missing.status).toBe(422);
    expect(read(await missing.text()).querySelector('textarea')?.value).toBe('harga naik');
    for (const ip of ['203.0.113.9', '203.0.113.9', '203.0.113.10'])
      expect((await send({ reason: 'wrong', text: 'harga naik' }, ip)).status).toBe(200);
    expect(await openReports(market.deps)).toMatchObject([
      { listing: { id: gula }, reports: 2, reasons: ['wrong'], words: ['harga naik', 'harga naik'] },
    ]);
    const other = { ...HTML, 'user-agent': 'another browser of the same office' };
    const raw = new URLSearchParams({ reason: 'scam', text: 'sudah transfer' });
    await market.call('POST', path, { raw, headers: other, ip: '203.0.113.10' });
    await send({ reason: 'forbidden', text: '' });
    const [now] = await openReports(market.deps);
    expect([now?.reports, now?.reasons, now?.words]).toEqual([
      3,
      ['forbidden', 'scam', 'wrong'],
      expect.arrayContaining(['sudah transfer', 'harga naik', 'harga naik']),
    ]);
    await market.deps.db.deleteFrom('reports').where('reason', '!=', 'wrong').execute();
    await send({ reason: 'wrong', text: 'harga naik' });
    const operator = (...argv: string[]) => runCommand(market.deps, argv, 'id');
    expect((await operator('reports')).text).toContain('Gula semut organik, Desa Dagan (2 orang: keterangan salah)');
    expect(await operator('handled', `${BASE_URL}/p/gula-semut-organik-${gula}`)).toMatchObject({ ok: true });
    expect((await operator('reports')).text).toBe('Tidak ada laporan baru.');
  });

  it('an oversize form is refused as a page', async () => {
    const raw = new URLSearchParams({ reason: 'wrong', text: 'a'.repeat(40_000) });
    const response = await market.call('POST', `/p/${gula}/lapor`, { raw, headers: HTML });
    expect(response.status).toBe(413);
    expect(textOf(read(await response.text()), 'h1')).toBe('Kiriman belum bisa diterima');
  });

  it('nothing at an address: a page for people, a problem for programs', async () => {
    expect(textOf(read(await (await get('/apa/ini?lang=en')).text()), 'h1')).toBe('Page not found');
    expect((await get('/apa/ini', {})).headers.get('content-type')).toBe('application/problem+json');
    expect((await get('/v1/apa', HTML)).headers.get('content-type')).toBe('application/problem+json');
  });

  it('a fault is a page that says what to do, and tells nothing of what broke', async () => {
    const app: App = new Hono();
    mountPage(app, market.deps, 'GET', '/rusak', () => {
      throw new Error('password=rahasia');
    });
    const response = await app.request('/rusak');
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(textOf(read(html), 'h1')).toBe('Ada gangguan di pihak kami');
    expect(html).not.toContain('rahasia');
  });

  it('a page that the reader has is not sent again', async () => {
    const tag = (await get('/tentang')).headers.get('etag') ?? '';
    const again = await get('/tentang', { ...HTML, 'if-none-match': `W/${tag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('is compressed for whoever can read it so, and for nobody else; both know each other by the tag', async () => {
    const plain = await get('/tentang', { ...HTML, 'accept-encoding': 'br, gzip;q=0' });
    const packed = await get('/tentang', { ...HTML, 'accept-encoding': 'deflate, gzip;q=0.8, br' });
    expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    expect([plain, packed].map(({ headers }) => headers.get('vary'))).toEqual(['Accept-Encoding', 'Accept-Encoding']);
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text());
    expect(packed.headers.get('etag')).toBe(`W/${plain.headers.get('etag')}`);
    const again = await get('/tentang', {
      'accept-encoding': 'gzip',
      'if-none-match': packed.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('is the same again from the cache, however it is packed, with a request id of its own', async () => {
    const app = createApp({ ...market.deps, config: { ...market.deps.config, sharedCacheSeconds: 60 } });
    const ask = (encoding: string) => app.request('/tentang', { headers: { ...HTML, 'accept-encoding': encoding } });
    const plain = await (await get('/tentang')).text();
    for (const [encoding, unpack] of Object.entries({ gzip: gunzipSync, deflate: inflateSync, br: null })) {
      const ids = new Set<string | null>();
      for (let time = 0; time < 2; time++) {
        const response = await ask(encoding);
        const bytes = await response.arrayBuffer();
        expect((unpack?.(bytes) ?? Buffer.from(bytes)).toString(), `${encoding} ${time}`).toBe(plain);
        ids.add(response.headers.get('x-request-id'));
      }
      expect(ids.size).toBe(2);
    }
  });

  it('sitemap, feeds and catalogue name every live product', async () => {
    // A feed holds the newest only; the tests before may have listed more than that.
    market.clock.advance(1000);
    const { id } = await sentListing(market, dagan, { name: 'Gula semut organik' });
    await writeCatalogue(market.deps, 'google');
    for (const path of ['/sitemap.xml', '/feed.xml', `/desa/${dagan.slug}/feed.xml`, '/feed/katalog.xml']) {
      const xml = await (await get(path)).text();
      expect(readXml(xml).documentElement.textContent + xml, path).toContain(`/p/gula-semut-organik-${id}`);
      expect(xml, path).not.toContain('gula-semut-lama');
    }
    const part = await (await get(`/sitemap/${gula[0]}.xml`)).text();
    expect(readXml(part).documentElement.textContent).toContain(gula);
    expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${BASE_URL}/sitemap.xml`);
  });
});

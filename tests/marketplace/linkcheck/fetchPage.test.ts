import type { LookupAddress } from 'node:dns';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteOf } from '#contract';
import { isPublicAddress } from '#marketplace/linkcheck/address.ts';
import { fetchPage, type PageRules } from '#marketplace/linkcheck/fetchPage.ts';
import { type LocalSite, localSite, page } from '#tests/marketplace/localSite.ts';

const reasonOf = (fetching: Promise<unknown>) => fetching.then(() => 'fetched').catch((fault) => fault.reason);

describe('fetching a village page', () => {
  let site: LocalSite;
  let inside: LocalSite;
  beforeEach(async () => {
    site = await localSite();
    inside = await localSite(page('rahasia'));
  });
  afterEach(() => {
    site.stop();
    inside.stop();
  });

  const loopbackOnly: Partial<PageRules> = { allowed: (ip) => ip === '127.0.0.1' };
  const rules = (changes: Partial<PageRules> = {}): PageRules => ({
    isOurs: () => true,
    userAgent: 'test',
    ...loopbackOnly,
    ...changes,
  });

  it('reads a page, also a packed one, and follows a redirect that stays on the site', async () => {
    site.answer = (request, response) => {
      if (request.url === '/lama') return response.writeHead(301, { location: '/baru' }).end();
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('halo desa'));
    };
    const { html, url } = await fetchPage(`${site.url}/lama`, rules());
    expect([html, url.pathname]).toEqual(['halo desa', '/baru']);
  });

  it.each([
    'http://127.0.0.1',
    'http://[::1]',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::ffff:127.0.0.1]',
    'http://169.254.169.254',
  ])('does not connect to %s', async (address) => {
    const { port } = inside;
    const asked = await reasonOf(fetchPage(`${address}:${port}/`, rules({ allowed: isPublicAddress })));
    expect(asked).toBe('address_private');
    expect(inside.asked).toEqual([]);
  });

  it('does not connect to a name that leads to a private address', async () => {
    const resolve = async (): Promise<LookupAddress[]> => [
      { address: '203.0.113.5', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const url = `http://desa.test:${inside.port}/`;
    expect(await reasonOf(fetchPage(url, rules({ resolve, allowed: isPublicAddress })))).toBe('address_private');
    expect(inside.asked).toEqual([]);
  });

  it('connects to the address it checked, however the name answers the next time', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    let lookups = 0;
    const resolve = async () => [{ address: answers[lookups++] ?? '127.0.0.2', family: 4 }];
    site.answer = (request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/lagi' }).end() : response.end('tidak sampai');
    const url = `http://desa.test:${site.port}/`;
    // The first hop is allowed; for the second the name points to another address, which is checked again.
    expect(await reasonOf(fetchPage(url, rules({ resolve })))).toBe('address_private');
    expect([site.asked, lookups]).toEqual([['/'], 2]);
  });

  it('does not follow a redirect to another host, or round and round', async () => {
    site.answer = (_, response) => response.writeHead(302, { location: `${inside.url}/rahasia` }).end();
    const isOurs = (url: URL) => url.origin === site.url;
    expect(await reasonOf(fetchPage(site.url, rules({ isOurs })))).toBe('host_foreign');
    expect(inside.asked).toEqual([]);
    site.answer = (_, response) => response.writeHead(302, { location: '/lagi' }).end();
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('status');
    expect(site.asked.length).toBeLessThan(10);
    site.answer = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('host_foreign');
  });

  it('gives up on a page that never ends, in time or in bytes', async () => {
    site.answer = (_, response) => void response.writeHead(200).write('mulai');
    expect(await reasonOf(fetchPage(site.url, rules({ timeoutMs: 200 })))).toBe('timeout');
    site.answer = () => {};
    expect(await reasonOf(fetchPage(site.url, rules({ timeoutMs: 200 })))).toBe('timeout');
    // A body without a length ends with its connection, so a cut one looks like a whole one.
    site.answer = (_, response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<p>mulai');
    };
    expect(await reasonOf(fetchPage(site.url, rules({ timeoutMs: 200 })))).toBe('timeout');
    const resolve = () => new Promise<LookupAddress[]>(() => {});
    expect(await reasonOf(fetchPage('http://desa.test/', rules({ resolve, timeoutMs: 200 })))).toBe('timeout');
  });

  it('is answered within its time whatever the site answers with', async () => {
    for (const head of [
      'HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n',
      'HTTP/1.1 101 Switching Protocols\r\n\r\n',
      'HTTP/1.1 100 Continue\r\n\r\n',
      'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n',
    ]) {
      site.answer = (_, response) => void response.socket?.write(head);
      expect(await reasonOf(fetchPage(site.url, rules({ timeoutMs: 300 }))), head).toMatch(
        /^(status|timeout|unreachable)$/,
      );
    }
  });

  it('reads no more than its bytes, and says that there is more', async () => {
    site.answer = (_, response) => response.end('x'.repeat(3_000_000));
    const long = await fetchPage(site.url, rules());
    expect([long.isWhole, long.html.length]).toEqual([false, 2 * 1024 * 1024]);
    const packed = gzipSync(Buffer.alloc(50_000_000));
    site.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    expect((await fetchPage(site.url, rules())).isWhole).toBe(false);
  });

  it('says what kept it from the page', async () => {
    const statuses = {
      404: 'page_gone',
      410: 'page_gone',
      403: 'kept_out',
      406: 'kept_out',
      429: 'kept_out',
      503: 'status',
      520: 'status',
    };
    for (const [status, reason] of Object.entries(statuses)) {
      site.answer = (_, response) => response.writeHead(Number(status)).end();
      expect(await reasonOf(fetchPage(site.url, rules())), status).toBe(reason);
    }
    // Cloudflare's and SiteGround's challenges, with whatever status they come.
    site.answer = (_, response) => response.writeHead(503, { 'cf-mitigated': 'challenge' }).end();
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('kept_out');
    site.answer = (_, response) => response.writeHead(202, { 'sg-captcha': 'challenge' }).end('<script>');
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('kept_out');
    site.answer = (_, response) =>
      void response.writeHead(200, { 'content-length': '100' }).write('setengah', () => response.socket?.destroy());
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('unreachable');
    site.answer = (_, response) => void response.socket?.destroy();
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('unreachable');
    site.answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed');
    expect(await reasonOf(fetchPage(site.url, rules()))).toBe('unreachable');
    const resolve = () => Promise.reject(new Error('no such name'));
    expect(await reasonOf(fetchPage('http://desa.test/', rules({ resolve })))).toBe('unreachable');
  });
});

describe('public addresses', () => {
  it.each([
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    'fe80::1',
    'fc00::1',
    '::',
    '64:ff9b::7f00:1',
    '255.255.255.255',
  ])('are not %s', (ip) => expect(isPublicAddress(ip)).toBe(false));
  it.each(['203.175.8.1', '8.8.8.8', '2404:6800::1'])('are %s', (ip) => expect(isPublicAddress(ip)).toBe(true));
});

describe('the site of a page', () => {
  const sites = ['https://dagan.desa.id', 'https://kecamatan.example/lain', 'https://kecamatan.example/lain/dua'];
  it.each([
    ['https://dagan.desa.id/2026/produk', 'https://dagan.desa.id/'],
    ['http://www.dagan.desa.id', 'https://dagan.desa.id/'],
    ['https://kecamatan.example/lain', 'https://kecamatan.example/lain'],
    ['https://kecamatan.example/lain/produk', 'https://kecamatan.example/lain'],
    ['https://kecamatan.example/lain/dua/produk', 'https://kecamatan.example/lain/dua'],
    ['https://kecamatan.example/lainnya', null],
    ['https://kecamatan.example/lain/../x', null],
    ['https://dagan.desa.id:8443/', null],
    ['https://dagan.desa.id.evil.example/', null],
    ['https://evil.example/dagan.desa.id', null],
  ])('%s is %s', (address, site) => {
    expect(siteOf(new URL(address), sites)?.href ?? null).toBe(site);
  });
});

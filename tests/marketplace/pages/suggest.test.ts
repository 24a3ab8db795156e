import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('suggestions on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const kopek = await market.village('Desa Kopek');
    const goods = [
      'Gula semut Bu Siti 1 kg',
      'GULA SEMUT',
      'Gula merah cetak',
      'Kopi robusta',
      'Kopi arabika',
      'Nanas madu',
      'Madu hutan',
    ];
    for (const name of goods) {
      market.clock.advance(60_000);
      await sentListing(market, kopek, { name, category: name.startsWith('Kopi') ? 'minuman' : 'makanan' });
    }
  });
  afterAll(() => market.stop());

  const get = (path: string) => market.call('GET', path);
  const ask = async (typed: string, lang = ''): Promise<[string, string, string][]> => {
    const answer = await get(`/cari/saran?${new URLSearchParams({ q: typed, ...(lang && { lang }) })}`);
    expect(answer.status, typed).toBe(200);
    return (await answer.json()) as [string, string, string][];
  };

  it('are goods by their own words, once each, then kinds and villages', async () => {
    expect(await ask('gul')).toEqual([
      ['gula semut', '', '/cari?q=gula+semut'],
      ['gula merah', '', '/cari?q=gula+merah'],
    ]);
    expect(await ask('kop')).toEqual([
      ['kopi', '', '/cari?q=kopi'],
      ['kopi arabika', '', '/cari?q=kopi+arabika'],
      ['kopi robusta', '', '/cari?q=kopi+robusta'],
      ['Desa Kopek', '', '/desa/kopek'],
    ]);
    expect((await ask('mad')).map(([text]) => text)).toEqual(['madu', 'madu hutan', 'nanas madu']);
    expect(await ask('minu')).toContainEqual(['Minuman', 'jenis produk', '/kategori/minuman']);
    expect(await ask('drin', 'en')).toContainEqual(['Drinks', 'kind of product', '/kategori/minuman?lang=en']);
  });

  it('are few, may be kept by caches, and nothing for nonsense', async () => {
    const answer = await get('/cari/saran?q=gula');
    expect(answer.headers.get('cache-control')).toContain('s-maxage');
    for (const typed of ['', ' ', '?!', 'zzqq', '\u0000', 'x'.repeat(300)]) expect(await ask(typed)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (typed) => {
        expect((await ask(typed)).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 60 },
    );
  });

  it('stop for who asks without end, with a plain refusal', async () => {
    let status = 200;
    for (let n = 0; n < 700 && status === 200; n++) {
      status = (await market.call('GET', '/cari/saran?q=a', { ip: '203.0.113.9' })).status;
    }
    expect(status).toBe(429);
  });

  it('come by a script of its own address, which only pages with it allow', async () => {
    const script = await get('/saran.js');
    expect(script.headers.get('content-type')).toContain('javascript');
    for (const path of ['/', '/cari?q=gula', '/kategori/makanan'])
      expect((await get(path)).headers.get('content-security-policy'), path).toContain("script-src 'self'");
    for (const path of ['/desa', '/tentang'])
      expect((await get(path)).headers.get('content-security-policy'), path).not.toContain('script-src');
  });
});

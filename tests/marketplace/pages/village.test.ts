import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#contract';
import { renderVillages } from '#marketplace/pages/Villages.tsx';
import { type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing, sentPhoto } from '#tests/marketplace/samples.ts';
import { everyPage } from './everyPage.ts';
import { listing, shelf, viewOf } from './fixtures.ts';
import { read } from './read.ts';

let market: Marketplace;
let village: TestVillage;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded' });
  village = await market.village('Desa Dagan', ['https://dagan.desa.id']);
  await market.village('Desa Sepi');
  await sentListing(market, village, { name: 'Batik tua', category: 'batik', price: 300_000, flagship: true });
  for (let n = 0; n < 24; n++) {
    market.clock.advance(60 * 86_400_000);
    await sentListing(market, village, { name: `Gula ${n}`, price: 30_000 + n * 1000, category: 'makanan' });
  }
});
afterAll(() => market.stop());

const get = async (path: string) => {
  const answer = await market.call('GET', path, { headers: { accept: 'text/html' } });
  return { status: answer.status, page: read(await answer.text()) };
};
const names = (page: Document) => [...page.querySelectorAll('.listing-name')].map((name) => name.textContent?.trim());

async function walk(path: string): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (let next: string | null = path; next !== null; ) {
    const { page } = await get(next);
    found.push(...names(page));
    next = page.querySelector('a[rel=next]')?.getAttribute('href') ?? null;
  }
  return found;
}

describe('a village’s page', () => {
  it('begins with its flagship, however old, and shows each product once', async () => {
    const found = await walk('/desa/dagan');
    expect([found[0], found[1], found.length, new Set(found).size]).toEqual(['Batik tua', 'Gula 23', 25, 25]);
  });

  it.each([
    ['termurah', ['Gula 0', 'Gula 1'], 'Batik tua'],
    ['termahal', ['Batik tua', 'Gula 23'], 'Gula 0'],
    ['terbaru', ['Gula 23', 'Gula 22'], 'Batik tua'],
  ])('has its products in the order %s, over its pages', async (sort, first, last) => {
    const found = await walk(`/desa/dagan?urut=${sort}`);
    expect([found.slice(0, 2), found.at(-1), new Set(found).size]).toEqual([first, last, 25]);
  });

  it('links the kinds that it has, and no others, and keeps the order', async () => {
    const { page } = await get('/desa/dagan?urut=termahal');
    const kinds = [...page.querySelectorAll('nav[aria-label="Jenis"] a')];
    expect(kinds.map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
      ['Semua jenis', '/desa/dagan?urut=termahal'],
      ['Makanan', '/desa/dagan?jenis=makanan&urut=termahal'],
      ['Batik & kain', '/desa/dagan?jenis=batik&urut=termahal'],
    ]);
    expect(await walk('/desa/dagan?jenis=batik')).toEqual(['Batik tua']);
    expect((await get('/desa/dagan?jenis=minuman')).page.querySelector('.notice')?.textContent).toContain('jenis itu');
  });

  it.each([
    '/desa/dagan?urut=x',
    '/desa/dagan?jenis=x',
    '/desa/dagan?sesudah=unggulan.1.2.x',
    '/desa/dagan?sesudah=unggulan.9999999999.1.0000000000000000',
    '/desa/dagan?urut=termurah&sesudah=unggulan.1.2.0000000000000000',
  ])('takes what is none as not said: %s', async (path) => {
    const { status, page } = await get(path);
    expect([status, names(page).length]).toEqual([200, 20]);
  });

  it('has its face: picture, words, hours, head, and its place for people and for machines', async () => {
    const photo = await sentPhoto(market, village, 77);
    const body = {
      photo,
      about: 'Desa di lereng Slamet.',
      hours: 'Senin–Jumat 08.00–15.00',
      head: 'Bapak Sutrisno',
      district: 'Bobotsari',
      regency: 'Purbalingga',
      place: { lat: -7.30512, lng: 109.3622 },
    };
    await market.call('PATCH', '/v1/me', { token: village.token, body });
    const { page } = await get('/desa/dagan');
    const face = page.querySelector('.face');
    expect(face?.querySelector('img')?.getAttribute('alt')).toBe('Foto Desa Dagan');
    expect(face?.querySelector('img')?.getAttribute('src')).toContain(photo);
    expect(face?.querySelector('.about')?.textContent).toBe('Desa di lereng Slamet.');
    expect([...page.querySelectorAll('.face dd')].map((dd) => dd.textContent)).toEqual([
      'Kec. Bobotsari, Kab. Purbalingga · Lihat di peta',
      'Senin–Jumat 08.00–15.00',
      'Bapak Sutrisno',
    ]);
    const data = JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
    expect(data).toMatchObject({
      '@type': 'Organization',
      address: { addressLocality: 'Bobotsari', addressRegion: 'Purbalingga', addressCountry: 'ID' },
      location: {
        geo: { '@type': 'GeoCoordinates', latitude: -7.30512, longitude: 109.3622 },
      },
    });
    expect(JSON.stringify(data)).not.toContain('Sutrisno');
  });

  it('a number that came into its words by another way is not shown', async () => {
    const words = { about: 'Pesan 0812 3456 7890', head: 'Tris 081234567890', hours: 'WA 0812-3456-7890' };
    await market.deps.db.updateTable('village_profiles').set(words).where('village_id', '=', village.id).execute();
    const { page } = await get('/desa/dagan');
    expect(page.documentElement.outerHTML).not.toMatch(/3456/);
  });
});

describe('villages without anything on sale', () => {
  it.each(['/', '/desa', '/sitemap/desa.xml', '/dekat'])('are not on %s', async (path) => {
    const text = await (await market.call('GET', path)).text();
    expect(text).not.toContain('sepi');
  });
});

describe('the budget of the pages of villages', () => {
  it.each(LOCALES)('is 14 kB compressed, HTML and CSS together (%s)', (locale) => {
    const view = viewOf(`/?lang=${locale}`, LOCALES);
    for (const [name, draw] of Object.entries(everyPage(listing(), shelf()))) {
      if (!/^(?:village|near)/.test(name)) continue;
      expect(gzipSync(draw(view), { level: 6 }).length, name).toBeLessThanOrEqual(14_000);
    }
  });

  it('holds for a full page of the directory with a full map', () => {
    const word = (n: number) => createHash('sha256').update(`${n}`).digest('hex').replace(/\d/g, '').slice(0, 9);
    const many = Array.from({ length: 300 }, (_, n) => ({
      slug: word(n),
      name: `Desa ${word(n)}`,
      district: word(n % 90),
      districtKey: word(n % 90),
      regency: 'Purbalingga',
      regencyKey: 'purbalingga',
      place: { lat: -7 - (n % 17) / 30, lng: 109 + (n % 23) / 20 },
      photo: { hash: createHash('sha256').update(`${n}`).digest('hex'), width: 1280, height: 960 },
      flagship: listing({ name: `Gula ${word(n + 1000)}`, price: 15_000 + n * 500 }),
      metres: null,
    }));
    const placed = many.map(({ district, districtKey, place }) => ({ district, districtKey, ...place }));
    const html = renderVillages(viewOf(), { villages: many.slice(0, 40), placed, next: 'x', continued: false });
    expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(14_000);
  });
});

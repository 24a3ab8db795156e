import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCatalogue } from '#marketplace/pages/feeds/files.ts';
import { type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

let market: Marketplace;
let village: TestVillage;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded' });
  village = await market.village('Desa Dagan');
});
afterAll(() => market.stop());

/** Every public address that could name the listing. */
const publicPaths = (id: string, slug: string) => [
  '/',
  '/cari?q=gula',
  '/kategori/makanan',
  `/desa/${village.slug}`,
  `/p/${slug}`,
  `/p/${slug}?lang=en`,
  `/p/${id}`,
  `/p/${slug}/kartu`,
  `/p/${slug}/lapor`,
  `/badge/${id}.svg`,
  '/feed.xml',
  `/desa/${village.slug}/feed.xml`,
  '/kategori/makanan/feed.xml',
  '/feed/google.xml',
  '/feed/meta.xml',
  `/p/${slug}/poster.pdf`,
  '/sitemap.xml',
];

/** A number as somebody might write it: any spacing or mark between the digits. */
const spelled = (digits: string) => new RegExp([...digits].join('[^0-9a-z]{0,3}'), 'i');

it('no public output holds a producer number or a bargaining floor', async () => {
  const phone = fc
    .tuple(fc.constantFrom('1', '2', '3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/))
    .map(([a, rest]) => `8${a}${rest}`);
  await fc.assert(
    fc.asyncProperty(phone, fc.integer({ min: 3_333, max: 19_999 }), fc.boolean(), async (digits, floor, sold) => {
      const { id } = await sentListing(market, village, {
        name: `Gula semut ${sold ? 'habis' : 'ada'}`,
        price: 25_000,
        floor: { price: floor, below: 'ask' },
        availability: sold ? 'habis' : 'ada',
        producer: { name: 'Bu Siti', phone: `+62${digits}`, consent: true },
      });
      const slug = `gula-semut-${sold ? 'habis' : 'ada'}-${id}`;
      for (const name of ['google', 'meta'] as const) await writeCatalogue(market.deps, name);
      for (const path of publicPaths(id, slug)) {
        const response = await market.call('GET', path, { headers: { accept: 'text/html' } });
        expect(response.status, path).toBeLessThan(400);
        const said = `${[...response.headers].join('\n')}\n${await response.text()}`;
        expect(said, path).not.toMatch(spelled(digits));
        // Ids and hashes are random and may hold any five digits, so the floor counts only as a number by itself.
        expect(said, path).not.toMatch(
          new RegExp(`(?<![0-9a-z])${String(floor).replace(/(\d{3})$/, '[.,]?$1')}(?![0-9a-z])`),
        );
      }
      // This shows that the test can fail: the owner's own answer does hold both.
      const own = await (await market.call('GET', '/v1/listings?mine', { token: village.token })).text();
      expect(own).toMatch(spelled(digits));
      expect(own).toContain(String(floor));
    }),
    { numRuns: 8 },
  );
});

it('no public output shows a number that a listing from before the rule has in its words', async () => {
  const { id } = await sentListing(market, village);
  const number = '0813 5555 7777';
  await market.deps.db
    .updateTable('listings')
    .set({
      name: `Gula merah ${number}`,
      slug: `gula-merah-0813-5555-7777-${id}`,
      description: `Enak. Pesan: ${number}, atau nol delapan satu tiga lima lima lima lima 7777`,
      producer_name: `Bu Siti +62 813-5555-7777`,
      terms: `COD, hubungi ${number}`,
    })
    .where('id', '=', id)
    .execute();
  for (const path of publicPaths(id, `gula-merah-${id}`)) {
    const response = await market.call('GET', path, { headers: { accept: 'text/html' } });
    expect(response.status, path).toBeLessThan(400);
    const said = `${[...response.headers].join('\n')}\n${await response.text()}`;
    expect(said, path).not.toMatch(spelled('81355557777'));
    expect(said, path).not.toMatch(/nol delapan/);
  }
  const old = await market.call('GET', `/p/gula-merah-0813-5555-7777-${id}`);
  expect([old.status, old.headers.get('location')]).toEqual([301, `/p/gula-merah-${id}`]);
  const own = await (await market.call('GET', '/v1/listings?mine', { token: village.token })).json();
  const mine = own.listings.find((listing: { id: string }) => listing.id === id);
  expect([mine.input.name, mine.url.includes('7777')], 'its own village reads what it wrote').toEqual([
    `Gula merah ${number}`,
    false,
  ]);
});

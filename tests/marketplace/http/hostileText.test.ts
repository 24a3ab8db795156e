import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { listingInput, sentListing, sentPhoto } from '#tests/marketplace/samples.ts';

/** Texts that a database refuses, changes, or that nobody sees. */
const HOSTILE = [
  'a\u0000b',
  'abc \ud83d',
  '\udf6c abc',
  '\u3164\u3164\u3164',
  'abc\uffff',
  '\u202eabc',
  '\u{e0041}',
  '\u2800',
];

describe.each(backends)('hostile text on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let photo: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village();
    photo = await sentPhoto(market, village);
  });

  const put = (path: string, body: unknown) => market.call('PUT', path, { token: village.token, body });

  it('the same product twice is the same product, whatever its texts hold', async () => {
    for (const bad of HOSTILE) {
      const texts = [
        { name: `Gula ${bad}` },
        { description: bad },
        { terms: bad },
        { producer: { ...listingInput([]).producer, name: `Bu ${bad}` } },
        { siteUrl: `https://dagan.desa.id/${bad}` },
      ];
      for (const change of texts) {
        const path = `/v1/listings/${newId()}`;
        const statuses = [];
        for (let n = 0; n < 2; n++) statuses.push((await put(path, listingInput([photo], change))).status);
        expect(
          [
            [201, 200],
            [422, 422],
          ],
          JSON.stringify(change),
        ).toContainEqual(statuses);
      }
    }
  });

  it('the same message twice is the same message', async () => {
    const listing = await addListing(market, village);
    const thread = await openThread(market, listing);
    for (const bad of HOSTILE) {
      const path = `/v1/inquiries/${thread.id}/messages/${newId()}`;
      const statuses = [];
      for (let n = 0; n < 2; n++) statuses.push((await put(path, { kind: 'reply', text: bad })).status);
      expect(
        [
          [200, 200],
          [422, 422],
        ],
        JSON.stringify(bad),
      ).toContainEqual(statuses);
    }
  });

  it('no route answers with a fault of ours', async () => {
    const { token } = village;
    const { id } = await sentListing(market, village);
    const bodies: [string, string, (bad: string) => unknown][] = [
      ['PATCH', '/v1/me', (bad) => ({ district: bad, regency: bad, code: bad })],
      ['POST', '/v1/devices', (bad) => ({ invite: bad, id: bad, name: bad })],
      ['POST', '/v1/devices', (bad) => ({ invite: 'x'.repeat(38), id: newId(), name: bad })],
      ['PUT', `/v1/listings/${id}/backlink`, (bad) => ({ url: `https://a.desa.id/${bad}`, state: 'published' })],
      ['PUT', `/v1/listings/${id}/backlink`, (bad) => ({ url: `${bad}https://a.desa.id/`, state: 'pending' })],
      ['PUT', `/v1/listings/${newId()}`, () => listingInput([photo], { rev: 2 ** 31 })],
      ['PUT', `/v1/listings/${newId()}`, () => listingInput([photo], { rev: Number.MAX_SAFE_INTEGER })],
      ['PUT', `/v1/inquiries/${newId()}/messages/${newId()}`, (bad) => ({ kind: 'report', text: bad })],
    ];
    const paths = [
      '/v1/listings/$',
      '/v1/inquiries/$',
      '/v1/inquiries?after=$',
      '/v1/deals?month=$',
      '/v1/photos/$',
      '/p/$',
      '/desa/$',
      '/desa/$/feed.xml',
      '/cari?q=$',
      '/cari?q=gula&sesudah=$',
      '/desa?sesudah=$',
      '/kategori/$',
      '/undang/$',
      '/tanya/$',
      '/badge/$.svg',
      '/photos/$/640.jpg',
      '/sitemap/$',
      '/?lang=$',
    ];
    for (const bad of HOSTILE) {
      for (const [method, path, body] of bodies) {
        const { status } = await market.call(method, path, { token, body: body(bad) });
        expect(status, `${method} ${path} ${JSON.stringify(bad)}`).toBeLessThan(500);
      }
      const written = encodeURIComponent(bad.toWellFormed());
      for (const path of paths.flatMap((one) => [one.replace('$', written), one.replace('$', '%ff%00')])) {
        const { status } = await market.call('GET', path, { token, headers: { accept: 'text/html' } });
        expect(status, path).toBeLessThan(500);
      }
      for (const form of ['tanya', 'lapor', 'wa']) {
        const raw = new URLSearchParams({
          text: bad,
          name: bad,
          phone: bad,
          price: bad,
          quantity: bad,
          consent: 'ya',
          reason: 'other',
          id: bad,
          soal: bad,
          jawaban: bad,
        });
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const { status } = await market.call('POST', `/p/${id}/${form}`, { raw: raw.toString(), headers });
        expect(status, form).toBeLessThan(500);
      }
    }
  });
});

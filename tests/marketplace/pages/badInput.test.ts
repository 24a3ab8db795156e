import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#contract/newId.ts';
import { type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import { inTurn } from '#tests/support/variants.ts';
import { read } from './read.ts';

const NASTY = [
  'a'.repeat(300),
  'kata'.repeat(75),
  '\u202e\u2066gnalu\u2069',
  '\u200b\u200d\ufeff\u2060',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table inquiries; --",
  "' or 1=1 --",
  '%00%0d%0aset-cookie: x=y',
  '../../etc/passwd',
  '{{7*7}} <%= 7*7 %>',
  '1e309',
  '-1',
  '9'.repeat(40),
  '\r\n\r\n',
  'ّ'.repeat(200),
  '🏴‍☠️'.repeat(60),
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 80 }), fc.constant(''));

/**
 * What a page shows of a fault: names of our files, of the database's errors, of the program's. An error's number stands
 * alone and has large letters, since the same four characters come up in an id now and then.
 */
const INSIDES =
  /node_modules|\.tsx?:\d|\bat \w+ \(|(?:Syntax|Type|Reference|Database)Error|SQLSTATE|\b22P0\d\b|\bselect .* from /;

let market: Marketplace;
let village: TestVillage;
let listing: { id: string; slug: string };
let secret: string;
let address = 0;
beforeAll(async () => {
  market = await startMarketplace({ backend: 'embedded' });
  village = await market.village('Desa Dagan');
  listing = await addListing(market, village);
  await addListing(market, await market.village('Desa Serang'));
  ({ secret } = await openThread(market, listing, { text: 'Masih ada?' }));
});
afterAll(() => market.stop());

/** Each press comes from an address of its own: what is tested here is not how often somebody may press. */
const post = (path: string, raw: BodyInit, type = 'application/x-www-form-urlencoded') =>
  market.call('POST', path, {
    raw,
    headers: { 'content-type': type },
    ip: `10.${(++address >> 8) & 255}.${address & 255}.9`,
  });

async function isClear(answer: Response, path: string, elements: number): Promise<void> {
  const html = await answer.text();
  expect(answer.status, `${path} ${html.slice(-600)}`).toBeLessThan(500);
  expect(html, path).not.toMatch(INSIDES);
  if (html.startsWith('<!doctype')) {
    const active = read(html).querySelectorAll(
      'script:not([type="application/ld+json"], [src="/soal.js"]), iframe, [onerror], [onload]',
    );
    expect(active.length, path).toBe(elements);
  }
}

const FORMS: Record<string, () => string> = {
  'a question': () => `/p/${listing.slug}/tanya`,
  'a question to several villages': () => '/produk/gula-semut/tanya',
  'a report of a product': () => `/p/${listing.slug}/lapor`,
  'a report of a village': () => `/desa/${village.slug}/lapor`,
  'a look at the number': () => `/p/${listing.slug}/wa`,
  'a message': () => `/tanya/${secret}/pesan`,
  'an offer': () => `/tanya/${secret}/tawar`,
  'an agreement': () => `/tanya/${secret}/setuju`,
  'a report of a conversation': () => `/tanya/${newId()}/lapor`,
};
const FIELDS = [
  'id',
  'text',
  'price',
  'quantity',
  'name',
  'phone',
  'consent',
  'reason',
  'desa',
  'seen',
  'soal',
  'jawaban',
  'yakin',
  'website',
];

describe.each(Object.entries(FORMS))('%s', (form, pathOf) => {
  const turn = Object.keys(FORMS).indexOf(form);
  it('with anything in every field gets a page or a clear refusal', async () => {
    const typed = fc.record(Object.fromEntries(FIELDS.map((name) => [name, nasty])), { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(typed, fc.boolean(), async (fields, isTicked) => {
        const form = new URLSearchParams(
          Object.entries(fields).filter(([, value]) => value !== undefined) as [string, string][],
        );
        if (isTicked) form.append('desa', listing.id);
        await isClear(await post(pathOf(), form.toString()), pathOf(), 0);
      }),
      { numRuns: 25 },
    );
  });

  it('takes one field after the other for text', async () => {
    const fine = { text: 'Masih ada?', consent: 'ya', reason: 'scam', id: newId(), desa: listing.id, seen: '1' };
    // Each text in each field of some form, and in each form in some field.
    for (const [at, name] of FIELDS.entries()) {
      for (const value of inTurn(NASTY, at + turn, 4)) {
        const form = new URLSearchParams({ ...fine, id: newId(), [name]: value });
        await isClear(await post(pathOf(), form.toString()), `${pathOf()} ${name}`, 0);
      }
    }
  });

  it('refuses what is no form of ours, and what is too large', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x80]);
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      '\u00ff',
      '',
    ]) {
      await isClear(await post(pathOf(), '{"text":"a"}', type || 'x'), `${pathOf()} ${type}`, 0);
    }
    await isClear(await post(pathOf(), bytes), pathOf(), 0);
    await isClear(await post(pathOf(), '%'.repeat(500)), pathOf(), 0);
    await isClear(await post(pathOf(), 'desa=x&'.repeat(3000)), pathOf(), 0);
    const huge = await post(pathOf(), `text=${'a'.repeat(200_000)}`);
    expect([413, 404], pathOf()).toContain(huge.status);
    await isClear(huge, pathOf(), 0);
  });
});

const SECRETS = [
  'x',
  '',
  'a'.repeat(300),
  '0'.repeat(38),
  '0'.repeat(54),
  '%00',
  '..%2f..%2f',
  "'--",
  '%ff%fe',
  '\u202e',
  'semua',
];

describe('an address that nobody was given', () => {
  it.each(SECRETS)('%j opens nothing', async (bad) => {
    const part = bad.startsWith('%') || bad.includes('%2f') ? bad : encodeURIComponent(bad);
    for (const path of [
      `/tanya/${part}`,
      `/tanya/semua/${part}`,
      `/tanya/${part}/nota`,
      `/titip/${part}`,
      `/undang/${part}`,
      `/produk/${part}`,
      `/desa/${part}/lapor`,
    ]) {
      const answer = await market.call('GET', path, {
        headers: { accept: 'text/html' },
        ip: `10.9.${++address & 255}.1`,
      });
      const html = await answer.text();
      // `/tanya/<x>/nota` and the form's own addresses may only lead back.
      expect([301, 303, 400, 404, 410], path).toContain(answer.status);
      expect(html, path).not.toMatch(INSIDES);
      expect(html, path).not.toContain('Masih ada?');
    }
  });

  it('is no secret of the same village with one sign changed, nor the thread’s in the place of all', async () => {
    const last = secret.at(-1) === 'a' ? 'b' : 'a';
    for (const wrong of [
      secret.slice(0, -1) + last,
      secret.slice(16),
      village.id + secret.slice(16).toUpperCase(),
      `semua/${secret.slice(16)}`,
      `semua/${secret}`,
    ]) {
      const answer = await market.call('GET', `/tanya/${wrong}`, { ip: '10.8.0.1' });
      expect([answer.status, (await answer.text()).includes('Masih ada?')], wrong).toEqual([404, false]);
    }
    expect((await market.call('GET', `/tanya/${secret}`)).status).toBe(200);
  });

  it('after too many tries is not even looked up', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 62; n++)
      statuses.add((await market.call('GET', `/tanya/semua/${'0'.repeat(38)}`, { ip: '10.7.0.1' })).status);
    expect([...statuses]).toEqual([404, 429]);
  });
});

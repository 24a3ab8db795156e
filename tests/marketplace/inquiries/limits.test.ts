import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from './buyer.ts';
import { addListing } from './fixture.ts';

describe.each(backends)('too often, on %s', (backend) => {
  let market: Marketplace;
  let slug: string;
  let address = 0;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    slug = (await addListing(market, await market.village())).slug;
    address++;
  });
  const from = (last: number) => buyerIn(market, `203.0.113.${last}`);

  test('one address on one product: said with what was typed kept; others and the next hour are free', async () => {
    const buyer = from(address);
    for (let i = 0; i < LIMITS.openPerAddressAndListing.max; i++) await buyer.thread(slug, { text: `Pesan ${i}` });
    const refused = await buyer.ask(slug, { text: 'Satu lagi' });
    expect(refused.status).toBe(429);
    const html = await refused.text();
    expect(textOf(html)).toContain('Terlalu banyak pesan');
    expect(html).toContain('Satu lagi');
    await from(200).thread(slug, { text: 'Dari orang lain' });
    market.clock.advance(LIMITS.openPerAddressAndListing.seconds * 1000);
    await buyer.thread(slug, { text: 'Satu lagi' });
  });

  test('one number from many addresses', async () => {
    const phone = '0812 9999 0000';
    for (let i = 0; i < LIMITS.openPerPhone.max; i++) await from(100 + i).thread(slug, { text: `Pesan ${i}`, phone });
    expect((await from(150).ask(slug, { text: 'Lagi', phone })).status).toBe(429);
  });

  test('one thread: words are kept for later', async () => {
    const buyer = from(address);
    const path = await buyer.thread(slug, { text: 'Halo' });
    for (let i = 0; i < LIMITS.writePerThread.max; i++) {
      expect((await buyer.submit(await buyer.open(path), '/pesan', { text: `Ke-${i}` })).status).toBe(303);
    }
    const refused = await buyer.submit(await buyer.open(path), '/pesan', { text: 'Terlalu cepat' });
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Terlalu cepat');
  });

  test('the producer’s number, again and again', async () => {
    const buyer = from(address);
    const path = await buyer.thread(slug, { text: 'Halo' });
    const page = await buyer.open(path);
    for (let i = 0; i < LIMITS.contactPerThread.max; i++) expect((await buyer.submit(page, '/wa')).status).toBe(303);
    const refused = await buyer.submit(page, '/wa');
    expect([refused.status, refused.headers.get('location')]).toEqual([429, null]);
  });

  test('guessing links', async () => {
    const buyer = from(address);
    const statuses: number[] = [];
    for (let i = 0; i <= LIMITS.wrongLink.max; i++)
      statuses.push((await buyer.open(`/tanya/${'x'.repeat(48)}`)).status);
    expect(statuses.at(-2)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });

  test('a body that is no form, or far too large, is refused before it is read', async () => {
    const post = (raw: string, type: string) =>
      market.call('POST', `/p/${slug}/tanya`, { raw, headers: { 'content-type': type }, ip: '203.0.113.250' });
    expect((await post('{}', 'application/json')).status).toBe(400);
    expect((await post(`text=${'a'.repeat(70_000)}`, 'application/x-www-form-urlencoded')).status).toBe(413);
  });
});

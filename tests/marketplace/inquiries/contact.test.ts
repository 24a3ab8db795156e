import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countHit } from '#marketplace/http/limits.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from './buyer.ts';
import { addListing, villageSide } from './fixture.ts';
import { solve } from './solve.ts';

describe.each(backends)('producers’ numbers on %s', (backend) => {
  let market: Marketplace;
  let slug: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    slug = (await addListing(market, await market.village())).slug;
    market.clock.advance(3 * 3_600_000);
  });
  const press = (ip: string, of = slug) => buyerIn(market, ip).post(`/p/${of}/wa`, {});
  const isGiven = (answer: Response) => answer.headers.get('location')?.startsWith('https://wa.me/62') ?? false;

  test('a home line with all its networks of IPv6 gets twice what one visitor gets', async () => {
    const { max } = LIMITS.contactPerAddress;
    const slugs = [slug];
    while (slugs.length * LIMITS.contactPerListing.max < 4 * max) {
      slugs.push((await addListing(market, await market.village())).slug);
    }
    let given = 0;
    for (let n = 0; n < 200; n++) {
      const ip = `2001:db8:77:4${n.toString(16).padStart(2, '0')}::1`;
      if (isGiven(await press(ip, slugs[n % slugs.length]))) given++;
    }
    expect(given).toBe(2 * max);
    expect(isGiven(await press('2001:db8:77:500::1'))).toBe(true);
  });

  test('of one product, from many addresses: first freely, then for a little work each', async () => {
    const { max } = LIMITS.contactPerListing;
    for (let n = 0; n < max; n++) expect(isGiven(await press(`203.0.113.${n}`))).toBe(true);
    const buyer = buyerIn(market, '203.0.113.250');
    const answer = await buyer.post(`/p/${slug}/wa`, {});
    const html = await answer.text();
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(textOf(html)).toContain('Tekan tombol ini');
    expect(html).not.toContain('81234567890');
    const page = { status: 200, html, headers: answer.headers };
    const jawaban = solve(page);
    expect(isGiven(await buyer.submit(page, '/wa', { jawaban: '1.2.3' }))).toBe(false);
    expect(isGiven(await buyer.submit(page, '/wa', { jawaban }))).toBe(true);
    expect(isGiven(await buyer.submit(page, '/wa', { jawaban }))).toBe(false);
    const other = (await addListing(market, await market.village())).slug;
    expect(isGiven(await press('203.0.113.251', other))).toBe(true);
    market.clock.advance(LIMITS.contactPerListing.seconds * 1000);
    expect(isGiven(await press('203.0.113.252'))).toBe(true);
  });

  test('come with a text that says whose price it is', async () => {
    const village = await market.village();
    const side = villageSide(market, village);
    const { slug: of } = await addListing(market, village, { price: 25_000 });
    const buyer = buyerIn(market, '198.51.100.91');
    const path = await buyer.thread(of, { text: '', price: '20000', quantity: '10' });
    const said = async () => {
      const answer = await buyer.submit(await buyer.open(path), '/wa');
      return new URL(answer.headers.get('location') ?? '').searchParams.get('text');
    };
    expect(await said()).toContain('Saya menawar Gula semut: 10 bungkus × Rp20.000');
    const [{ id }] = (await side.list()).inquiries;
    await side.send(id, { kind: 'counter', text: '', seen: 1, terms: { price: 23_000, quantity: 10 } });
    expect(await said()).toContain('Desa menawar balik untuk Gula semut: 10 bungkus × Rp23.000');
    await side.send(id, { kind: 'decline', text: '', seen: 2 });
    expect(await said()).toContain('Saya bertanya tentang Gula semut');
  });

  test('of the whole market, product after product: from a private thread too', async () => {
    const buyer = buyerIn(market, '198.51.100.77');
    const path = await buyer.thread(slug, { text: 'Halo' });
    expect(isGiven(await press('198.51.100.79'))).toBe(true);
    // As if as many had been given by other products.
    for (let n = 1; n < LIMITS.contactMarket.max; n++) await countHit(market.deps, LIMITS.contactMarket, '');
    const fresh = (await addListing(market, await market.village())).slug;
    expect(isGiven(await press('198.51.100.78', fresh))).toBe(false);
    const thread = await buyer.open(path);
    const answer = await buyer.submit(thread, '/wa');
    const html = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const page = { status: 200, html, headers: answer.headers };
    expect(isGiven(await buyer.submit(page, '/wa', { jawaban: solve(page) }))).toBe(true);
  });
});

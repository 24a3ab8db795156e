import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE_URL, backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';

describe.each(backends)('a form that another site sends, on %s', (backend) => {
  let market: Marketplace;
  let slug: string;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    slug = (await addListing(market, await market.village())).slug;
  });

  const FORMS = {
    tanya: { text: 'Masih ada?', consent: 'ya', phone: '081234567890', email: 'x@evil.example' },
    lapor: { reason: 'scam', text: 'Penipuan' },
    wa: {},
  } as const;
  const send = (form: keyof typeof FORMS, headers: Record<string, string>) =>
    market.call('POST', `/p/${slug}/${form}`, {
      raw: new URLSearchParams(FORMS[form]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  const stored = async () => ({
    threads: await market.deps.db.selectFrom('inquiries').select('id').execute(),
    reports: await market.deps.db.selectFrom('reports').select('listing_id').execute(),
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: BASE_URL },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${BASE_URL}.evil.example` },
    { origin: 'http://pasar.example' },
  ])('does nothing yet, and shows our own page with what it held: %j', async (headers) => {
    const before = await stored();
    const asked = await send('tanya', headers);
    const page = await asked.text();
    expect([asked.status, textOf(page)]).toEqual([422, expect.stringContaining('Masih ada?')]);
    // Nobody else consents for the buyer, or says to whom the answers go.
    expect(page).not.toMatch(/081234567890|x@evil|name="consent"[^>]* checked|checked[^>]* name="consent"/);
    const reported = await send('lapor', headers);
    const html = await reported.text();
    expect([reported.status, html]).toEqual([422, expect.stringContaining('Penipuan')]);
    expect(html).toMatch(/value="scam"[^>]* checked|checked[^>]* value="scam"/);
    const contacted = await send('wa', headers);
    expect([contacted.status, contacted.headers.get('location')]).toEqual([200, null]);
    expect(await contacted.text()).toContain(`action="/p/${slug}/wa"`);
    expect(await stored()).toEqual(before);
  });

  it.each([
    {},
    { 'sec-fetch-site': 'same-origin', origin: BASE_URL },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'none' },
    { origin: BASE_URL },
    { origin: 'http://localhost' },
  ])('is our own with %j', async (headers: Record<string, string>) => {
    expect((await send('tanya', headers)).status).toBe(303);
    expect((await send('lapor', headers)).status).toBe(200);
    expect((await send('wa', headers)).status).toBe(303);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '#marketplace/app.ts';
import type { LogFields } from '#marketplace/log.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from './buyer.ts';
import { addListing, BUYER_PHONE, openThread, PRODUCER_PHONE, villageSide } from './fixture.ts';

const DAY = 86_400_000;

describe.each(backends)('privacy, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let listing: { id: string; slug: string };
  let side: ReturnType<typeof villageSide>;
  const buyer = () => buyerIn(market);
  const asked = { text: 'Saya Budi Santoso, masih ada?', name: 'Budi Santoso', phone: '0857 1112 2233' };

  beforeAll(async () => {
    market = await startMarketplace({ backend, config: { retentionDays: 30 } });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    await market.deps.db.deleteFrom('rate_hits').execute();
    village = await market.village('Desa Dagan');
    listing = await addListing(market, village, { floor: { price: 19_950, below: 'decline' } });
    side = villageSide(market, village);
  });

  test('no number and no floor in any page or list, of neither side', async () => {
    const path = await buyer().thread(listing.slug, { ...asked, text: '', price: '20000', quantity: '10' });
    market.clock.advance(20 * 60_000);
    await market.deps.jobs.send('inquiries-due', {});
    await market.runJobs();
    const pages = await Promise.all(
      [`/p/${listing.slug}`, path, `${path}/nota`, `${path}?lang=en`].map((p) => buyer().open(p)),
    );
    expect(pages.map((p) => p.status)).toEqual([200, 200, 200, 200]);
    const id = (await side.list()).inquiries[0].id;
    const answers = await Promise.all(
      ['/v1/inquiries', `/v1/inquiries/${id}`, '/v1/deals', '/v1/deals.csv', `/v1/inquiries/${id}/receipt`].map(
        async (p) => (await market.call('GET', p, { token: village.token })).text(),
      ),
    );
    for (const body of [...pages.map((p) => p.html), ...answers]) {
      const digits = body.replace(/<style>[\s\S]*?<\/style>/, '').replace(/[\s.-]/g, '');
      expect(digits).not.toContain(BUYER_PHONE.slice(3));
      expect(digits).not.toContain(PRODUCER_PHONE.slice(3));
      expect(digits).not.toContain('19950');
    }
  });

  test('an automatic answer reads like any other: nothing tells the buyer that a floor answered', async () => {
    const path = await buyer().thread(listing.slug, { price: '19000', quantity: '10' });
    market.clock.advance(20 * 60_000);
    await market.deps.jobs.send('inquiries-due', {});
    await market.runJobs();
    const page = await buyer().open(path);
    expect(textOf(page.html)).toMatch(/Desa Dagan\s+menolak/);
    const taken = await (await buyer().submit(page, '/unduh')).json();
    expect(taken.events.map((e: { by: string }) => e.by)).toEqual(['buyer', 'village']);
  });

  test('the private page is kept by nobody, found by nobody, and tells nobody its address', async () => {
    const path = await buyer().thread(listing.slug, asked);
    const { headers, html } = await buyer().open(path);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('the secret is 192 bits and stands nowhere in the database', async () => {
    const path = await buyer().thread(listing.slug, asked);
    const secret = path.slice('/tanya/'.length);
    expect(secret.slice(16)).toMatch(/^[0-9a-z]{38}$/); // 36³⁸ > 2¹⁹²
    const rows = await market.deps.db
      .selectFrom('inquiries')
      .selectAll()
      .where('village_id', '=', village.id)
      .execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(16));
  });

  test('a changed link: the old address is dead, the new one works', async () => {
    const path = await buyer().thread(listing.slug, asked);
    const moved = await buyer().submit(await buyer().open(path), '/ganti-tautan');
    const next = moved.headers.get('location') ?? '';
    expect(next).not.toBe(path);
    expect((await buyer().open(path)).status).toBe(404);
    expect((await buyer().open(next)).status).toBe(200);
  });

  test('a shut link opens for nobody, and the village goes on', async () => {
    const path = await buyer().thread(listing.slug, asked);
    const page = await buyer().open(path);
    expect(textOf(await (await buyer().submit(page, '/matikan-tautan')).text())).toContain('Centang dulu');
    expect((await buyer().submit(page, '/matikan-tautan', { yakin: 'ya' })).status).toBe(200);
    expect((await buyer().open(path)).status).toBe(404);
    expect((await side.list()).inquiries).toMatchObject([{ buyer: { name: 'Budi Santoso' }, unanswered: true }]);
  });

  test('everything kept of the buyer can be taken away', async () => {
    const path = await buyer().thread(listing.slug, asked);
    const response = await buyer().submit(await buyer().open(path), '/unduh');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.json()).toMatchObject({
      buyer: { name: 'Budi Santoso', phone: BUYER_PHONE },
      product: { name: 'Gula semut', village: 'Desa Dagan' },
      events: [{ by: 'buyer', kind: 'asked', text: asked.text }],
    });
  });

  async function everythingKept(): Promise<string> {
    const { db } = market.deps;
    const inquiries = await db.selectFrom('inquiries').selectAll().where('village_id', '=', village.id).execute();
    const events = await db.selectFrom('inquiry_events').selectAll().where('village_id', '=', village.id).execute();
    return JSON.stringify([inquiries, events]);
  }

  test('erased: person, words and link are gone, the trade record stays, and the village’s copy is replaced', async () => {
    const path = await buyer().thread(listing.slug, { ...asked, price: '20000', quantity: '10' });
    const { id } = (await side.list()).inquiries[0];
    await side.send(id, { kind: 'accept', text: 'Baik Pak Budi Santoso', seen: 1 });
    const { cursor } = await side.list();
    const page = await buyer().open(path);
    const erased = await buyer().submit(page, '/hapus', { yakin: 'ya' });
    expect(textOf(await erased.text())).toContain('Data Anda sudah dihapus');
    expect((await buyer().open(path)).status).toBe(404);
    expect(await everythingKept()).not.toMatch(/Budi|Santoso|85711122233/);
    const changed = await side.list(cursor);
    expect(changed.inquiries).toMatchObject([
      { id, state: 'deal', terms: { price: 20_000, quantity: 10 }, buyer: { name: null, phoneMasked: null } },
    ]);
    expect(changed.inquiries[0].events.map((e: { text: string | null }) => e.text)).toEqual([null, null, null]);
  });

  test('erasing gives no new offers: the number is forgotten, its three offers are not', async () => {
    const input = (price: number) => ({ text: '', terms: { price, quantity: 1 }, phone: BUYER_PHONE });
    for (const price of [20_000, 21_000, 22_000]) {
      const { secret } = await openThread(market, listing, input(price));
      await buyer().submit(await buyer().open(`/tanya/${secret}`), '/hapus', { yakin: 'ya' });
    }
    await expect(openThread(market, listing, input(23_000))).rejects.toThrow('offers_used_up');
  });

  test('after the configured days the person is taken out, once, and only out of what is finished', async () => {
    const old = await openThread(market, listing, { text: asked.text, name: asked.name, phone: BUYER_PHONE });
    const path = `/tanya/${old.secret}`;
    const run = async () => {
      await market.deps.jobs.send('inquiries-retention', {});
      await market.runJobs();
    };
    market.clock.advance(30 * DAY);
    await run();
    expect(await everythingKept(), 'not a day early').toContain('Santoso');
    market.clock.advance(1);
    const { cursor } = await side.list();
    await Promise.all([run(), run()]);
    expect(await everythingKept()).not.toMatch(/Budi|Santoso|85711122233/);
    expect((await buyer().open(path)).status).toBe(404);
    const changed = await side.list(cursor);
    expect(changed.inquiries).toMatchObject([{ id: old.id, events: [{ kind: 'asked', text: null }] }]);
    await run();
    expect((await side.list(changed.cursor)).inquiries).toEqual([]);
  });

  test('nothing of a buyer in the log', async () => {
    const lines: string[] = [];
    const log = (level: string, event: string, fields?: LogFields) =>
      void lines.push(JSON.stringify([level, event, fields]));
    const app = createApp({ ...market.deps, log });
    const call: Marketplace['call'] = async (method, path, { raw, headers = {}, token, ip = '' } = {}) =>
      app.request(
        path,
        {
          method,
          headers: token ? { authorization: `Bearer ${token}` } : headers,
          ...(raw !== undefined && { body: raw }),
        },
        { incoming: { socket: { remoteAddress: ip } } },
      );
    const loud = buyerIn({ ...market, call });
    const path = await loud.thread(listing.slug, asked);
    await loud.submit(await loud.open(path), '/pesan', { text: 'Halo lagi' });
    await loud.submit(await loud.open(path), '/wa');
    const { id } = (await side.list()).inquiries[0];
    const looked = await call('GET', `/v1/inquiries/${id}/phone`, { token: village.token });
    expect([looked.status, lines.length > 5]).toEqual([200, true]);
    expect(lines.join()).not.toMatch(/Budi|8571112|Halo|198\.51/);
    expect(lines.join()).not.toContain(path.slice(7));
  });
});

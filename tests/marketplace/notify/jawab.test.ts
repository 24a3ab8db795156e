import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#contract/time.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, BUYER_PHONE, openThread, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { pageOf, phoneIn } from './phone.ts';

// On PostgreSQL where there is one: what is tested here is mostly what its locks and keys promise.
const BACKEND = backends.at(-1) ?? 'embedded';

let market: Marketplace;
beforeAll(async () => {
  market = await startMarketplace({ backend: BACKEND });
});
afterAll(() => market.stop());

async function office() {
  const village = await market.village('Desa Dagan');
  const listing = await addListing(market, village, { price: 25_000 });
  const phone = phoneIn(market);
  return { village, listing, phone, side: villageSide(market, village) };
}
async function paired() {
  const all = await office();
  expect((await all.phone.pair(all.village)).status).toBe(303);
  return all;
}
const devicesOf = async (village: TestVillage) =>
  (await (await market.call('GET', '/v1/me', { token: village.token })).json()).devices.toSorted(
    (a: { kind: string }, b: { kind: string }) => a.kind.localeCompare(b.kind),
  );

describe('pairing a phone', () => {
  it('makes it a device of its own, by a cookie that is shut off well', async () => {
    const { village, phone } = await office();
    const answer = await phone.pair(village);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(answer.headers.get('location')).toBe('/jawab');
    expect(set).toMatch(/^__Secure-dodolan-hp=\S+; Max-Age=\d+; Path=\/jawab; HttpOnly; Secure; SameSite=Lax$/);
    expect(await devicesOf(village)).toMatchObject([{ kind: 'office' }, { kind: 'phone', name: 'HP Bu Rina' }]);
    const stored = await market.deps.db.selectFrom('devices').selectAll().where('kind', '=', 'phone').execute();
    expect(JSON.stringify(stored)).not.toContain(set.slice(20, 60));
    expect((await phone.open('/jawab')).status).toBe(200);
  });

  it('gives a secret that opens no other door', async () => {
    const { phone } = await paired();
    const token = decodeURIComponent(phone.cookie.split('=')[1] ?? '');
    expect((await market.call('GET', '/v1/me', { token })).status).toBe(401);
  });

  it('pairs nothing by being opened, and once only', async () => {
    const { village, phone } = await office();
    const link = await phone.link(village);
    const [one, two] = [await phone.open(link), await phoneIn(market).open(link)];
    expect((await devicesOf(village)).length).toBe(1);
    expect((await phone.submit(one, link)).status).toBe(303);
    const other = phoneIn(market);
    expect((await other.submit(two, link)).status).toBe(404);
    expect(textOf((await other.open(link)).html)).toContain('Kode ini tidak berlaku lagi');
    expect(other.cookie).toBe('');
  });

  it('sent twice by the same page (an answer got lost) is one device, whose newest secret counts', async () => {
    const { village, phone } = await office();
    const link = await phone.link(village);
    const page = await phone.open(link);
    await phone.submit(page, link);
    const lost = phone.cookie;
    expect((await phone.submit(page, link)).status).toBe(303);
    expect((await devicesOf(village)).length).toBe(2);
    expect((await phone.open('/jawab')).status).toBe(200);
    phone.cookie = lost;
    expect((await phone.open('/jawab')).status).toBe(401);
  });

  it('ends after ten minutes, with the next code, and with the computer that made it', async () => {
    const { village, phone } = await office();
    const late = await phone.link(village);
    market.clock.advance(11 * MINUTE);
    expect((await phone.open(late)).status).toBe(404);
    const before = await phone.link(village);
    await phone.link(village);
    expect((await phone.open(before)).status).toBe(404);
    const second = await market.device(village.id);
    const last = await phone.link({ ...village, ...second });
    const page = await phone.open(last);
    await market.call('DELETE', `/v1/devices/${second.deviceId}`, { token: village.token });
    expect((await phone.submit(page, last)).status).toBe(404);
  });

  it('has an end: a village has ten phones', async () => {
    const { village } = await office();
    for (let n = 0; n < 10; n++) await phoneIn(market).pair(village);
    expect((await market.call('POST', '/v1/pairings', { token: village.token })).status).toBe(429);
  });

  it('is ended at once from the computer, and by the phone itself', async () => {
    const { village, phone } = await paired();
    const [, device] = await devicesOf(village);
    await market.call('DELETE', `/v1/devices/${device.id}`, { token: village.token });
    expect(textOf((await phone.open('/jawab')).html)).toContain('HP ini belum dipasangkan');
    const own = await paired();
    const list = await own.phone.open('/jawab');
    await own.phone.submit(list, '/jawab/keluar', { yakin: 'ya' });
    expect((await own.phone.open('/jawab')).status).toBe(401);
    expect((await devicesOf(own.village)).length).toBe(1);
  });

  it('says that the village is blocked', async () => {
    const { village, phone } = await paired();
    await market.deps.db.updateTable('villages').set({ status: 'blocked' }).where('id', '=', village.id).execute();
    const page = await phone.open('/jawab');
    expect([page.status, textOf(page.html).includes('ditutup pengelola pasar')]).toEqual([403, true]);
  });
});

describe('answering from a phone', () => {
  it('lists what waits, the longest first, with the hours left, in parts', async () => {
    const { listing, phone } = await paired();
    const first = await openThread(market, listing, { text: 'Yang pertama?', name: 'Rina', phone: BUYER_PHONE });
    market.clock.advance(HOUR);
    await openThread(market, listing, { terms: { price: 20_000, quantity: 10 }, name: 'Budi' });
    for (let n = 0; n < 21; n++) {
      market.clock.advance(1000);
      await openThread(market, listing, { text: `Tanya ${n}?` });
    }
    const list = await phone.open('/jawab');
    const text = textOf(list.html);
    expect(text.indexOf('Yang pertama?')).toBeGreaterThan(-1);
    expect(text.indexOf('Yang pertama?')).toBeLessThan(text.indexOf('Budi'));
    expect(text).toContain('sisa 47 jam');
    expect(list.html).not.toMatch(/85711122233|0857/);
    expect(list.html.match(/class="wait card"/g)?.length).toBe(20);
    const next = /href="(\/jawab\?setelah=[^"]+)"/.exec(list.html)?.[1] ?? '';
    const rest = await phone.open(next);
    expect(rest.html.match(/class="wait card"/g)?.length).toBe(3);
    expect(textOf(rest.html)).not.toContain('Yang pertama?');
    const all = await phone.open('/jawab/semua');
    const older = /href="(\/jawab\/semua\?setelah=[^"]+)"/.exec(all.html)?.[1] ?? '';
    expect((await phone.open(older)).html).toContain(`/jawab/tanya/${first.id}`);
    expect((await phone.open('/jawab?setelah=99999999999999999999-x')).status).toBe(200);
  });

  it('has what was held for a look in a list of its own, with the way out of it', async () => {
    const { listing, phone } = await paired();
    expect((await phone.open('/jawab')).html).not.toContain('/jawab/tahan');
    const { id } = await openThread(market, listing, { text: 'Hubungi saya di 0812-3456-7890 ya', name: 'Rina' });
    const waiting = await phone.open('/jawab');
    expect(waiting.html).not.toContain(id);
    expect(waiting.html).toContain('href="/jawab/tahan"');
    const held = await phone.open('/jawab/tahan');
    expect(held.html).toContain(`/jawab/tanya/${id}`);
    const thread = await phone.open(`/jawab/tanya/${id}`);
    expect(textOf(thread.html)).toContain('Kalau ini pembeli sungguhan, balas saja');
    await phone.submit(thread, '/balas', { text: 'Masih, monggo.' });
    expect((await phone.open('/jawab/semua')).html).toContain(id);
    expect((await phone.open('/jawab/tahan')).html).not.toContain(id);
  });

  it('replies, counters, accepts and declines as the popup does', async () => {
    const { listing, phone, side } = await paired();
    const asked = await openThread(market, listing, { text: 'Masih ada?' });
    const sent = await phone.submit(await phone.open(`/jawab/tanya/${asked.id}`), '/balas', { text: 'Masih, monggo.' });
    expect(sent.headers.get('location')).toBe(`/jawab/tanya/${asked.id}?terkirim=1`);
    expect((await side.inquiry(asked.id)).events.at(-1)).toMatchObject({ by: 'village', text: 'Masih, monggo.' });

    const offer = { terms: { price: 20_000, quantity: 10 } };
    const countered = await openThread(market, listing, offer);
    const counter = async (quantity: string) =>
      phone.submit(await phone.open(`/jawab/tanya/${countered.id}`), '/tawar', { price: '23rb', quantity });
    expect(textOf(await (await counter('1 lusin')).text())).toContain(
      'dijual per bungkus, jadi tulis misalnya 10 bungkus',
    );
    await counter('10 bungkus');
    expect(await side.inquiry(countered.id)).toMatchObject({ state: 'countered', terms: { price: 23_000 } });

    const accepted = await openThread(market, listing, offer);
    await phone.submit(await phone.open(`/jawab/tanya/${accepted.id}`), '/setuju');
    expect((await side.inquiry(accepted.id)).state).toBe('deal');

    const declined = await openThread(market, listing, offer);
    await phone.submit(await phone.open(`/jawab/tanya/${declined.id}`), '/tolak');
    expect((await side.inquiry(declined.id)).state).toBe('declined');
  });

  it('sent twice does it once', async () => {
    const { listing, phone, side } = await paired();
    const { id } = await openThread(market, listing, { text: 'Masih ada?' });
    const page = await phone.open(`/jawab/tanya/${id}`);
    for (let n = 0; n < 2; n++) expect((await phone.submit(page, '/balas', { text: 'Masih.' })).status).toBe(303);
    expect((await side.inquiry(id)).events.filter(({ by }) => by === 'village').length).toBe(1);
  });

  it('is refused plainly, with what was typed, when the thread has gone on', async () => {
    const { listing, phone, side } = await paired();
    const { id } = await openThread(market, listing, { terms: { price: 20_000, quantity: 10 } });
    const page = await phone.open(`/jawab/tanya/${id}`);
    await side.send(id, { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 });
    const late = await pageOf(phone.submit(page, '/tawar', { price: '23.500', quantity: '12' }));
    expect(late.status).toBe(409);
    expect(textOf(late.html)).toContain('Ada perubahan di percakapan ini');
    expect(late.html).toContain('value="23.500"');
    expect((await pageOf(phone.submit(page, '/setuju'))).status).toBe(409);
    const high = await pageOf(
      phone.submit(await phone.open(`/jawab/tanya/${id}`), '/tawar', { price: '24.500', quantity: '10' }),
    );
    expect(textOf(high.html)).toContain('harus lebih rendah dari tawaran balik Anda sebelumnya');
    const empty = await pageOf(phone.submit(await phone.open(`/jawab/tanya/${id}`), '/balas', { text: '  ' }));
    expect([empty.status, textOf(empty.html).includes('Tulis balasannya dulu.')]).toEqual([422, true]);
  });

  it('keeps what was typed where the phone was ended, its village closed, or it was opened too often', async () => {
    const { village, listing, phone } = await paired();
    const { id } = await openThread(market, listing, { terms: { price: 20_000, quantity: 10 } });
    const page = await phone.open(`/jawab/tanya/${id}`);
    const reply = () => pageOf(phone.submit(page, '/balas', { text: words }));
    const kept = ({ html }: { html: string }) => read(html).querySelector('textarea')?.value;
    const words = 'Masih ada, <b>monggo</b>.';
    const status = (to: 'approved' | 'blocked') =>
      market.deps.db.updateTable('villages').set({ status: to }).where('id', '=', village.id).execute();
    await status('blocked');
    const blocked = await reply();
    expect([blocked.status, kept(blocked)]).toEqual([403, words]);
    await status('approved');
    await market.deps.db.updateTable('rate_hits').set({ hits: 5000 }).execute();
    const often = await reply();
    expect([often.status, kept(often)]).toEqual([429, words]);
    await market.deps.db.deleteFrom('rate_hits').execute();
    const [, device] = await devicesOf(village);
    await market.call('DELETE', `/v1/devices/${device.id}`, { token: village.token });
    const ended = await reply();
    expect([ended.status, kept(ended)]).toEqual([401, words]);
    const offer = await pageOf(phone.submit(page, '/tawar', { price: '23.000', quantity: '10' }));
    expect(kept(offer)).toBe('23.000 × 10');
  });

  it('is not done for another site, nor for another village', async () => {
    const { listing, phone, side } = await paired();
    const { id } = await openThread(market, listing, { terms: { price: 20_000, quantity: 10 } });
    const page = await phone.open(`/jawab/tanya/${id}`);
    const foreign = await phone.submit(page, '/setuju', {}, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await side.inquiry(id)).state).toBe('offered');
    const other = await paired();
    expect((await other.phone.open(`/jawab/tanya/${id}`)).status).toBe(404);
    const [path, body] = phone.filled(page, '/setuju');
    expect((await other.phone.send('POST', path, body)).status).toBe(404);
    expect((await side.inquiry(id)).state).toBe('offered');
  });

  it('shows hostile words as words', async () => {
    const { listing, phone } = await paired();
    const { id } = await openThread(market, listing, { text: '<script>alert(1)</script>', name: '<b>x</b>' });
    for (const path of ['/jawab', `/jawab/tanya/${id}`]) {
      const page = await phone.open(path);
      expect(page.html).not.toMatch(/<script|<b>x/);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it('is limited', async () => {
    const { listing, phone } = await paired();
    const { id } = await openThread(market, listing, { text: 'Masih ada?' });
    const page = await phone.open(`/jawab/tanya/${id}`);
    let last = await pageOf(phone.submit(page, '/balas', { text: '' }));
    for (let n = 0; n < 240; n++) last = await pageOf(phone.submit(page, '/balas', { text: n === 239 ? 'Halo' : '' }));
    expect([last.status, last.html.includes('Halo')]).toEqual([429, true]);
  }, 60_000);
});

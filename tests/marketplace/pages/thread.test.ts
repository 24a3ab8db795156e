import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Inquiry } from '#contract';
import { SHEETS, STYLE } from '#marketplace/web/style.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import {
  addListing,
  BUYER_PHONE,
  openThread,
  PRODUCER_PHONE,
  villageSide,
} from '#tests/marketplace/inquiries/fixture.ts';

const HOUR = 3_600_000;

describe.each(backends)('the buyer, with a plain browser, on %s', (backend) => {
  let market: Marketplace;
  let village: TestVillage;
  let slug: string;
  let listingId: string;
  let side: ReturnType<typeof villageSide>;
  let buyer: ReturnType<typeof buyerIn>;
  let address = 0;
  const inquiries = async (): Promise<Inquiry[]> => (await side.list()).inquiries;
  const only = async (): Promise<Inquiry> => {
    const [inquiry, ...more] = await inquiries();
    if (!inquiry || more.length > 0) throw new Error(`${more.length} more than one`);
    return inquiry;
  };

  beforeAll(async () => {
    market = await startMarketplace({ backend });
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    village = await market.village('Desa Dagan');
    ({ slug, id: listingId } = await addListing(market, village));
    side = villageSide(market, village);
    buyer = buyerIn(market, `198.51.100.${++address}`);
  });

  test('asks, is answered, reads the answer', async () => {
    const path = await buyer.thread(slug, { text: 'Bisa kirim?\r\nTerima kasih', name: 'Budi' });
    const inquiry = await only();
    expect(inquiry).toMatchObject({ buyer: { name: 'Budi' }, events: [{ text: 'Bisa kirim?\nTerima kasih' }] });
    await side.send(inquiry.id, { kind: 'reply', text: 'Bisa, <b>Kak</b>.' });
    const page = await buyer.open(path);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Bisa, &lt;b>Kak&lt;/b>.');
    expect(textOf(page.html)).toContain('Desa Dagan sudah menjawab');
    const styles = [...page.html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
    expect(styles).toEqual([STYLE, SHEETS.thread]);
  });

  test('bargains: offer, counter, agree; then WhatsApp with the summary, and the receipt', async () => {
    const path = await buyer.thread(slug, { price: '20rb', quantity: '10', name: 'Budi' });
    let page = await buyer.open(path);
    expect(textOf(page.html)).toContain('paling lambat 3 Maret 2026');
    expect(textOf(page.html)).toContain('sisa 48 jam');
    const { id } = await only();
    await side.send(id, { kind: 'counter', terms: { price: 23_000, quantity: 10 }, text: 'Nggih', seen: 1 });
    page = await buyer.open(path);
    expect(textOf(page.html)).toContain('10 bungkus × Rp23.000 = Rp230.000');
    const agreed = await buyer.submit(page, '/setuju');
    expect([agreed.status, agreed.headers.get('location')]).toEqual([303, path]);
    page = await buyer.open(path);
    expect(textOf(page.html)).toContain('Sepakat, belum bayar');
    const wa = await buyer.submit(page, '/wa');
    const target = new URL(wa.headers.get('location') ?? '');
    expect(`${target.origin}${target.pathname}`).toBe(`https://wa.me/${PRODUCER_PHONE.slice(1)}`);
    const text = target.searchParams.get('text') ?? '';
    expect(text).toContain('saya Budi. Kita sudah sepakat: Gula semut, 10 bungkus × Rp23.000 = Rp230.000');
    expect(text, 'the private link is no part of a message to somebody').not.toContain('/tanya/');
    expect(textOf((await buyer.open(`${path}/nota`)).html)).toMatch(/Nota kesepakatan.*Ibu Sari.*Rp230\.000/);
    expect((await side.inquiry(id)).state).toBe('deal');
  });

  test('the same form sent twice, also at once, opens one thread with one link', async () => {
    const product = await buyer.open(`/p/${slug}`);
    const send = () =>
      buyer.submit(product, '/tanya', { price: '20000', quantity: '5', phone: '085711122233', consent: 'ya' });
    const answers = [...(await Promise.all([send(), send()])), await send()];
    const links = answers.map((answer) => answer.headers.get('location'));
    expect(new Set(links).size).toBe(1);
    expect((await only()).events).toHaveLength(1);
    expect((await buyer.open(links[0] ?? '')).status).toBe(200);
  });

  test('the same words from two people are two threads', async () => {
    await buyer.thread(slug, { text: 'Masih ada?' });
    await buyerIn(market, '203.0.113.9').thread(slug, { text: 'Masih ada?' });
    expect(await inquiries()).toHaveLength(2);
  });

  test.each([
    [{}, 'Tulis pesan, atau isi harga dan jumlah'],
    [{ price: '20000' }, 'Isi juga jumlahnya'],
    [{ quantity: '4' }, 'Isi juga harga'],
    [{ price: 'murah', quantity: '4' }, 'Harga belum terbaca'],
    [{ price: '1.5', quantity: '4' }, 'dua cara'],
    [{ price: '20000', quantity: 'banyak' }, 'Jumlah belum terbaca'],
    [{ price: '20000', quantity: '10 kg' }, 'dijual per bungkus (250 g), jadi tulis misalnya 10 bungkus'],
    [{ price: '20000', quantity: '1 lusin' }, 'dijual per bungkus (250 g)'],
    [{ price: '26000', quantity: '4' }, 'di atas harga jual'],
    [{ text: 'Halo', phone: '021 555' }, 'Nomor belum benar'],
    [{ text: 'Halo', consent: '' }, 'Centang persetujuan'],
    [{ text: 'Halo', website: 'http://x' }, 'Tekan kirim sekali lagi'],
    [{ text: `Halo \u202e` }, 'huruf tersembunyi'],
  ])('%j comes back with the reason and everything that was typed', async (typed, reason) => {
    const answer = await buyer.ask(slug, { name: 'Budi "B"', ...typed });
    const html = await answer.text();
    expect([409, 422]).toContain(answer.status);
    expect(textOf(html)).toContain(reason);
    expect(html).toContain('value="Budi &quot;B&quot;"');
    if ('text' in typed) expect(html).toContain('Halo');
    expect(await inquiries()).toEqual([]);
  });

  test('after the trap a second press sends', async () => {
    const first = await buyer.ask(slug, { text: 'Halo', website: 'terisi sendiri' });
    const page = { status: first.status, html: await first.text(), headers: first.headers };
    expect((await buyer.submit(page, '/tanya', { text: 'Halo', consent: 'ya' })).status).toBe(303);
  });

  test('three offers, the last announced, only upwards, never above the asking price', async () => {
    const path = await buyer.thread(slug, { price: '20000', quantity: '10' });
    const { id } = await only();
    const decline = async () =>
      side.send(id, { kind: 'decline', text: '', seen: (await side.inquiry(id)).events.length });
    await decline();
    const low = await buyer.submit(await buyer.open(path), '/tawar', {
      price: '19000',
      quantity: '10',
      text: 'tolong',
    });
    const html = await low.text();
    expect(textOf(html)).toContain('harus lebih tinggi');
    expect(html, 'what was typed is still there').toMatch(/value="19000"[\s\S]*tolong/);
    const lots = await buyer.submit(await buyer.open(path), '/tawar', { price: '21000', quantity: '5 kg' });
    expect([lots.status, textOf(await lots.text())]).toEqual([422, expect.stringContaining('misalnya 10 bungkus')]);
    await buyer.submit(await buyer.open(path), '/tawar', { price: '21000', quantity: '10 bungkus' });
    await decline();
    expect(textOf((await buyer.open(path)).html)).toContain('Tawar lagi (terakhir)');
    await buyer.submit(await buyer.open(path), '/tawar', { price: '22000', quantity: '10' });
    await decline();
    const page = await buyer.open(path);
    expect(textOf(page.html)).toContain('Ketiga tawaran sudah dipakai');
    expect(page.html).not.toContain('/tawar"');
    expect((await side.inquiry(id)).offersLeft).toBe(0);
  });

  test('the same number has three offers and one open offer over all its threads', async () => {
    const phone = '0857 1112 2233';
    await buyer.thread(slug, { price: '20000', quantity: '1', phone });
    const second = await buyer.ask(slug, { price: '21000', quantity: '1', phone });
    expect(textOf(await second.text())).toContain('masih menunggu jawaban');
    market.clock.advance(48 * HOUR);
    for (const price of ['21000', '22000']) {
      await buyer.thread(slug, { price, quantity: '1', phone });
      market.clock.advance(48 * HOUR);
    }
    const fourth = await buyer.ask(slug, { price: '23000', quantity: '1', phone });
    expect(textOf(await fourth.text())).toContain('Ketiga tawaran untuk produk ini sudah dipakai');
  });

  test('two threads of one number offering at the same moment: one offer', async () => {
    const phone = '0857 1112 2233';
    const ask = (price: string, ip: string) => buyerIn(market, ip).ask(slug, { price, quantity: '1', phone });
    const answers = await Promise.all([ask('20000', '203.0.113.21'), ask('21000', '203.0.113.22')]);
    expect(answers.map((a) => a.status).toSorted()).toEqual([303, 409]);
  });

  test('acting on a page that is out of date is said, and the words are kept', async () => {
    const path = await buyer.thread(slug, { price: '20000', quantity: '10' });
    const { id } = await only();
    await side.send(id, { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 });
    const old = await buyer.open(path);
    await side.send(id, { kind: 'counter', terms: { price: 23_000, quantity: 10 }, text: '', seen: 2 });
    const offered = await buyer.submit(old, '/tawar', { price: '21000', quantity: '8', text: 'Boleh?' });
    const html = await offered.text();
    expect(offered.status).toBe(409);
    expect(textOf(html)).toContain('Keadaannya baru saja berubah');
    expect(textOf(html)).toContain('Rp23.000');
    expect(html).toMatch(/value="21000"[\s\S]*value="8"[\s\S]*Boleh\?/);
  });

  test('pressing a button twice does it once', async () => {
    const path = await buyer.thread(slug, { text: 'Halo' });
    const page = await buyer.open(path);
    const say = () => buyer.submit(page, '/pesan', { text: 'Masih ada?' });
    const answers = await Promise.all([say(), say()]);
    expect(answers.map((a) => a.status)).toEqual([303, 303]);
    expect((await only()).events).toHaveLength(2);
  });

  test('at 48 hours the page says so by itself, before any job ran', async () => {
    const path = await buyer.thread(slug, { price: '20000', quantity: '10' });
    market.clock.advance(48 * HOUR);
    const page = await buyer.open(path);
    expect(textOf(page.html)).toContain('Waktu tawaran sudah habis');
    expect((await buyer.submit(page, '/tawar', { price: '21000', quantity: '10' })).status).toBe(303);
    expect((await only()).events.map((e) => e.kind)).toEqual(['offered', 'expired', 'offered']);
  });

  test('calling off an agreement wants a tick; withdrawing an offer that was just accepted is no calling off', async () => {
    const path = await buyer.thread(slug, { price: '20000', quantity: '10' });
    const before = await buyer.open(path);
    const { id } = await only();
    await side.send(id, { kind: 'accept', text: '', seen: 1 });
    expect(textOf(await (await buyer.submit(before, '/tarik')).text())).toContain('baru saja berubah');
    const page = await buyer.open(path);
    expect(textOf(await (await buyer.submit(page, '/tarik')).text())).toContain('Centang dulu');
    expect((await buyer.submit(page, '/tarik', { yakin: 'ya' })).status).toBe(303);
    expect((await side.inquiry(id)).state).toBe('cancelled');
  });

  test('first words with a link wait for a look: flagged, not counted, said to the buyer', async () => {
    const path = await buyer.thread(slug, { text: 'Cek toko saya https://penipu.example' });
    expect(await only()).toMatchObject({ flagged: true, unanswered: false });
    expect(textOf((await buyer.open(path)).html)).toContain('Pesan Anda diperiksa dulu');
  });

  test('a reported number is looked at first in its next thread too', async () => {
    const { id } = await openThread(market, { id: listingId }, { text: 'kasar', phone: BUYER_PHONE });
    await side.send(id, { kind: 'report', text: '' });
    await openThread(market, { id: listingId }, { text: 'Halo lagi', phone: BUYER_PHONE });
    expect((await inquiries()).map((i) => [i.flagged, i.unanswered])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('reporting the village shuts its mouth; being reported shuts the buyer’s', async () => {
    const path = await buyer.thread(slug, { text: 'Halo' });
    const { id } = await only();
    await buyer.submit(await buyer.open(path), '/lapor', { text: 'Menipu' });
    expect(await (await side.send(id, { kind: 'reply', text: 'x' })).json()).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(textOf((await buyer.open(path)).html)).toContain('Anda melaporkan Desa Dagan');
  });

  test('English is complete on the private page', async () => {
    const path = await buyer.thread(slug, { price: '20000', quantity: '10' });
    const page = await buyer.open(`${path}?lang=en`);
    expect(textOf(page.html)).toContain('Your offer is waiting for an answer');
    expect(textOf(page.html)).toContain('10 packs × Rp20,000 = Rp200,000');
  });
});

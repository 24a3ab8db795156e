import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#contract/time.ts';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import { deliverDue } from '#marketplace/notify/deliver.ts';
import { type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, type Page, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { bodyOf, headerOf, saidIn, startMailServer } from './mailServer.ts';

let server: Awaited<ReturnType<typeof startMailServer>>;
let market: Marketplace;
let village: TestVillage;
let slug: string;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.mails.length = 0;
  server.state.behave = {};
  market = await startMarketplace({ backend: 'embedded', config: { mail: server.settings } });
  village = await market.village('Desa Dagan');
  slug = (await addListing(market, village, { price: 25_000 })).slug;
});
afterEach(() => market.stop());

async function pageOf(sent: Promise<Response>): Promise<Page> {
  const response = await sent;
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const ASKED = { text: 'Masih ada gulanya?', name: 'Rina', email: 'Rina@contoh.example' };

async function asked(typed: Record<string, string> = ASKED) {
  const path = await buyerIn(market).thread(slug, typed);
  const side = villageSide(market, village);
  const [inquiry] = (await side.list()).inquiries.slice(-1);
  return { path, side, inquiry };
}

describe('a buyer who left an e-mail address', () => {
  it('is told of an answer, by a mail that names the village and nothing else', async () => {
    const { path, side, inquiry } = await asked();
    await market.runJobs();
    expect(server.mails, 'nothing before an answer').toEqual([]);
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih, Kak Rina. Silakan.' });
    await market.runJobs();
    await market.runJobs();
    expect(server.mails.length).toBe(1);
    const [mail] = server.mails;
    if (mail === undefined) throw new Error('no mail');
    expect(mail.to).toEqual(['Rina@contoh.example']);
    expect(headerOf(mail, 'Subject')).toBe('Ada jawaban dari Desa Dagan');
    expect(headerOf(mail, 'Content-Type')).toMatch(/^text\/plain/);
    expect(bodyOf(mail)).toContain(`https://pasar.example${path}\n`);
    expect(saidIn(mail)).not.toMatch(/Kak|gula|25|Silakan|Masih/i);
    const page = await buyerIn(market).open(path);
    expect(page.html).toContain('Kak Rina');
  });

  it.each([
    ['counter', { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 }],
    ['accept', { kind: 'accept', text: '', seen: 1 }],
    ['decline', { kind: 'decline', text: '', seen: 1 }],
  ])('is told of %s', async (_, message) => {
    const { side, inquiry } = await asked({ ...ASKED, price: '20000', quantity: '10' });
    expect((await side.send(inquiry.id, message)).status).toBe(200);
    await market.runJobs();
    expect(server.mails.length).toBe(1);
  });

  it('is reminded once before an offer ends, unless it was answered', async () => {
    const { path, side, inquiry } = await asked({ ...ASKED, price: '20000', quantity: '10' });
    await side.send(inquiry.id, { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 });
    await market.runJobs();
    market.clock.advance(35 * HOUR);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(1);
    market.clock.advance(2 * HOUR);
    await deliverDue(market.deps);
    market.clock.advance(HOUR);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(2);
    expect(headerOf(server.mails[1] as never, 'Subject')).toBe('Penawaran dari Desa Dagan segera berakhir');
    expect(bodyOf(server.mails[1] as never)).toContain(path);
  });

  it('is not reminded of an offer that was answered', async () => {
    const { path, side, inquiry } = await asked({ ...ASKED, price: '20000', quantity: '10' });
    await side.send(inquiry.id, { kind: 'counter', terms: { price: 24_000, quantity: 10 }, text: '', seen: 1 });
    await market.runJobs();
    const buyer = buyerIn(market);
    await buyer.submit(await buyer.open(path), '/setuju');
    market.clock.advance(37 * HOUR);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(1);
  });

  it('gets one mail for several answers that came at once', async () => {
    const { side, inquiry } = await asked();
    for (const text of ['Masih.', 'Bisa diambil.', 'Matur nuwun.'])
      await side.send(inquiry.id, { kind: 'reply', text });
    await market.runJobs();
    expect(server.mails.length).toBe(1);
    await side.send(inquiry.id, { kind: 'reply', text: 'Besok tutup.' });
    await market.runJobs();
    expect(server.mails.length).toBe(2);
  });

  it('has the changed link in the mail, and none when the link is shut', async () => {
    const { path, side, inquiry } = await asked();
    const buyer = buyerIn(market);
    const changed = await buyer.submit(await buyer.open(path), '/ganti-tautan');
    const next = changed.headers.get('location') ?? '';
    expect(next).not.toBe(path);
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    expect(bodyOf(server.mails[0] as never)).toContain(`${next}\n`);
    await buyer.submit(await buyer.open(next), '/matikan-tautan', { yakin: 'ya' });
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih?' });
    await market.runJobs();
    expect(server.mails.length).toBe(1);
  });

  it('stops it with one press, for every thread, and may undo it', async () => {
    const { path, side, inquiry } = await asked();
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    const link = /https:\/\/pasar\.example(\/berhenti\/\w+)/.exec(bodyOf(server.mails[0] as never))?.[1] ?? '';
    expect(headerOf(server.mails[0] as never, 'List-Unsubscribe')).toBe(`<https://pasar.example${link}>`);
    const buyer = buyerIn(market);
    const page = await buyer.open(link);
    await side.send(inquiry.id, { kind: 'reply', text: 'Halo?' });
    await market.runJobs();
    expect(server.mails.length, 'opening the link stops nothing').toBe(2);
    const stopped = await pageOf(buyer.submit(page, link));
    expect(textOf(stopped.html)).toContain('Email sudah dihentikan');
    const other = await asked({ ...ASKED, email: 'rina@CONTOH.example' });
    await other.side.send(other.inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    expect(server.mails.length).toBe(2);
    expect(textOf((await buyer.open(path)).html)).toContain('minta tidak dikirimi lagi');
    await buyer.submit(stopped, '/batal');
    await side.send(inquiry.id, { kind: 'reply', text: 'Ya.' });
    await market.runJobs();
    expect(server.mails.length).toBe(3);
    const another = link.endsWith('0') ? '1' : '0';
    expect((await buyer.open(link.slice(0, -1) + another)).status).toBe(404);
  });

  it('is told on the page when the address is refused, and can enter another', async () => {
    const { path, side, inquiry } = await asked();
    server.state.behave = { recipient: 550 };
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    const tried = server.state.connections;
    await side.send(inquiry.id, { kind: 'reply', text: 'Halo?' });
    await market.runJobs();
    expect(server.state.connections, 'nothing more goes there').toBe(tried);
    const buyer = buyerIn(market);
    const page = await buyer.open(path);
    expect(textOf(page.html)).toContain('Email ke Ri•••@contoh.example ditolak');
    server.state.behave = {};
    const wrong = await pageOf(buyer.submit(page, '/surel', { email: 'rina' }));
    expect([wrong.status, wrong.html.includes('value="rina"')]).toEqual([422, true]);
    await buyer.submit(page, '/surel', { email: 'rina2@contoh.example' });
    await side.send(inquiry.id, { kind: 'reply', text: 'Sudah?' });
    await market.runJobs();
    expect(server.mails.map(({ to }) => to)).toEqual([['rina2@contoh.example']]);
  });

  it('never gets a mail twice when nobody knows whether it arrived', async () => {
    const { side, inquiry } = await asked();
    server.state.behave = { breakAfterData: true };
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    server.state.behave = {};
    market.clock.advance(2 * HOUR);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(1);
    const [notice] = await market.deps.db.selectFrom('notices').selectAll().execute();
    expect(notice?.state).toBe('unknown');
  });

  it('is told of what the floor answers as of the village’s own answer', async () => {
    const own = await addListing(market, village, { price: 25_000, floor: { price: 20_000, below: 'ask' } });
    await buyerIn(market).thread(own.slug, { ...ASKED, price: '24000', quantity: '10' });
    market.clock.advance(HOUR);
    await sweepDue(market.deps);
    await deliverDue(market.deps);
    expect(server.mails.map((mail) => headerOf(mail, 'Subject'))).toEqual(['Ada jawaban dari Desa Dagan']);
  });

  it('gets it later when the server takes nothing now, and not for ever', async () => {
    const { side, inquiry } = await asked();
    server.state.behave = { data: 451 };
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    await market.runJobs();
    expect(server.mails.length).toBe(0);
    server.state.behave = {};
    market.clock.advance(HOUR);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(1);
  });

  it('gets at most so many in a day, and the rest as one', async () => {
    const { side, inquiry } = await asked();
    for (let n = 0; n < 13; n++) {
      await side.send(inquiry.id, { kind: 'reply', text: `Nomor ${n}` });
      await market.runJobs();
    }
    expect(server.mails.length).toBe(10);
    market.clock.advance(DAY);
    await deliverDue(market.deps);
    expect(server.mails.length).toBe(11);
  });

  it('is forgotten with the thread', async () => {
    const { path, side, inquiry } = await asked();
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    const buyer = buyerIn(market);
    await buyer.submit(await buyer.open(path), '/hapus', { yakin: 'ya' });
    await market.runJobs();
    expect(server.mails).toEqual([]);
    for (const table of ['contacts', 'notices'] as const)
      expect(await market.deps.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it('is forgotten with an old thread', async () => {
    await asked();
    market.clock.advance(400 * DAY);
    await deliverDue(market.deps);
    const { pseudonymiseOld } = await import('#marketplace/inquiries/retention.ts');
    await pseudonymiseOld(market.deps);
    expect(await market.deps.db.selectFrom('contacts').selectAll().execute()).toEqual([]);
  });

  it('is in what the buyer downloads', async () => {
    const { path } = await asked();
    const buyer = buyerIn(market);
    const sent = await buyer.submit(await buyer.open(path), '/unduh');
    expect((await sent.json()).buyer).toMatchObject({ email: 'Rina@contoh.example', browsers: [] });
  });

  it('is in no answer of the village', async () => {
    const { side, inquiry } = await asked();
    const said = JSON.stringify([await side.list(), await side.inquiry(inquiry.id)]);
    expect(said).not.toMatch(/contoh\.example/i);
  });

  it('can press the button twice: one thread, one address', async () => {
    const buyer = buyerIn(market);
    const product = await buyer.open(`/p/${slug}`);
    const typed = { consent: 'ya', ...ASKED };
    const [a, b] = await Promise.all([buyer.submit(product, '/tanya', typed), buyer.submit(product, '/tanya', typed)]);
    expect(a.headers.get('location')).toBe(b.headers.get('location'));
    expect((await market.deps.db.selectFrom('contacts').selectAll().execute()).length).toBe(1);
  });
});

describe('hostile input', () => {
  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example,c@d.example',
    'A <a@b.example>',
    '"a b"@c.example',
    'a@b',
    'a@[127.0.0.1]',
    'a@b.example\u0000',
    `${'a'.repeat(65)}@b.example`,
    'a..b@c.example',
  ])('%j is no address, and comes back with what was typed', async (email) => {
    const sent = await pageOf(buyerIn(market).ask(slug, { ...ASKED, email }));
    expect(sent.status).toBe(422);
    expect(textOf(sent.html)).toContain('Alamat email belum benar');
    expect(sent.html).toContain('Masih ada gulanya?');
  });

  it('a village whose name holds line ends writes no header of its own', async () => {
    const { side, inquiry } = await asked();
    await market.deps.db
      .updateTable('villages')
      .set({ name: 'Desa Dagan\r\nBcc: jahat@contoh.example\r\n\r\nHalo' })
      .execute();
    await side.send(inquiry.id, { kind: 'reply', text: 'Masih.' });
    await market.runJobs();
    const [mail] = server.mails;
    if (mail === undefined) throw new Error('no mail');
    expect(mail.to).toEqual(['Rina@contoh.example']);
    expect(headerOf(mail, 'Bcc')).toBeNull();
  });
});

describe('without a mail server', () => {
  it('no address is asked for, and one that is sent all the same is not kept', async () => {
    const plain = await startMarketplace({ backend: 'embedded' });
    const there = await plain.village('Desa Dagan');
    const product = await addListing(plain, there);
    const page = await buyerIn(plain).open(`/p/${product.slug}`);
    expect(page.html).not.toContain('name="email"');
    const path = await buyerIn(plain).thread(product.slug, ASKED);
    expect(await plain.deps.db.selectFrom('contacts').selectAll().execute()).toEqual([]);
    expect((await buyerIn(plain).open(path)).html).not.toContain('id="kabari"');
    await plain.stop();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '#contract/time.ts';
import { forgetBulks } from '#marketplace/inquiries/bulk/store.ts';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import * as open from '#marketplace/inquiries/open.ts';
import { pseudonymiseOld } from '#marketplace/inquiries/retention.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, type Page, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { solve } from '#tests/marketplace/inquiries/solve.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { pressForm, type Typed } from './pressForm.ts';

const PATH = '/produk/gula-semut';

describe.each(backends)('one question to several villages on %s', (backend) => {
  let market: Marketplace;
  let villages: (TestVillage & { listing: string })[];
  let address = 0;

  async function start(config = {}) {
    market = await startMarketplace({ backend, config });
    villages = [];
    for (const name of ['Dagan', 'Serang', 'Kutabawa', 'Siwarak', 'Karangreja', 'Panusupan']) {
      const village = await market.village(`Desa ${name}`);
      const { id } = await addListing(market, village, { price: 25_000 + villages.length * 1000 });
      villages.push({ ...village, listing: id });
    }
  }
  beforeAll(() => start());
  afterAll(() => market.stop());
  beforeEach(() => {
    address++;
  });

  const ip = () => `198.51.100.${address}`;
  const buyer = () => buyerIn(market, ip());
  const idsOf = (...numbers: number[]) => numbers.map((n) => villages[n]?.listing ?? '');

  const press = (page: Page, typed: Typed, from = ip()) => pressForm(market, page, typed, from);
  const ask = async (typed: Typed) => press(await buyer().open(PATH), typed);
  const threadsOf = async (n: number) => {
    const village = villages[n];
    if (!village) throw new Error('no village');
    return (await villageSide(market, village).list()).inquiries;
  };
  const secretPath = (page: Page) => {
    expect([page.status, textOf(page.html)]).toEqual([303, '']);
    return page.headers.get('location') ?? '';
  };

  it('opens a thread in each, tells each how many others were asked, and gives the buyer one page', async () => {
    const path = secretPath(await ask({ desa: idsOf(0, 1, 2), text: 'Bisa kirim?', quantity: '10 kg', name: 'Rina' }));
    expect(path).toMatch(/^\/tanya\/semua\/[0-9a-z]{38}$/);
    for (const n of [0, 1, 2]) {
      const [thread] = (await threadsOf(n)).slice(-1);
      expect(thread.events[0].text).toBe('Bisa kirim?\nJumlah: 10 kg');
      expect([thread.buyer.name, thread.askedElsewhere]).toEqual(['Rina', 2]);
    }
    const page = await buyer().open(path);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const text = textOf(page.html);
    expect(text).toContain('Pertanyaan Anda ke 3 desa');
    for (const name of ['Dagan', 'Serang', 'Kutabawa']) expect(text).toContain(`Desa ${name}`);
    expect(text).not.toContain('Desa Siwarak');

    const dagan = villages[0];
    if (!dagan) throw new Error('no village');
    const [mine] = (await threadsOf(0)).slice(-1);
    await villageSide(market, dagan).send(mine.id, { kind: 'reply', text: 'Bisa, hari Senin.' });
    const answered = await buyer().open(path);
    expect(textOf(answered.html)).toContain('Bisa, hari Senin.');
    const links = [...read(answered.html).querySelectorAll('.bulk-part a.btn')];
    const href = links.find((a) => a.textContent?.includes('Desa Dagan'))?.getAttribute('href');
    expect(textOf((await buyer().open(href ?? '')).html)).toContain('Bisa, hari Senin.');
  });

  it('never tells a village which others were asked', async () => {
    await ask({ desa: idsOf(0, 1), text: 'Masih ada?' });
    const said = JSON.stringify((await threadsOf(0)).slice(-1));
    expect(said).not.toContain('Serang');
    for (const secret of [villages[1]?.id, villages[1]?.listing]) expect(said).not.toContain(secret);
    const { bulk_id } = await market.deps.db
      .selectFrom('inquiries')
      .select('bulk_id')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(said).not.toContain(bulk_id);
  });

  it('sends the same form once, however often it is pressed', async () => {
    const page = await buyer().open(PATH);
    const before = (await threadsOf(3)).length;
    const typed = { desa: idsOf(3, 4), text: 'Dua kali ditekan' };
    const both = await Promise.all([press(page, typed), press(page, typed)]);
    expect(new Set([...both, await press(page, typed)].map(secretPath)).size).toBe(1);
    expect((await threadsOf(3)).length).toBe(before + 1);
  });

  it.each<[string, Typed, string]>([
    ['no village', { text: 'Halo' }, 'Centang dulu desa'],
    ['six villages', { text: 'Halo', desa: [0, 1, 2, 3, 4, 5].map(String) }, 'paling banyak ke 5 desa'],
    ['no words', { desa: ['0'] }, 'Tulis pertanyaan Anda'],
    ['no consent', { desa: ['0'], text: 'Halo', consent: '' }, 'Centang persetujuan'],
    ['a price without a number', { desa: ['0'], price: '20rb' }, 'Isi juga jumlahnya'],
    ['a price nobody can read', { desa: ['0'], price: 'murah', quantity: '10' }, 'Harga belum terbaca'],
    ['a long quantity', { desa: ['0'], quantity: 'x'.repeat(41) }, 'Jumlah terlalu panjang'],
    ['a number that is none', { desa: ['0'], text: 'Halo', phone: '12' }, 'Nomor belum benar'],
  ])('%s: the page comes back with what was typed', async (_, typed, sentence) => {
    const chosen = [typed.desa ?? []].flat().flatMap((n) => idsOf(Number(n)));
    const { status, html } = await ask({ ...typed, desa: chosen });
    expect([status, textOf(html)]).toEqual([422, expect.stringContaining(sentence)]);
    const page = read(html);
    const ticked = [...page.querySelectorAll<HTMLInputElement>('input[name=desa]')].filter((input) => input.checked);
    expect(ticked.length).toBe(chosen.length);
    if (typeof typed.text === 'string') expect(page.querySelector('textarea')?.value).toBe(typed.text);
  });

  it('says what was sent and what not, and the next press sends only the rest', async () => {
    // 26.500 is above the list price of Dagan (25.000) and Serang (26.000), not of Kutabawa (27.000).
    const offer = { desa: idsOf(0, 1, 2), price: '26.500', quantity: '10' };
    const partly = await ask(offer);
    const text = textOf(partly.html);
    expect(partly.status).toBe(409);
    expect(text).toContain('Terkirim: Desa Kutabawa.');
    expect(text).toMatch(/Desa Dagan : Tawaran Anda di atas harga jualnya/);
    expect(partly.headers.get('referrer-policy')).toBe('same-origin');
    const ticked = [...read(partly.html).querySelectorAll<HTMLInputElement>('input[name=desa]:checked')];
    expect(ticked.map(({ value }) => value)).toEqual(idsOf(0, 1));
    const [thread] = (await threadsOf(2)).slice(-1);
    expect(thread.askedElsewhere).toBeUndefined();

    const path = secretPath(
      await press(partly, { desa: idsOf(0, 1), text: 'Tanpa tawaran saja', price: '', quantity: '' }),
    );
    expect(textOf((await buyer().open(path)).html)).toContain('Pertanyaan Anda ke 3 desa');
    const [told] = (await threadsOf(2)).slice(-1);
    expect([told.id, told.askedElsewhere]).toEqual([thread.id, 2]);
  });

  it('offers one price only where the units are the same', async () => {
    const odd = await market.village('Desa Liyane');
    const { id } = await addListing(market, odd, { unit: 'kg', packSize: null, price: 100_000 });
    const { status, html } = await ask({ desa: [...idsOf(0), id], price: '20rb', quantity: '10' });
    expect([status, textOf(html)]).toEqual([
      422,
      expect.stringContaining('ada desa yang dicentang yang menjual dengan satuan lain'),
    ]);
    await market.call('PUT', `/v1/listings/${id}`, {
      token: odd.token,
      body: { ...(await inputOf(odd, id)), rev: 2, state: 'withdrawn' },
    });
    const gone = await ask({ desa: [...idsOf(1), id], text: 'Masih ada?' });
    expect([gone.status, textOf(gone.html)]).toEqual([
      409,
      expect.stringContaining('1 desa lain yang dicentang : Barang ini sudah tidak dijual di sana.'),
    ]);
  });
  const inputOf = async (village: TestVillage, id: string) => {
    const { listings } = await (await market.call('GET', '/v1/listings?mine', { token: village.token })).json();
    return listings.find((one: { id: string }) => one.id === id).input;
  };

  it('takes no outcome that is not known for success, and the next press finds what was kept', async () => {
    const real = open.openInquiry;
    const page = await buyer().open(PATH);
    const spy = vi.spyOn(open, 'openInquiry').mockImplementation(async (deps, opening) => {
      const opened = await real(deps, opening);
      if (opening.listing.id === villages[1]?.listing) throw new Error('the line broke after the commit');
      return opened;
    });
    const before = (await threadsOf(1)).length;
    const first = await press(page, { desa: idsOf(0, 1), text: 'Putus di tengah' });
    spy.mockRestore();
    expect([first.status, textOf(first.html)]).toEqual([
      409,
      expect.stringContaining('Desa Serang : belum pasti terkirim'),
    ]);
    secretPath(await press(first, { desa: idsOf(1), text: 'Putus di tengah' }));
    expect((await threadsOf(1)).length).toBe(before + 1);
  });

  it('counts each village in the limits of the sender and of the number', async () => {
    const phone = '0812 1111 2222';
    secretPath(await ask({ desa: idsOf(0, 1, 2, 3, 4), text: 'Lima', phone }));
    secretPath(await ask({ desa: idsOf(0, 1, 2, 3, 4), text: 'Lima lagi', phone }));
    const { status, html } = await ask({ desa: idsOf(5), text: 'Yang kesebelas', phone });
    expect([status, textOf(html)]).toEqual([
      429,
      expect.stringContaining('Nomor HP ini sudah bertanya sebanyak yang boleh dalam satu hari'),
    ]);
    for (let n = 0; n < 6; n++) await ask({ desa: idsOf(n % 5, 5), text: `Pertanyaan ${n}` });
    const shared = await ask({ desa: idsOf(0, 1, 2, 3, 4), text: 'Alamat yang sama' });
    expect(shared.status).toBe(303);
    for (let n = 0; n < 3; n++) await ask({ desa: idsOf(0, 1, 2, 3, 4), text: `Banyak ${n}` });
    expect((await ask({ desa: idsOf(0, 1, 2, 3, 4), text: 'Terlalu banyak' })).status).toBe(429);
  });

  it('lives as long as its threads, and shows none whose link was changed', async () => {
    const path = secretPath(await ask({ desa: idsOf(0, 1), text: 'Rahasia saya' }));
    const links = async () =>
      [...read((await buyer().open(path)).html).querySelectorAll('.bulk-part a.btn')].map(
        (a) => a.getAttribute('href') ?? '',
      );
    const [first = '', second = ''] = await links();
    await buyer().submit(await buyer().open(first), `${first}/ganti-tautan`);
    expect(await links()).toEqual([second]);
    expect(textOf((await buyer().open(path)).html)).toContain('sudah Anda ganti atau matikan');
    await buyer().submit(await buyer().open(second), `${second}/hapus`, { yakin: 'ya' });
    expect(textOf((await buyer().open(path)).html)).toContain('Pertanyaan Anda ke 1 desa');
    // An open offer ends by the clock, and a reminder is the last thing that happens in a thread.
    market.clock.advance(3 * DAY);
    await sweepDue(market.deps);
    market.clock.advance(366 * DAY);
    await pseudonymiseOld(market.deps);
    expect((await buyer().open(path)).status).toBe(404);
    await forgetBulks(market.deps, DAY);
    expect(await market.deps.db.selectFrom('bulk_inquiries').select('id').execute()).toEqual([]);
  });

  it('under load wants one proof of work for all, good for one form', async () => {
    await market.stop();
    await start({ pressureVillage: 0 });
    for (const n of [0, 1]) await ask({ desa: idsOf(n), text: 'Yang pertama, masih tenang' });
    const asked = { desa: idsOf(0, 1), text: 'Sekarang ramai' };
    const first = await ask(asked);
    expect([first.status, textOf(first.html)]).toEqual([422, expect.stringContaining('Sedang banyak pesan masuk')]);
    expect(first.html.includes('/soal.js')).toBe(true);
    const soal = read(first.html).querySelector<HTMLInputElement>('[name=soal]')?.value ?? '';
    const solved = { ...asked, soal, jawaban: solve(first) };
    secretPath(await press(first, solved));
    for (const n of [0, 1]) expect((await threadsOf(n)).slice(-1)[0].flagged).toBe(false);
    // The same proof in another form, and from another sender, opens nothing.
    const other = await press(await buyer().open(PATH), solved);
    expect(other.status).toBe(422);
    const counts = async () => [(await threadsOf(0)).length, (await threadsOf(1)).length];
    const before = await counts();
    expect((await press(first, solved, '203.0.113.9')).status).toBe(422);
    expect(await counts()).toEqual(before);
    // Without script it is held for a look, in each village.
    secretPath(await press(other, { ...asked, jawaban: '' }));
    for (const n of [0, 1]) expect((await threadsOf(n)).slice(-1)[0].flagged).toBe(true);
  });
});

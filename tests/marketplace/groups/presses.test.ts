import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as groups from '#marketplace/groups/read.ts';
import { LIMITS } from '#marketplace/inquiries/limits.ts';
import * as open from '#marketplace/inquiries/open.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { buyerIn, type Page, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing, villageSide } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { pressForm, type Typed } from './pressForm.ts';

const PATH = '/produk/gula-semut';
const NAMES = ['Dagan', 'Serang', 'Kutabawa', 'Siwarak', 'Karangreja', 'Panusupan', 'Tlahab', 'Gondang'];
const away = () => Object.assign(new Error('terminating connection'), { code: '57P01' });

describe.each(backends)('one form pressed more than once on %s', (backend) => {
  let market: Marketplace;
  const villages: (TestVillage & { listing: string })[] = [];
  let address = 0;
  let page: Page;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    for (const name of NAMES) {
      const village = await market.village(`Desa ${name}`);
      villages.push({ ...village, listing: (await addListing(market, village)).id });
    }
  });
  afterAll(() => market.stop());
  beforeEach(async () => {
    address++;
    page = await buyer().open(PATH);
  });

  const ip = () => `198.51.100.${address}`;
  const buyer = () => buyerIn(market, ip());
  const idsOf = (...numbers: number[]) => numbers.map((n) => villages[n]?.listing ?? '');
  const press = (typed: Typed, from = page) => pressForm(market, from, typed, ip());
  const tickedIn = ({ html }: Page) =>
    [...read(html).querySelectorAll<HTMLInputElement>('input[name=desa]:checked')].map(({ value }) => value);
  async function threadsOf(n: number) {
    const village = villages[n];
    if (!village) throw new Error('no village');
    return (await villageSide(market, village).list()).inquiries;
  }
  async function opened<T>(deed: () => Promise<T>) {
    const count = async () => {
      const rows = await market.deps.db.selectFrom('inquiries').select('id').execute();
      return rows.length;
    };
    const before = await count();
    const result = await deed();
    return { result, threads: (await count()) - before };
  }

  it('asks five villages in all; those beyond are a question of their own, one press further', async () => {
    const first = await press({ desa: idsOf(0, 1, 2), text: 'Halo' });
    const answers = first.headers.get('location') ?? '';
    const { result: more, threads } = await opened(() => press({ desa: idsOf(3, 4, 5), text: 'Halo' }));
    expect([more.status, threads]).toEqual([422, 0]);
    expect(textOf(more.html)).toContain('Pertanyaan tadi sudah sampai di 3 desa');
    const sent = /Terkirim: ([^.]*)\./.exec(textOf(more.html))?.[1]?.split(', ').toSorted();
    expect(sent).toEqual(['Desa Dagan', 'Desa Kutabawa', 'Desa Serang']);
    expect(more.html).toContain(`href="${answers}"`);
    expect(read(more.html).querySelector('textarea')?.value).toBe('Halo');
    expect(tickedIn(more).toSorted()).toEqual(idsOf(3, 4, 5).toSorted());
    const next = await press({ desa: idsOf(3, 4, 5), text: 'Halo' }, more);
    expect([next.status, next.headers.get('location') === answers]).toEqual([303, false]);
    expect(textOf((await buyer().open(answers)).html)).toContain('Pertanyaan Anda ke 3 desa');
  });

  it('fills up to five with the same form', async () => {
    const first = await press({ desa: idsOf(0, 1, 2), text: 'Halo' });
    const second = await press({ desa: idsOf(3, 4), text: 'Halo' });
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const all = await buyer().open(second.headers.get('location') ?? '');
    expect(textOf(all.html)).toContain('Pertanyaan Anda ke 5 desa');
    expect((await threadsOf(0)).at(-1).askedElsewhere).toBe(4);
  });

  it('has no more room when a conversation was erased', async () => {
    const first = await press({ desa: idsOf(0, 1, 2, 3, 4), text: 'Halo' });
    const all = await buyer().open(first.headers.get('location') ?? '');
    const thread = read(all.html).querySelector('.bulk-part a.btn')?.getAttribute('href') ?? '';
    await buyer().submit(await buyer().open(thread), `${thread}/hapus`, { yakin: 'ya' });
    const { result, threads } = await opened(() => press({ desa: idsOf(5), text: 'Halo' }));
    expect([result.status, threads]).toEqual([422, 0]);
  });

  it('says which villages keep the first words, and sends to the others', async () => {
    const first = await press({ desa: idsOf(0, 1), text: 'Bisa 10 kg?' });
    const { result, threads } = await opened(() => press({ desa: idsOf(0, 2), text: 'Maaf, 100 kg' }));
    expect([result.status, threads]).toEqual([409, 1]);
    const text = textOf(result.html);
    expect(text).toContain('Terkirim: Desa Kutabawa.');
    expect(text).toMatch(/Desa Dagan : sudah menerima tulisan Anda yang pertama/);
    expect(result.html).toContain(`href="${first.headers.get('location')}"`);
    expect(tickedIn(result)).toEqual([]);
    const same = await press({ desa: idsOf(0, 1), text: 'Bisa 10 kg?' });
    expect([same.status, same.headers.get('location')]).toEqual([303, first.headers.get('location')]);
  });

  it('opens one thread in a village, and five in all, also when two presses come at once', async () => {
    const one = await opened(() => Promise.all(['satu', 'dua'].map((text) => press({ desa: idsOf(6), text }))));
    expect([one.threads, one.result.map(({ status }) => status).toSorted()]).toEqual([1, [303, 409]]);
    page = await buyer().open(PATH);
    const five = await opened(() =>
      Promise.all([idsOf(0, 1, 2, 3), idsOf(4, 5, 6, 7)].map((desa) => press({ desa, text: 'Halo' }))),
    );
    expect(five.threads).toBe(5);
    expect(five.result.some(({ html }) => textOf(html).includes('sudah sampai di 5 desa'))).toBe(true);
  });

  it('a press beyond a limit uses nothing up, and says which limit, how long, and how many still fit', async () => {
    const phone = `0812 3333 ${1000 + address}`;
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) {
      page = await buyer().open(PATH);
      expect((await press({ desa: idsOf(n), text: `Satu ${n}`, phone })).status).toBe(303);
    }
    page = await buyer().open(PATH);
    for (let n = 0; n < 9; n++) {
      const refused = await press({ desa: idsOf(0, 1, 2, 3, 4), text: 'Lima', phone });
      expect([refused.status, textOf(refused.html)]).toEqual([
        429,
        expect.stringMatching(/Nomor HP ini masih bisa bertanya ke 2 desa lagi hari ini\. .* dalam \d+ (?:jam|menit)/),
      ]);
    }
    expect((await press({ desa: idsOf(0, 1), text: 'Lima', phone })).status).toBe(303);
    page = await buyer().open(PATH);
    for (let n = 0; n < LIMITS.openPerAddress.max - 10; n += 5) {
      page = await buyer().open(PATH);
      expect((await press({ desa: idsOf(...[0, 1, 2, 3, 4].map((i) => (i + n) % 8)), text: `Ke-${n}` })).status).toBe(
        303,
      );
    }
    page = await buyer().open(PATH);
    const full = await press({ desa: idsOf(7), text: 'Lagi' });
    expect([full.status, textOf(full.html)]).toEqual([
      429,
      expect.stringContaining('Terlalu banyak pertanyaan dari jaringan internet ini dalam satu jam'),
    ]);
  });

  it('shows what was sent also when the list cannot be read any more', async () => {
    const real = open.openInquiry;
    const opening = vi.spyOn(open, 'openInquiry').mockImplementation(async (deps, of) => {
      if (of.listing.id !== villages[0]?.listing) throw away();
      return real(deps, of);
    });
    const reading = vi.spyOn(groups, 'readGroup').mockRejectedValue(away());
    const broken = await press({ desa: idsOf(0, 1), text: 'Putus di tengah' });
    opening.mockRestore();
    reading.mockRestore();
    expect(broken.status).toBe(503);
    expect(textOf(broken.html)).toContain('Terkirim: Desa Dagan.');
    expect(textOf(broken.html)).toContain('Desa Serang : belum pasti terkirim');
    expect(read(broken.html).querySelector('textarea')?.value).toBe('Putus di tengah');
    const answers = /href="(\/tanya\/semua\/[^"]+)"/.exec(broken.html)?.[1] ?? '';
    expect(textOf((await buyer().open(answers)).html)).toContain('Pertanyaan Anda ke 1 desa');
    expect(broken.headers.get('cache-control')).toBe('private, no-store');
  });

  it('another site consents for nobody, and gives nobody’s address', async () => {
    const typed = { desa: idsOf(0), text: 'Jual obat', phone: '081234567890', email: 'x@evil.example' };
    const html = (await pressForm(market, page, typed, ip(), { headers: { 'sec-fetch-site': 'cross-site' } })).html;
    expect(html).not.toMatch(/081234567890|evil\.example/);
    const form = read(html);
    expect(form.querySelector<HTMLInputElement>('[name=consent]')?.checked).toBe(false);
    expect(form.querySelector('textarea')?.value).toBe('Jual obat');
  });
});

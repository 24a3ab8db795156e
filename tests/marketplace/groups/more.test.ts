import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparePlaces, type Place, placeText, readPlace } from '#marketplace/groups/place.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { buyerIn, type Page, textOf } from '#tests/marketplace/inquiries/buyer.ts';
import { addListing } from '#tests/marketplace/inquiries/fixture.ts';
import { read } from '#tests/marketplace/pages/read.ts';
import { pressForm } from './pressForm.ts';

const PATH = '/produk/emping';
const IP = '198.51.100.9';
const MORE = 'button[name=lanjut]';

describe.each(backends)('a product of more villages than one page lists, on %s', (backend) => {
  let market: Marketplace;
  let listings: string[];
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    listings = [];
    for (let n = 0; n < 33; n++) {
      const village = await market.village(`Desa Urut ${String.fromCharCode(65 + n)}`);
      const { id } = await addListing(market, village, { name: 'Emping melinjo', price: 20_000 + n * 100 });
      listings.push(id);
    }
  });
  afterAll(() => market.stop());

  const boxes = ({ html }: Page, which = '') =>
    [...read(html).querySelectorAll<HTMLInputElement>(`.offers input[name=desa]${which}`)].map(({ value }) => value);

  it('keeps ticks and words on the way to the next page, and sends both', async () => {
    const first = await buyerIn(market, IP).open(PATH);
    expect(boxes(first).length).toBe(30);
    const typed = { desa: [listings[0] ?? '', listings[29] ?? ''], text: 'Masih ada?', consent: '', name: 'Rina' };
    const second = await pressForm(market, first, typed, IP, { button: MORE });
    expect([second.status, boxes(second)]).toEqual([200, listings.slice(30)]);
    const page = read(second.html);
    expect(page.querySelector('textarea')?.value).toBe('Masih ada?');
    expect(page.querySelector<HTMLInputElement>('[name=name]')?.value).toBe('Rina');
    expect(page.querySelector('[role=alert]')).toBeNull();
    const kept = [...page.querySelectorAll<HTMLInputElement>('input[name=desa]:checked')].map(({ value }) => value);
    expect(kept).toEqual(typed.desa);
    expect(textOf(second.html)).toContain('Dicentang di halaman lain:');
    const sent = await pressForm(market, second, { desa: [...kept, listings[32] ?? ''], text: 'Masih ada?' }, IP);
    const answers = await buyerIn(market, IP).open(sent.headers.get('location') ?? '');
    expect(textOf(answers.html)).toContain('Pertanyaan Anda ke 3 desa');
  });

  it('goes on behind an offer that was withdrawn meanwhile', async () => {
    const first = await buyerIn(market, IP).open(PATH);
    const next = read(first.html).querySelector(MORE)?.getAttribute('formaction')?.replace('/tanya?', '?') ?? '';
    await market.deps.db
      .updateTable('listings')
      .set({ listed: false, state: 'withdrawn' })
      .where('id', '=', listings[29] ?? '')
      .execute();
    expect(boxes(await buyerIn(market, IP).open(next))).toEqual(listings.slice(30));
  });

  it.each(['x', '0_0_1', '0_0_1_x', '9_9_1_aaaaaaaaaaaaaaaaaaaaaaaaaa', '%00', '0_0_1e9_a'])(
    'begins anew behind %j, which is no place',
    async (place) => {
      expect(boxes(await buyerIn(market, IP).open(`${PATH}?sesudah=${place}`)).length).toBe(30);
    },
  );

  it('speaks of one village where there is one', async () => {
    const village = await market.village('Desa Sendiri');
    const { id } = await addListing(market, village, { name: 'Wedang uwuh' });
    const alone = await buyerIn(market, IP).open('/produk/wedang-uwuh');
    const text = textOf(alone.html);
    expect(text).toContain('Tanya Desa Sendiri');
    expect(text).toContain('Kirim ke Desa Sendiri');
    expect(text).toContain('Harga tawaran per bungkus (250 g)');
    expect(text).not.toMatch(/sampai 5 desa|[Ss]etiap desa|tiap desa|desa yang dicentang/);
    expect(boxes(alone, ':checked')).toEqual([id]);
  });
});

it('a place says itself in an address, whatever its price', () => {
  const places: Place[] = [
    [0, 0, 1000 / 3, 'aaaaaaaaaaaaaaaa'],
    [0, 1, 25_000, 'aaaaaaaaaaaaaaab'],
    [1, 0, 0.1, 'aaaaaaaaaaaaaaac'],
  ];
  for (const place of places) {
    const again = readPlace(placeText(place));
    expect(again && comparePlaces(again, place)).toBe(0);
  }
  expect(places.toSorted(comparePlaces)).toEqual(places);
});

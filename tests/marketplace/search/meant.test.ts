import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchListings } from '#marketplace/listings/service.ts';
import { backends, type Marketplace, startMarketplace } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

const NAMES = [
  ...[
    'Gula semut organik',
    'Gula jawa',
    'Gula kelapa cetak',
    'Gula aren',
    'Madu hutan',
    'Madu klanceng',
    'Tempe mendoan',
  ],
  ...[
    'Tikar mendong',
    'Teh hijau',
    'Teh celup',
    'Cabai hijau',
    'Keripik pisang',
    'Keripik singkong',
    'Kukusan tempat nasi',
  ],
  ...[
    'Rias salon pengantin',
    'Kopi robusta',
    'Kopi luwak',
    'Jamur kuping',
    'Jamur crispy',
    'Bawang merah',
    'Tempat nasi bambu',
  ],
  ...['Nasi kuning', 'Jambu biji', 'Jambu air', 'Pisang ambon', 'Pot keramik', 'Cabai keriting', 'Pot gerabah'],
];

describe.each(backends)('what a search means, on %s', (backend) => {
  let market: Marketplace;
  beforeAll(async () => {
    market = await startMarketplace({ backend });
    const village = await market.village('Desa Dagan');
    for (const name of NAMES) {
      // The newest stands first, so that a right order is not that in which they were sent.
      market.clock.advance(60_000);
      await sentListing(market, village, { name, description: name === 'Pisang ambon' ? 'Untuk keripik' : '' });
    }
  });
  afterAll(() => market.stop());

  const search = (query: string) => searchListings(market.deps, { query, limit: 20 });
  const matching = async (query: string) => {
    const found = await search(query);
    return found.listings.slice(0, found.matching).map(({ name }) => name);
  };

  it.each([
    ['guka semut', 'gula semut', 'Gula semut organik'],
    ['gyla aren', 'gula aren', 'Gula aren'],
    ['lopi robusta', 'kopi robusta', 'Kopi robusta'],
    ['the hijau', 'teh hijau', 'Teh hijau'],
    ['the celup', 'teh celup', 'Teh celup'],
    ['keripik pisaug', 'keripik pisang', 'Keripik pisang'],
    ['gela semut', 'gula semut', 'Gula semut organik'],
  ])('takes a slip in a short word by the word beside it: %s', async (typed, meant, name) => {
    expect(await search(typed)).toMatchObject({ corrected: meant });
    expect(await matching(typed)).toEqual([name]);
  });

  it.each(['guka', 'lopi', 'salmon', 'guka merak'])('corrects nothing where no word tells: %s', async (typed) => {
    expect(await search(typed)).toMatchObject({ corrected: null, listings: [] });
  });

  it.each([
    ['tempat jual madu klanceng', ['Madu klanceng']],
    ['lokasi penjual teh hijau', ['Teh hijau']],
    ['keripik pisang per bungkus', ['Keripik pisang']],
    ['keripik pisang/kg', ['Keripik pisang']],
    ['kopi robusta 2 sachet', ['Kopi robusta']],
    ['setandan keripik pisang', ['Keripik pisang']],
  ])('takes no word of trade or packing for goods: %s', async (typed, names) => {
    expect(await matching(typed)).toEqual(names);
  });

  it('takes such a word for goods where some are called so', async () => {
    expect((await matching('tempat nasi'))[0]).toBe('Tempat nasi bambu');
  });

  it.each([
    ['cabai ker', 'Cabai keriting'],
    ['cabai kerit', 'Cabai keriting'],
    ['pot ke', 'Pot keramik'],
    ['pot kera', 'Pot keramik'],
  ])('knows a word by its beginning where the index has it without: %s', async (typed, name) => {
    const found = await search(typed);
    expect(found.listings[0]?.name).toBe(name);
    expect(found.loose).toBe(false);
  });

  it('knows what a beginning may be another word for', async () => {
    expect((await matching('mendo'))[0]).toBe('Tempe mendoan');
    expect(await matching('bramb')).toEqual(['Bawang merah']);
  });

  it('shows palm sugar of one tree before what does not say, and not that of the other', async () => {
    expect(await matching('gula kelapa')).toEqual(['Gula kelapa cetak']);
    expect((await search('gula kelapa')).listings.map(({ name }) => name)).toEqual(['Gula kelapa cetak', 'Gula jawa']);
    expect(await matching('gula merah')).toEqual(['Gula jawa', 'Gula aren', 'Gula kelapa cetak']);
  });

  it('takes a unit inside the name of goods for a part of it', async () => {
    expect(await matching('jambu biji')).toEqual(['Jambu biji']);
    expect(await matching('jual jambu biji 2 biji')).toEqual(['Jambu biji']);
  });

  it('shows what is called by the words in another order before what speaks of them', async () => {
    expect((await matching('pisang keripik'))[0]).toBe('Keripik pisang');
  });

  it('shows what is made of a thing after the thing', async () => {
    expect(await matching('jamur')).toEqual(['Jamur kuping', 'Jamur crispy']);
  });

  it('shows what has some of the words before what has none of them', async () => {
    const { listings, loose } = await search('madu hutan dan kopi');
    expect([loose, listings[0]?.name]).toEqual([true, 'Madu hutan']);
  });

  it('shows what is called after a place before what is only from there', async () => {
    const [here, there] = [await market.village('Desa Kutasari'), await market.village('Desa Gumelem')];
    for (const [village, name] of [
      [here, 'Batik tulis Gumelem'],
      [there, 'Batik cap'],
      [here, 'Batik cap'],
    ] as const) {
      market.clock.advance(60_000);
      await sentListing(market, village, { name, description: '' });
    }
    expect(await matching('batik gumelem')).toEqual(['Batik tulis Gumelem', 'Batik cap']);
    const first = await searchListings(market.deps, { query: 'batik gumelem', limit: 1 });
    const next = await searchListings(market.deps, { query: 'batik gumelem', limit: 1, after: first.next ?? '' });
    expect([...first.listings, ...next.listings].map(({ name }) => name)).toEqual(['Batik tulis Gumelem', 'Batik cap']);
  });
});

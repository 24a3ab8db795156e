import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListingInput } from '#contract';
import {
  findPublic,
  newestListings,
  type SearchOptions,
  sameProduct,
  searchListings,
  villageListings,
} from '#marketplace/listings/service.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import { recountVocabulary } from '#marketplace/search/vocabulary.ts';
import { backends, type Marketplace, startMarketplace, type TestVillage } from '#tests/marketplace/harness.ts';
import { sentListing } from '#tests/marketplace/samples.ts';

describe.each(backends)('search on %s', (backend) => {
  let market: Marketplace;
  let dagan: TestVillage;
  let karang: TestVillage;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    market = await startMarketplace({ backend });
    dagan = await market.village('Desa Dagan');
    karang = await market.village('Desa Karangmoncol');
    const goods: [TestVillage, string, Partial<ListingInput>][] = [
      [dagan, 'Gula semut organik', { description: 'Cocok untuk kopi.' }],
      [dagan, 'Gula merah cetak', {}],
      [dagan, 'Kopi robusta Dagan', { category: 'minuman' }],
      [dagan, 'Keripik singkong pedas', { description: 'Renyah dan gurih' }],
      [karang, 'Brambang goreng', { category: 'rempah' }],
      [karang, 'Bawang merah kupas', { category: 'rempah' }],
      [karang, 'Gula kelapa curah', {}],
      [karang, 'Sapu glagah halus', { category: 'kerajinan' }],
      [karang, 'Madu hutan', { description: 'Asli, tanpa gula tambahan' }],
    ];
    for (const [village, name, changes] of goods) {
      market.clock.advance(60_000);
      ids.set(name, (await sentListing(market, village, { name, description: '', ...changes })).id);
    }
  });
  afterAll(() => market.stop());

  const search = (query: string, options: Partial<SearchOptions> = {}) =>
    searchListings(market.deps, { query, limit: 20, ...options });
  /** Those that have all the words, or where nothing has, all that came. */
  const names = async (query: string, options: Partial<SearchOptions> = {}) => {
    const { listings, matching, tail } = await search(query, options);
    return (matching > 0 && tail === 'near' ? listings.slice(0, matching) : listings).map((listing) => listing.name);
  };
  const idOf = (name: string) => ids.get(name) ?? '';

  it('puts listings with the word in their name before those that only mention it', async () => {
    expect(await names('kopi')).toEqual(['Kopi robusta Dagan', 'Gula semut organik']);
    expect(await names('gula')).toEqual(['Gula kelapa curah', 'Gula merah cetak', 'Gula semut organik', 'Madu hutan']);
  });

  it('says where those begin that only mention it, on a later page too', async () => {
    expect(await search('gula')).toMatchObject({ matching: 3, tail: 'mentioned', mentioned: false });
    const first = await search('gula', { limit: 3 });
    expect(first).toMatchObject({ matching: 3, tail: null });
    const second = await search('gula', { limit: 3, after: first.next ?? '' });
    expect(second).toMatchObject({ matching: 0, tail: 'mentioned' });
  });

  it.each([
    ['kripk singkong', 'kripik singkong'],
    ['glua semut', 'gula semut'],
    ['gula semt', 'gula semut'],
    ['madu hutn', 'madu hutan'],
    ['robusat', 'robusta'],
    ['sapu glagha', 'sapu glagah'],
    ['keripk', 'keripik'],
    ['karangmncol', 'karangmoncol'],
  ])('understands %s as %s and says so', async (typed, meant) => {
    const found = await search(typed);
    expect(found.corrected).toBe(meant);
    const right = await search(meant);
    expect(right.corrected).toBeNull();
    expect(found.listings).toEqual(right.listings);
    expect(found.listings.length).toBeGreaterThan(0);
  });

  it.each([
    ['gula jawa', ['Gula merah cetak', 'Gula kelapa curah']],
    ['gula kelapa', ['Gula kelapa curah']],
    ['brambang', ['Bawang merah kupas', 'Brambang goreng']],
    ['bawang merah goreng', ['Brambang goreng']],
    ['kripik budin', ['Keripik singkong pedas']],
    ['sapu gelagah', ['Sapu glagah halus']],
    ['palm sugar', ['Gula semut organik']],
  ])('finds by another word for the same goods: %s', async (typed, expected) => {
    expect(await names(typed)).toEqual(expected);
  });

  it('finds by beginnings, stems, village, kind of goods and words of the description', async () => {
    expect(await names('singk')).toEqual(['Keripik singkong pedas']);
    expect(await names('keripiknya')).toEqual(['Keripik singkong pedas']);
    expect(await names('gula dagan')).toEqual(['Gula merah cetak', 'Gula semut organik']);
    expect(await names('minuman')).toEqual(['Kopi robusta Dagan']);
    expect(await names('tanpa tambahan')).toEqual(['Madu hutan']);
  });

  it('offers the thing itself when nothing has all of the words, and says so', async () => {
    const found = await search('madu semut');
    expect(found).toMatchObject({ loose: true, next: null });
    expect(found.listings.map((listing) => listing.name)).toEqual(['Madu hutan']);
    expect(await search('knalpot')).toMatchObject({ listings: [], loose: false, next: null });
  });

  it('shows the thing itself below what has all the words', async () => {
    const found = await search('gula dagan');
    expect(found).toMatchObject({ matching: 2, loose: false });
    expect(found.listings.map((listing) => listing.name)).toEqual([
      'Gula merah cetak',
      'Gula semut organik',
      'Gula kelapa curah',
    ]);
  });

  it('shows everything to words without meaning, and harms nothing', async () => {
    expect((await search('murah')).listings).toHaveLength(9);
    expect((await search('?!')).listings).toEqual([]);
    for (const typed of [
      "' | !(",
      ':*',
      'gula & !semut',
      "\\'); drop table listings; --",
      '\u0000',
      'a'.repeat(5000),
    ]) {
      await search(typed);
    }
    expect(await names('gula <-> semut')).toEqual(['Gula semut organik']);
  });

  it.each(['gula', 'madu semut', ''])('gives every match once over pages: %j', async (query) => {
    const whole = (await search(query)).listings.map((listing) => listing.id);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const part: Awaited<ReturnType<typeof search>> = await search(query, { limit: 2, after });
      paged.push(...part.listings.map((listing) => listing.id));
      after = part.next ?? undefined;
    } while (after !== undefined);
    expect(paged).toEqual(whole);
  });

  it.each(['砂糖', 'ꦒꦸꦭ', 'x', '1', '🍯'])('finds nothing for what it cannot look for: %s', async (query) => {
    const { listings, matching, next } = await search(query);
    expect([listings, matching, next]).toEqual([[], 0, null]);
  });

  it('keeps to a village or a category', async () => {
    expect(await names('gula', { villageId: karang.id })).toEqual(['Gula kelapa curah', 'Madu hutan']);
    expect(await names('goreng', { category: 'rempah' })).toEqual(['Brambang goreng']);
    expect(await names('goreng', { category: 'batik' })).toEqual([]);
    const kinds = await newestListings(market.deps, { category: 'kerajinan', limit: 5 });
    expect(kinds.listings.map((listing) => listing.name)).toEqual(['Sapu glagah halus']);
    const own = await villageListings(market.deps, dagan.id, { limit: 50 });
    expect(own.listings).toHaveLength(4);
  });

  it('knows the same product in another village by any of its names', async () => {
    const jawa = await findPublic(market.deps, idOf('Gula merah cetak'));
    const others = jawa ? await sameProduct(market.deps, jawa) : [];
    expect(others.map((listing) => listing.name)).toEqual(['Gula kelapa curah']);
  });

  it('takes honey and a pineapple that is called after it for two things', async () => {
    market.clock.advance(60_000);
    const honey = await sentListing(market, dagan, { name: 'Madu klanceng', description: '' });
    const fruit = await sentListing(market, karang, { name: 'Nanas madu', description: '' });
    expect(await names('madu')).toEqual(['Madu hutan', 'Madu klanceng', 'Nanas madu']);
    expect((await names('nanas madu'))[0]).toBe('Nanas madu');
    const sameAs = async (id: string) => {
      const listing = await findPublic(market.deps, id);
      return (listing ? await sameProduct(market.deps, listing) : []).map(({ name }) => name);
    };
    const { id } = await sentListing(market, dagan, { name: 'Madu', description: '' });
    expect(await sameAs(id)).toEqual(['Madu hutan']);
    expect(await sameAs(fruit.id)).toEqual([]);
    for (const gone of [honey.id, fruit.id, id]) await hideListing(market.deps, gone, 'uji');
  });

  it('takes words together that were written apart, and apart that were written together', async () => {
    const { id } = await sentListing(market, karang, { name: 'gulasemut kemasan', description: '' });
    expect(await names('gula semut')).toEqual(['gulasemut kemasan', 'Gula semut organik']);
    expect(await names('gulasemut')).toEqual(['gulasemut kemasan', 'Gula semut organik']);
    expect(await names('gulo semut')).toEqual(['gulasemut kemasan', 'Gula semut organik']);
    expect((await search('ke ripik')).listings[0]?.name).toBe('Keripik singkong pedas');
    await hideListing(market.deps, id, 'uji');
  });

  it.each(['murah', 'kucing', 'emas', 'helm', 'kepala', 'buku', 'tablet'])('%s is no misspelling', async (typed) => {
    expect((await search(typed)).corrected).toBeNull();
  });

  it('forgets a listing at once that is hidden, withdrawn, renamed, or whose village is blocked', async () => {
    const { id, input } = await sentListing(market, dagan, { name: 'Blangkon Banyumas', description: '' });
    expect(await names('blangkon')).toEqual(['Blangkon Banyumas']);
    await hideListing(market.deps, id, 'uji');
    expect(await names('blangkon')).toEqual([]);
    await hideListing(market.deps, id, null);
    await setVillageStatus(market.deps, dagan.id, 'blocked');
    expect(await names('blangkon')).toEqual([]);
    await setVillageStatus(market.deps, dagan.id, 'approved');
    const change = (changes: Partial<ListingInput>) =>
      market.call('PUT', `/v1/listings/${id}`, { token: dagan.token, body: { ...input, ...changes } });
    await change({ rev: 2, name: 'Iket Banyumas' });
    expect(await names('blangkon')).toEqual([]);
    expect(await names('iket')).toEqual(['Iket Banyumas']);
    await change({ rev: 3, name: 'Iket Banyumas', state: 'withdrawn' });
    expect(await names('iket')).toEqual([]);
    const left = await market.deps.db.selectFrom('listing_words').selectAll().where('id', '=', id).execute();
    expect(left).toEqual([]);
  });

  it('still knows every word after the daily recount', async () => {
    await recountVocabulary(market.deps.db);
    const words = await market.deps.db.selectFrom('search_words').select(['word', 'uses']).execute();
    expect(words).toEqual(
      expect.arrayContaining([{ word: 'gula', uses: 3 }, expect.objectContaining({ word: 'krambil' })]),
    );
    expect(words.map((row) => row.word)).not.toContain('blangkonan');
    expect((await search('glua semut')).corrected).toBe('gula semut');
  });

  it('brings listings in step with a new table of synonyms', async () => {
    await market.deps.db.updateTable('listings').set({ name_goods: [], all_goods: [] }).execute();
    expect(await names('gula jawa')).toEqual([]);
    await market.deps.jobs.send('reindex-goods', {});
    await market.runJobs();
    expect(await names('gula jawa')).toEqual(['Gula merah cetak', 'Gula kelapa curah']);
  });
});

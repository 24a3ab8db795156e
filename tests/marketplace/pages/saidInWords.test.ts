import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING } from '#marketplace/pages/find/ask.ts';
import { priceWords } from '#marketplace/pages/find/priceWords.ts';
import { saysNear, withoutPermitWord, withoutPriceWords } from '#marketplace/pages/find/saidInWords.ts';

describe('a price in words', () => {
  it.each([
    ['kopi di bawah 50 ribu', 'kopi', null, 50_000],
    ['kopi dibawah 50rb', 'kopi', null, 50_000],
    ['kopi harga di bawah Rp50.000', 'kopi', null, 50_000],
    ['kopi di bawah harga 50rb', 'kopi', null, 50_000],
    ['batik kurang dari 200 ribu', 'batik', null, 200_000],
    ['batik maks 200rb', 'batik', null, 200_000],
    ['batik maksimal 1,5jt', 'batik', null, 1_500_000],
    ['batik < 200rb', 'batik', null, 200_000],
    ['batik <200000', 'batik', null, 200_000],
    ['kopi di bawah 50', 'kopi', null, 50_000],
    ['kopi 50 ribu ke bawah', 'kopi', null, 50_000],
    ['coffee under 50k', 'coffee', null, 50_000],
    ['kambing di atas 2 juta', 'kambing', 2_000_000, null],
    ['kambing minimal 2jt', 'kambing', 2_000_000, null],
    ['kambing 2 juta ke atas', 'kambing', 2_000_000, null],
    ['keripik 20-30 ribu', 'keripik', 20_000, 30_000],
    ['keripik 20 sampai 30rb', 'keripik', 20_000, 30_000],
    ['keripik antara 20rb dan 30rb', 'keripik', 20_000, 30_000],
    ['keripik 20rb - 30rb pedas', 'keripik pedas', 20_000, 30_000],
    ['keripik 20.000-30.000', 'keripik', 20_000, 30_000],
    ['batik 200rb', 'batik', null, 200_000],
    ['batik 200 ribuan', 'batik', null, 200_000],
    ['kopi di atas 20rb di bawah 50rb', 'kopi', 20_000, 50_000],
    ['di bawah 10 ribu', '', null, 10_000],
  ])('%s', (typed, rest, min, max) => {
    expect(priceWords(typed)).toEqual({ rest, min, max });
  });

  it.each([
    'kopi 250 gram',
    'gula semut 1 kg',
    'beras maks 10 kg',
    'telur isi 10-20',
    'madu 350ml',
    'kopi di bawah',
    'pisang 2-3 kg',
    'buah2an',
    'wedang uwuh isi 5',
    'sarung 210',
  ])('“%s” has none', (typed) => expect(priceWords(typed)).toBeNull());

  it('never fails, and never leaves a price outside of its limits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const found = priceWords(typed);
        for (const price of [found?.min ?? 0, found?.max ?? 0]) expect(price).toBeLessThanOrEqual(1_000_000_000);
        withoutPriceWords({ ...NOTHING, query: typed });
        withoutPermitWord({ ...NOTHING, query: typed });
      }),
    );
    const started = performance.now();
    for (const part of ['1', 'di bawah ', '1.', 'antara 1', 'rp ', '1 - ']) priceWords(part.repeat(100).slice(0, 100));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

it.each([
  ['kopi murah', 'kopi', 'cheapest'],
  ['termurah', '', 'cheapest'],
  ['kopi yang paling murah', 'kopi', 'cheapest'],
  ['batik termahal', 'batik', 'dearest'],
  ['kerajinan terbaru', 'kerajinan', 'newest'],
])('“%s” says an order', (query, rest, sort) => {
  expect(withoutPriceWords({ ...NOTHING, query })).toMatchObject({ query: rest, sort });
});

it.each(['kopi', 'gula semut murni', 'mahal', 'sepatu baru'])('“%s” says none', (query) => {
  expect(withoutPriceWords({ ...NOTHING, query })).toBeNull();
});

it.each([
  ['halal', '', 'halal'],
  ['kopi halal', 'kopi', 'halal'],
  ['kopi bersertifikat halal', 'kopi', 'halal'],
  ['keripik p-irt', 'keripik', 'pirt'],
  ['keripik izin PIRT', 'keripik', 'pirt'],
  ['jamu BPOM', 'jamu', 'bpom'],
])('“%s” says a permit', (query, rest, permit) => {
  expect(withoutPermitWord({ ...NOTHING, query })).toMatchObject({ query: rest, permit });
});

it('knows who asks for what is near', () => {
  for (const query of ['terdekat', 'gula semut dekat saya', 'kopi dekat purbalingga', 'sekitar sini', 'near me'])
    expect(saysNear(query), query).toBe(true);
  for (const query of ['dekat', 'kopi', 'cedhakan', 'desa dekatan']) expect(saysNear(query), query).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVAILABILITIES, CATEGORIES, EXCHANGES, ListingInput, PRICE_MAX, PRICE_MIN, UNITS } from '#contract';
import { emptyForm, formOf, toListingInput } from '#utils/listing/form.ts';
import { carriesPack } from '#utils/listing/unit.ts';

const AROUND = { rev: 1, siteUrl: 'https://dagan.desa.id', state: 'live' } as const;
const DEFAULTS = { producerName: 'Bu Siti', producerPhone: '081234567890', terms: 'COD', category: '', unit: '' };
const HASH = 'ab'.repeat(32);

const words = (min: number, max: number) =>
  fc
    .stringMatching(/^[\p{L}\p{N} .,&()#*/-]*$/u, { maxLength: max })
    .filter((text) => text.trim().length >= min && text.trim().length <= max);
const anyPermit = (number: RegExp, until = fc.option(fc.constant('2029-02-28'))) =>
  fc.option(fc.option(fc.record({ number: fc.stringMatching(number), until })), { nil: undefined });
const anyPermits = fc
  .record({
    pirt: anyPermit(/^\d{13}-\d{2}$/),
    bpom: anyPermit(/^M[DL]\d{12}$/),
    halal: anyPermit(/^ID\d{17}$/),
    nib: anyPermit(/^9\d{12}$/, fc.constant(null)),
  })
  // Nothing said of any kind is nothing said.
  .map((permits) => (Object.values(permits).every((permit) => permit === undefined) ? undefined : permits));
// A form says of every kind whether it holds, or of none.
const anyExchange = fc.option(fc.record(Object.fromEntries(EXCHANGES.map((kind) => [kind, fc.boolean()]))), {
  nil: undefined,
});
const anyListing = fc
  .record({
    rev: fc.integer({ min: 1, max: 9999 }),
    name: words(3, 80),
    price: fc.integer({ min: PRICE_MIN, max: PRICE_MAX }),
    unit: fc.constantFrom(...UNITS),
    packSize: fc.option(
      fc.record({
        amount: fc.integer({ min: 1, max: 99_999_999 }).map((thousandths) => thousandths / 1000),
        measure: fc.constantFrom('gram', 'kg', 'ml', 'liter', 'biji'),
      }),
    ),
    availability: fc.constantFrom(...AVAILABILITIES),
    stock: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    unitWord: fc.constantFrom(null, 'ekor', 'loyang', 'm2'),
    category: fc.constantFrom(...CATEGORIES),
    description: words(0, 200),
    photos: fc.array(fc.stringMatching(/^[0-9a-f]{64}$/), { minLength: 1, maxLength: 8 }),
    producer: fc.record({
      name: words(2, 80),
      phone: fc.stringMatching(/^\+628[1-35-9]\d{7,10}$/),
      consent: fc.constant(true),
    }),
    flagship: fc.boolean(),
    terms: words(0, 100),
    floor: fc.option(
      fc.record({ price: fc.integer({ min: PRICE_MIN, max: PRICE_MAX }), below: fc.constantFrom('decline', 'ask') }),
    ),
    exchange: anyExchange,
    permits: anyPermits,
    siteUrl: fc.option(fc.constant('https://dagan.desa.id')),
    state: fc.constantFrom('live', 'withdrawn'),
  } satisfies Record<keyof ListingInput, unknown>)
  .map((raw) => ({
    ...raw,
    packSize: carriesPack(raw.unit) ? raw.packSize : null,
    floor: raw.floor && { ...raw.floor, price: Math.min(raw.floor.price, raw.price) },
  }))
  .filter((raw) => ListingInput.safeParse(raw).success);

const issuesOf = (change: Partial<ReturnType<typeof emptyForm>>, photos = [{ hash: HASH }]) => {
  const good = {
    ...emptyForm(DEFAULTS),
    name: 'Gula semut',
    price: '25rb',
    unit: 'bungkus',
    category: 'makanan',
    consent: true,
  };
  const result = toListingInput({ ...good, ...change }, photos, AROUND);
  return 'issues' in result ? Object.fromEntries(result.issues.map(({ path, code }) => [path, code])) : {};
};

describe('the form and the listing', () => {
  it('any listing survives being opened in the form and sent again', () => {
    fc.assert(
      fc.property(anyListing, (raw) => {
        const input = ListingInput.parse(raw);
        const photos = input.photos.map((hash) => ({ hash }));
        expect(toListingInput(formOf(input), photos, input)).toEqual({ input });
      }),
    );
  });

  it('a unit of one’s own is letters only, and asked for where it is chosen and not written', () => {
    expect(issuesOf({ unitWord: 'ekor' })).toEqual({});
    expect(issuesOf({ unitWord: 'Rp' })).toEqual({ unitWord: 'unit_word_money' });
    expect(issuesOf({ unitWord: ' ' })).toEqual({ unitWord: 'unit_word_missing' });
    expect(issuesOf({ unitWord: '08123456789' })).toEqual({ unitWord: 'unit_word_malformed' });
    expect(issuesOf({ unitWord: 'lembar yang panjang sekali' })).toEqual({ unitWord: 'unit_word_long' });
  });

  it('a form filled by hand becomes the listing it says', () => {
    expect(issuesOf({ packAmount: '250 gr', stock: '1.000', floorPrice: '20rb' })).toEqual({});
  });

  it('an empty form says of each field what is missing, none twice', () => {
    const empty = emptyForm({ producerName: '', producerPhone: '', terms: '', category: '', unit: '' });
    expect(toListingInput(empty, [], AROUND)).toEqual({
      issues: expect.arrayContaining(
        Object.entries({
          name: 'name_missing',
          price: 'price_missing',
          unit: 'unit_missing',
          category: 'category_missing',
          photos: 'photos_missing',
          'producer.name': 'producer_name_missing',
          'producer.phone': 'phone_missing',
          'producer.consent': 'consent_missing',
        }).map(([path, code]) => ({ path, code })),
      ),
    });
  });

  it.each([
    [{ price: '1.5' }, 'price', 'price_ambiguous'],
    [{ price: 'murah' }, 'price', 'price_malformed'],
    [{ price: '2 000 000 000' }, 'price', 'price_high'],
    [{ packAmount: 'banyak' }, 'packSize.amount', 'pack_amount_malformed'],
    [{ stock: 'banyak' }, 'stock', 'stock_malformed'],
    [{ producerPhone: '0812' }, 'producer.phone', 'phone_malformed'],
    [{ floorPrice: '30rb' }, 'floor.price', 'floor_above_price'],
    [{ floorPrice: '1.5' }, 'floor.price', 'price_ambiguous'],
    [{ unit: 'jengkal' }, 'unit', 'unit_unknown'],
    [{ pirt: '206330301012-28' }, 'permits.pirt.number', 'pirt_malformed'],
    [{ bpom: 'MD 86701234567' }, 'permits.bpom.number', 'bpom_malformed'],
    [{ halal: 'ID' }, 'permits.halal.number', 'halal_malformed'],
    [{ nib: '12345' }, 'permits.nib.number', 'nib_malformed'],
    [{ halal: '00060012340318', halalUntil: '2026-02-30' }, 'permits.halal.until', 'permit_until_malformed'],
    [{ producerPhone: '0812345678901', nib: '0812345678901' }, 'permits.nib.number', 'permit_is_phone'],
    [{ name: 'Gula semut 0813-5555-7777' }, 'name', 'text_holds_phone'],
    [{ description: 'Pesan: nol delapan satu tiga lima lima lima lima 7777' }, 'description', 'text_holds_phone'],
    [{ producerName: 'Bu Siti 0813\u00a05555\u00a07777' }, 'producer.name', 'text_holds_phone'],
    [{ terms: 'COD, wa.me/6281355557777' }, 'terms', 'text_holds_phone'],
  ])('%j is refused at its field', (change, path, code) => expect(issuesOf(change)).toEqual({ [path]: code }));

  it('a pack size typed for another unit does not reach a listing by the kilogram', () => {
    expect(issuesOf({ unit: 'kg', packAmount: 'banyak' })).toEqual({});
  });

  it('too many photos are refused', () => {
    expect(issuesOf({}, Array(9).fill({ hash: HASH }))).toEqual({ photos: 'photos_many' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rupiah } from '#contract/format.ts';
import { isMoneyWord, pricePer, readPrice } from '#contract/price.ts';

const price = (value: number) => ({ kind: 'price', rupiah: value });
const ask = (...meanings: number[]) => ({ kind: 'ask', meanings });

describe('a typed price', () => {
  it.each([
    ['25rb', 25_000],
    ['25 ribu', 25_000],
    ['25k', 25_000],
    ['25 RB', 25_000],
    ['1,5jt', 1_500_000],
    ['1.5juta', 1_500_000],
    ['1jt 250rb', 1_250_000],
    ['12.5rb', 12_500],
    ['Rp 15.000,-', 15_000],
    ['Rp. 15.000,00', 15_000],
    ['Rp15000', 15_000],
    ['25.000', 25_000],
    ['25,000', 25_000],
    ['25,000.00', 25_000],
    ['25 000', 25_000],
    ['1.250.000', 1_250_000],
    ['15.000-', 15_000],
    ['500 perak', 500],
    ['25ribu,-', 25_000],
    ['1.250jt', 1_250_000],
    ['\u00a025.000 ', 25_000],
    ['125.000 rupiah', 125_000],
    ['25.000 perak', 25_000],
    ['25,000 rupiah', 25_000],
    ['1.250.000 rupiah', 1_250_000],
    ['Rp 15.000,00 rupiah', 15_000],
    ['25.000,- rupiah', 25_000],
    ['25.000 rp', 25_000],
    ['25.000 IDR', 25_000],
    ['25000rupiah', 25_000],
    ['125 ribu rupiah', 125_000],
    ['1,5 juta rupiah', 1_500_000],
    ['1jt 250rb rupiah', 1_250_000],
  ])('%s is one price', (typed, value) => expect(readPrice(typed)).toEqual(price(value)));

  it.each([
    ['1.5', [1500, 1_500_000]],
    ['1,5', [1500, 1_500_000]],
    ['12.50', [12_500, 12_500_000]],
    ['25', [25_000]],
    ['25,-', [25_000]],
    // "rupiah" multiplies nothing, so what stands before it means what it means alone.
    ['25 rupiah', [25_000]],
    ['1,5 rupiah', [1500, 1_500_000]],
  ])('%s is asked, not guessed', (typed, meanings) => expect(readPrice(typed)).toEqual(ask(...meanings)));

  it.each(['murah', '1.50.000', '25-30rb', '1.2345', '-5', '25rb/kg', '1,2345rb', 'rb', '12.34.56', '1.000,000'])(
    '%s is not a price',
    (typed) => expect(readPrice(typed).kind).toBe('unreadable'),
  );

  it.each(['', ' ', 'Rp', 'Rp. '])('%j is still empty', (typed) => expect(readPrice(typed).kind).toBe('empty'));

  it('every price we write ourselves is read back, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_000_000_000 }), (value) => {
        for (const typed of [rupiah(value), rupiah(value, 'en'), String(value), `${rupiah(value)},-`]) {
          expect(readPrice(typed)).toEqual(price(value));
        }
      }),
    );
  });

  it('the name of the money behind a price changes nothing, whatever the price', () => {
    const amount = fc.oneof(
      fc.integer({ min: 1, max: 9_999_999 }).map((value) => rupiah(value)),
      fc.stringMatching(/^\d{1,3}([.,]\d{1,3}){0,2} ?(rb|ribu|jt)?$/),
    );
    fc.assert(
      fc.property(amount, fc.constantFrom(' rupiah', ' perak', ' Rp', ' IDR', 'rupiah'), (typed, money) => {
        expect(readPrice(typed + money)).toEqual(readPrice(typed));
      }),
      { examples: [['0,0 ', ' rupiah']] },
    );
  });

  it('with a suffix either mark is decimal, to the last rupiah', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(['rb', 1000], ['ribu', 1000], ['k', 1000], ['jt', 1_000_000], ['juta', 1_000_000]),
        fc.constantFrom('.', ','),
        fc.constantFrom('', ' '),
        (integer, thousandths, [suffix, times], mark, space) => {
          const decimals = String(thousandths).padStart(3, '0');
          const value = (integer * 1000 + thousandths) * (Number(times) / 1000);
          expect(readPrice(`${integer}${mark}${decimals}${space}${suffix}`)).toEqual(price(value));
        },
      ),
    );
  });

  it('never throws and never answers less than nothing, whatever is typed', () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^(Rp ?)?[\d.,\- ]{0,12}(rb|jt|k|ribu)?(,-)?$/));
    fc.assert(
      fc.property(anything, (typed) => {
        const reading = readPrice(typed);
        const values =
          reading.kind === 'price' ? [reading.rupiah] : reading.kind === 'ask' ? [...reading.meanings, 1] : [1];
        expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });
});

describe('a price with what it is for', () => {
  it.each([
    ['85rb/ekor', '85rb', 'ekor'],
    ['Rp 85.000 / Ekor', 'Rp 85.000', 'ekor'],
    ['85 ribu per kg', '85 ribu', 'kg'],
    ['1,5jt/m2', '1,5jt', 'm2'],
  ])('%s', (typed, said, per) => expect(pricePer(typed)).toEqual({ price: said, per }));

  it.each(['85rb', '25-30rb/kg', '5rb/3', '3 biji 10rb', 'sapi/ekor', '/kg', ''])('not %s', (typed) =>
    expect(pricePer(typed)).toBeNull(),
  );

  it('money is no unit', () => {
    expect(['Rp', 'rupiah', 'rb', 'juta'].every(isMoneyWord)).toBe(true);
    expect(['ekor', 'rim', 'rit', ''].some(isMoneyWord)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVAILABILITIES, LOCALES, type PackSize, UNITS, type Unit } from '#contract';
import {
  availabilityText,
  comparablePrice,
  dateTimeWib,
  dateWib,
  durationText,
  isSoldOut,
  number,
  priceLine,
  priceText,
  quantityText,
  rupiah,
  termsText,
} from '#contract/format.ts';

const of = (price: number, unit: Unit, packSize: PackSize | null = null) => ({ price, unit, packSize });

describe('rupiah', () => {
  it('groups thousands the way each language writes them', () => {
    expect(rupiah(100)).toBe('Rp100');
    expect(rupiah(25000)).toBe('Rp25.000');
    expect(rupiah(1_000_000_000)).toBe('Rp1.000.000.000');
    expect(rupiah(25000, 'en')).toBe('Rp25,000');
  });
  it('says the same number again when read back', () => {
    fc.assert(fc.property(fc.nat(1_000_000_000), (n) => Number(rupiah(n).slice(2).replaceAll('.', '')) === n));
  });
  it('writes decimals with the mark of the language', () => {
    expect(number(1234.5)).toBe('1.234,5');
    expect(number(0.25, 'en')).toBe('0.25');
  });
});

describe('priceLine', () => {
  it.each([
    [of(25000, 'bungkus', { amount: 250, measure: 'gram' }), 'Rp25.000/bungkus (250 g) = Rp10.000/ons'],
    [of(25000, 'kg'), 'Rp25.000/kg'],
    [of(5000, 'ons'), 'Rp5.000/ons (100 g)'],
    [of(500, 'gram'), 'Rp500/gram = Rp50.000/ons'],
    [of(300000, 'sak', { amount: 25, measure: 'kg' }), 'Rp300.000/sak (25 kg) = Rp12.000/kg'],
    [of(20000, 'bungkus', { amount: 0.5, measure: 'kg' }), 'Rp20.000/bungkus (0,5 kg) = Rp4.000/ons'],
    [of(85000, 'botol', { amount: 650, measure: 'ml' }), 'Rp85.000/botol (650 ml) ≈ Rp130.769/liter'],
    [of(60000, 'lusin'), 'Rp60.000/lusin (12) = Rp5.000/biji'],
    [of(50000, 'rim'), 'Rp50.000/rim (500) = Rp100/lembar'],
    [of(10000, 'ikat', { amount: 3, measure: 'biji' }), 'Rp10.000/ikat (3 biji) ≈ Rp3.333/biji'],
    [of(25000, 'bungkus', { amount: 1, measure: 'kg' }), 'Rp25.000/bungkus (1 kg)'],
    [of(150000, 'paket'), 'Rp150.000/paket'],
  ])('%j reads %s', (priced, text) => {
    expect(priceLine(priced)).toBe(text);
  });
  it('is complete in English', () => {
    expect(priceLine(of(25000, 'bungkus', { amount: 250, measure: 'gram' }), 'en')).toBe(
      'Rp25,000/pack (250 g) = Rp10,000/100 g',
    );
  });
  it('compares the dearest in the smallest pack in whole rupiah too', () => {
    const dear = {
      price: 73_104_419,
      unit: 'botol',
      packSize: { amount: 0.0010145276071737036, measure: 'ml' },
    } as const;
    expect(comparablePrice(dear)).toMatch(/^[=≈] Rp[1-9][\d.]*\/liter$/);
  });
  it('never compares with a price of nothing or with itself', () => {
    const priced = fc.record({
      price: fc.integer({ min: 100, max: 1_000_000_000 }),
      unit: fc.constantFrom(...UNITS),
      packSize: fc.option(
        fc.record({
          amount: fc.double({ min: 0.001, max: 100_000, noNaN: true }),
          measure: fc.constantFrom('gram', 'kg', 'ml', 'liter', 'biji'),
        }),
      ),
    });
    fc.assert(
      fc.property(priced, (p) => {
        const text = comparablePrice(p as ReturnType<typeof of>);
        return text === null || /^[=≈] Rp[1-9][\d.]*\/[a-z]+$/.test(text);
      }),
    );
  });
});

describe('quantities and availability', () => {
  it('counts in words of both languages', () => {
    expect(quantityText(40, { unit: 'bungkus' })).toBe('40 bungkus');
    expect(quantityText(2, { unit: 'lusin' })).toBe('2 lusin');
    expect(quantityText(1, { unit: 'bungkus' }, 'en')).toBe('1 pack');
    expect(quantityText(1500, { unit: 'ikat' }, 'en')).toBe('1,500 bunches');
    expect(termsText({ price: 22000, quantity: 20 }, { unit: 'bungkus' })).toBe('20 bungkus × Rp22.000 = Rp440.000');
  });
  it('counts in the seller’s own word where there is one, in every language', () => {
    const goat = { price: 2_300_000, unit: 'biji', unitWord: 'ekor', packSize: null } as const;
    expect(quantityText(3, goat)).toBe('3 ekor');
    expect(quantityText(3, goat, 'en')).toBe('3 ekor');
    expect(priceText(goat)).toBe('Rp2.300.000/ekor');
    expect(priceLine({ ...goat, price: 2_000_000, unit: 'paket', unitWord: 'ton' })).toBe(
      'Rp2.000.000/ton = Rp2.000/kg',
    );
    expect(availabilityText({ availability: 'ada', stock: 4, ...goat })).toBe('Ada, stok 4 ekor');
  });
  it('compares nothing by the unit in whose place a seller’s word stands', () => {
    const tray = { price: 60_000, unit: 'lusin', unitWord: 'loyang', packSize: null } as const;
    expect(comparablePrice(tray)).toBeNull();
    expect(comparablePrice({ ...tray, unit: 'kg', unitWord: 'karung' })).toBeNull();
    expect(comparablePrice({ ...tray, packSize: { amount: 12, measure: 'biji' } })).toBe('= Rp5.000/biji');
  });
  it('tells the stock, and a stock of none is sold out whatever the word says', () => {
    expect(availabilityText({ availability: 'ada', stock: 40, unit: 'bungkus' })).toBe('Ada, stok 40 bungkus');
    expect(availabilityText({ availability: 'ada', stock: 1, unit: 'bungkus' }, 'en')).toBe(
      'Available, 1 pack in stock',
    );
    expect(availabilityText({ availability: 'terbatas', stock: 0, unit: 'kg' })).toBe('Habis');
    expect(availabilityText({ availability: 'habis', stock: 7, unit: 'kg' })).toBe('Habis');
    expect(availabilityText({ availability: 'pesan', stock: 0, unit: 'kg' })).toBe('Pesan dulu');
    expect(availabilityText({ availability: 'pesan', stock: 9, unit: 'kg' })).toBe('Pesan dulu');
  });
  it('never shows a stock beside "sold out"', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AVAILABILITIES),
        fc.option(fc.nat(1000)),
        fc.constantFrom(...LOCALES),
        (a, stock, l) => {
          const text = availabilityText({ availability: a, stock, unit: 'kg' }, l);
          return !isSoldOut({ availability: a, stock }) || !/\d/.test(text);
        },
      ),
    );
  });
});

describe('times', () => {
  it('are those of Java, past midnight and past new year too', () => {
    expect(dateTimeWib('2025-11-24T08:45:00.000Z')).toBe('24 November 2025 pukul 15.45 WIB');
    expect(dateTimeWib('2025-11-24T08:45:00.000Z', 'en')).toBe('24 November 2025, 15:45 WIB (UTC+7)');
    expect(dateWib('2025-12-31T17:00:00.000Z')).toBe('1 Januari 2026');
    expect(dateWib('2025-12-31T16:59:59.999Z')).toBe('31 Desember 2025');
  });
  it('agree with the time zone database', () => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', dateStyle: 'long' });
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(fc.property(day, (d) => dateWib(d, 'en') === clock.format(d)));
  });
  it('round lengths down, so that no deadline is promised too late', () => {
    expect(durationText(20_000)).toBe('1 menit');
    expect(durationText(59 * 60_000)).toBe('59 menit');
    expect(durationText(2 * 3_600_000 - 1)).toBe('1 jam');
    expect(durationText(47.9 * 3_600_000)).toBe('47 jam');
    expect(durationText(48 * 3_600_000, 'en')).toBe('2 days');
    expect(durationText(3_600_000, 'en')).toBe('1 hour');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNITS } from '#contract';
import { readUnit, UNIT_WORDS } from '#contract/unitWords.ts';
import { carriesPack, MEASURE_WORDS, readPack } from '#utils/listing/unit.ts';

describe('a unit word', () => {
  it.each([
    ['bks', 'bungkus'],
    ['Kilo', 'kg'],
    ['pcs', 'biji'],
    ['karung', 'sak'],
    ['lsn.', 'lusin'],
  ])('%s means %s', (word, unit) => expect(readUnit(word)).toBe(unit));

  it('means every unit by its own name, and no word means two', () => {
    for (const unit of UNITS) expect(readUnit(unit)).toBe(unit);
    expect(new Set(UNIT_WORDS).size).toBe(UNIT_WORDS.length);
  });

  it('carries a pack size only where the word hides it', () => {
    expect(UNITS.filter(carriesPack)).toEqual(['biji', 'bungkus', 'botol', 'sak', 'ikat', 'tandan', 'paket']);
  });
});

describe('a pack size', () => {
  it.each([
    ['250 gr', 250, 'gram'],
    ['1kg', 1, 'kg'],
    ['½ kg', 0.5, 'kg'],
    ['1/4 kg', 0.25, 'kg'],
    ['0,5 liter', 0.5, 'liter'],
    ['2 ons', 200, 'gram'],
    ['600cc', 600, 'ml'],
    ['isi 12', 12, 'biji'],
    ['1.000 gram', 1000, 'gram'],
  ] as const)('%s', (typed, amount, measure) => expect(readPack(typed, 'biji')).toEqual({ amount, measure }));

  it('keeps the amount and takes the chosen measure when none is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...MEASURE_WORDS), (amount, word) => {
        expect(readPack(String(amount), word)).toEqual(readPack(`${amount} ${word}`, 'gram'));
      }),
    );
  });

  it.each(['', 'banyak', '0', '1/0', '3 jengkal', '-2 kg'])('%j is none', (typed) => {
    expect(readPack(typed, 'gram')).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrice } from '#contract/price.ts';
import { readUnit } from '#contract/unitWords.ts';
import { categoryOf } from '#utils/listing/category.ts';
import { emptyForm } from '#utils/listing/form.ts';
import { readQuick } from '#utils/listing/line/index.ts';
import { fillQuick, NOTHING_FILLED } from '#utils/listing/quickfill.ts';
import { readPack } from '#utils/listing/unit.ts';

const NOBODY = { producerName: '', producerPhone: '', terms: '', category: '', unit: '' };
const pieces = (typed: string) =>
  readQuick(typed)
    .spans.filter(({ field }) => field !== 'aside')
    .map(({ field, start, end }) => [field, typed.slice(start, end)]);

describe('the quick line', () => {
  it('fills the form from one line and says which characters became what', () => {
    const typed = 'Gula semut 1kg 25rb/bungkus stok 40 #gula';
    expect(readQuick(typed).fields).toEqual({
      name: 'Gula semut',
      packAmount: '1',
      packMeasure: 'kg',
      price: '25rb',
      unit: 'bungkus',
      stock: '40',
      availability: 'ada',
      category: 'makanan',
    });
    expect(pieces(typed)).toEqual([
      ['name', 'Gula semut'],
      ['packAmount', '1kg'],
      ['price', '25rb'],
      ['unit', '/bungkus'],
      ['stock', 'stok 40'],
      ['category', '#gula'],
    ]);
  });

  it.each([
    ['Nanas madu 1kg 10rb', { name: 'Nanas madu', unit: 'kg', price: '10rb' }],
    ['Kopi 250gr 35rb wa 0812-3456-7890', { unit: 'bungkus', packAmount: '250', producerPhone: '0812-3456-7890' }],
    ['Gula 25rb/250gr', { unit: 'bungkus', packAmount: '250', price: '25rb' }],
    ['Beras 5kg/sak 70rb', { unit: 'sak', packAmount: '5', price: '70rb' }],
    ['Pisang raja 30rb setandan', { unit: 'tandan', price: '30rb' }],
    ['Batik tulis 350.000 per lembar sisa 3', { unit: 'biji', stock: '3', availability: 'terbatas' }],
    ['Knalpot 1,5jt/unit PO #unggulan', { price: '1,5jt', availability: 'pesan', flagship: true }],
    ['jual sapu glagah 15rb/pcs musiman', { name: 'sapu glagah', availability: 'musiman' }],
    ['Keripik Bu Siti 250gr 15rb', { name: 'Keripik Bu Siti' }],
    ['Sambal botol 150 gr 20rb oleh Bu Karti COD', { unit: 'botol', producerName: 'Bu Karti', terms: 'COD' }],
    ['Tahu stok habis', { availability: 'habis' }],
    ['Jeruk 2rb/biji sisa 2 lusin', { stock: '24', availability: 'terbatas' }],
  ])('%s', (typed, fields) => expect(readQuick(typed).fields).toMatchObject(fields));

  it('keeps the seller’s word for a unit that the list has not', () => {
    expect(readQuick('Kambing jawa 2,3jt/ekor').fields).toMatchObject({ unit: 'biji', unitWord: 'ekor' });
    expect(readQuick('Kue lapis 50rb/loyang').fields).toMatchObject({ unit: 'biji', unitWord: 'loyang' });
    expect(readQuick('Kopi 2rb/sachet').fields).toMatchObject({ unit: 'bungkus', unitWord: 'sachet' });
    expect(readQuick('Singkong 2jt per ton').fields).toMatchObject({ unit: 'paket', unitWord: 'ton' });
    expect(readQuick('Gula 10rb/bks').fields.unitWord).toBeUndefined();
  });

  it('takes the word away with the text that said it', () => {
    const first = fillQuick(emptyForm(NOBODY), NOTHING_FILLED, readQuick('Kambing 2jt/ekor').fields);
    expect(first.form.unitWord).toBe('ekor');
    const then = fillQuick(first.form, first.fill, readQuick('Kambing 20rb/kg').fields);
    expect(then.form).toMatchObject({ unit: 'kg', unitWord: undefined });
  });

  it('makes no pack of what is sold by the piece', () => {
    const { fields } = readQuick('Sapu 1 biji Rp18.000 stok 4 12 pcs');
    expect([fields.unit, fields.packAmount, fields.description]).toEqual(['biji', undefined, '12 pcs']);
  });

  it('leaves a bare number alone: it may be anything', () => {
    expect(readQuick('Kopi 2024 25').fields).toEqual({ name: 'Kopi 2024 25', category: 'minuman' });
  });

  it('reads a forwarded WhatsApp text of several lines, and keeps what it does not understand as description', () => {
    const typed = [
      '[12/11/25 09.15] Pak Karto: Assalamualaikum pak',
      '*GULA SEMUT ASLI*',
      'Harga: 25rb/bungkus',
      'Isi 250 gr',
      'Stok : 1.000',
      'Produsen: Bu Siti',
      'WA 0812 3456 7890',
      'Bisa kirim ke luar kota, ambil di balai desa',
      'Manis alami 😋 tanpa pengawet.',
    ].join('\n');
    expect(readQuick(typed).fields).toEqual({
      name: 'Gula semut asli',
      price: '25rb',
      unit: 'bungkus',
      packAmount: '250',
      packMeasure: 'gram',
      stock: '1000',
      availability: 'ada',
      producerName: 'Bu Siti',
      producerPhone: '0812 3456 7890',
      terms: 'Bisa kirim ke luar kota, ambil di balai desa',
      description: 'Manis alami tanpa pengawet.',
      category: 'makanan',
    });
  });

  it('says what it guessed, so that a person looks at it', () => {
    expect(readQuick('Kopi bubuk 250gr 35rb').guessed).toEqual(['unit', 'category']);
  });

  it('understands any honest line, in any order of its parts', () => {
    const line = fc.record({
      name: fc.constantFrom('Gula semut', 'Sapu glagah', 'Keripik pisang', 'Kapulaga kering', 'Blangkon'),
      price: fc.constantFrom('25rb', 'Rp 15.000,-', '1,5jt', '12.500', '30 ribu', '25k'),
      unit: fc.constantFrom('bungkus', 'bks', 'botol', 'pcs', 'sak'),
      pack: fc.constantFrom('1kg', '250 gr', '600ml', '½ kg', '0,5 liter'),
      stock: fc.integer({ min: 1, max: 9999 }),
      tag: fc.constantFrom('#gula', '#batik', '#kopi'),
    });
    fc.assert(
      fc.property(line, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (said, order) => {
        const parts = [`${said.price}/${said.unit}`, said.pack, `stok ${said.stock}`, said.tag];
        const shuffled = parts.map((part, i) => ({ part, key: order[i] ?? 0 })).sort((a, b) => a.key - b.key);
        const { fields } = readQuick([said.name, ...shuffled.map(({ part }) => part)].join(' '));
        expect(fields.name).toBe(said.name);
        expect(readPrice(fields.price ?? '')).toEqual(readPrice(said.price));
        expect(fields.unit).toBe(readUnit(said.unit));
        expect(readPack(fields.packAmount ?? '', fields.packMeasure ?? '')).toEqual(readPack(said.pack, ''));
        expect(fields.stock).toBe(String(said.stock));
        expect(fields.category).toBe(categoryOf(said.tag.slice(1)));
      }),
    );
  });

  it('never throws, and its pieces put together are the text, byte for byte, whatever is pasted', () => {
    const token = fc.constantFrom(
      '25rb',
      '/',
      'bungkus',
      ' ',
      '\n',
      'stok 4',
      '0812345678901',
      '#',
      'Bu Siti',
      '1kg',
      ',',
      '*',
      '😋',
      'sisa 3',
      'COD',
      'Rp',
      '\ue000',
      'per',
      'x',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(token, { maxLength: 20 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const { spans } = readQuick(typed);
        expect(spans.map(({ start, end }) => typed.slice(start, end)).join('')).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word: every letter that was typed is in some field or is a word with a meaning', () => {
    const words = fc.array(fc.constantFrom('gurih', 'renyah', 'segar', 'legit', 'empuk', 'halus'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { fields } = readQuick(`${before.join(' ')} 25rb/bungkus ${after.join(' ')}`);
        expect(fields.name).toBe(before.join(' '));
        expect(fields.description).toBe(after.join(' '));
      }),
    );
  });
});

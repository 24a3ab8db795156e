import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from '#utils/listing/line/split.ts';

const names = (text: string) => readList(text)?.products.map(({ reading }) => reading.fields.name) ?? null;

describe('a text of several products', () => {
  it.each([
    [
      '1. Gula semut 250gr 25rb\n2. Keripik pisang 15rb/bungkus\n3. Madu 90rb/botol',
      ['Gula semut', 'Keripik pisang', 'Madu'],
    ],
    ['DAFTAR HARGA:\nTempe mendoan 2rb\nTahu 5000 per 3 bungkus\nmatur nuwun', ['Tempe mendoan', 'Tahu']],
    ['✅ Nastar 60rb/toples\n✅ Kastengel 65rb', ['Nastar', 'Kastengel']],
    ['Gula semut\nHarga: 25rb\nStok: 4\n\nMadu hutan\nAsli dari lereng\nHarga: 90rb', ['Gula semut', 'Madu hutan']],
    ['gula 25rb, madu 90rb dan kopi 35rb', ['gula', 'madu', 'kopi']],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    'Gula semut asli\nHarga: 25rb/bungkus\nIsi 250 gr\nWA 0812 3456 7890',
    'Keripik pisang\n- kecil 10rb\n- besar 15rb',
    'Sapu 3 biji Rp50.000, 1 biji Rp18.000',
    'Gula semut 250gr 25rb, manis alami',
    '',
  ])('is one product: %j', (text) => expect(readList(text)).toBeNull());

  it('gives every product the maker that stands apart from all of them, and no product another one’s', () => {
    const list = readList('Gula 25rb\nMadu 90rb (Pak Karno)\n\nWA Bu Siti 081234567890\nCOD Purbalingga');
    expect(list?.shared).toEqual({ producerName: 'Bu Siti', producerPhone: '081234567890', terms: 'COD Purbalingga' });
    expect(list?.products.map(({ reading }) => reading.fields.producerName)).toEqual([undefined, 'Pak Karno']);
  });

  it('loses no line: each stands in a product, in what is shared, or among what is put aside', () => {
    const line = fc.constantFrom(
      'Gula semut 25rb',
      '- Madu hutan 90rb/botol',
      'Harga: 15rb',
      'manis alami',
      'DAFTAR HARGA:',
      'WA Bu Siti 081234567890',
      'COD',
      '',
      'Kopi',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const list = readList(lines.join('\n'));
        if (list === null) return;
        const kept = [...list.products.map(({ text }) => text), ...list.aside, JSON.stringify(list.shared)].join('\n');
        for (const word of lines.join(' ').match(/Gula|Madu|manis|DAFTAR|Kopi|081234567890|15rb/g) ?? [])
          expect(kept).toContain(word);
      }),
      { numRuns: 300 },
    );
  });
});

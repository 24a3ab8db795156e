import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhones, findPossiblePhones, holdsPhone, maskPhones, withoutPhones } from '#contract/phonesInText.ts';

const NUMBER = '+6281234567890';

/** Each holds the number 0812-3456-7890, and no other. */
const WRITTEN = [
  'WA 081234567890',
  'hub. 0812-3456-7890',
  '0812 3456 7890',
  '0812.3456.7890',
  '0812,3456,7890',
  '0812:3456:7890',
  '0812;3456;7890',
  '0812…3456…7890',
  '0812x3456x7890',
  '0812 [3456] 7890',
  '0812  -  3456  -  7890',
  '0812 dan 3456 dan 7890',
  '0812 lalu 3456, terus 7890',
  '0812 strip 3456 strip 7890',
  'stok banyak, WA 081 234 567 890',
  'stok 0812 3456 7890',
  'batch 0812-3456-7890',
  'WA 0812-3456\n7890',
  '0812\u00a03456\u00a07890',
  '0812\u202f3456\u20097890',
  '0812–3456–7890',
  '0812_3456_7890',
  '(0812) 3456-7890',
  '0812 / 3456 / 7890',
  '+62 812-3456-7890',
  '+6281234567890',
  '62 812 3456 7890',
  '62812.345.67890',
  '+62 (0) 812 3456 7890',
  '006281234567890',
  '+62 0812 3456 7890',
  'https://wa.me/6281234567890?text=halo',
  'https://api.whatsapp.com/send?phone=6281234567890',
  'tel:+6281234567890',
  '812-3456-7890',
  'WA: 81234567890',
  '0 8 1 2 3 4 5 6 7 8 9 0',
  '08 12 34 56 78 90',
  'O812-3456-789O',
  'O8l2 3456 7890',
  '08I2 3456 7890',
  '０８１２３４５６７８９０',
  '٠٨١٢٣٤٥٦٧٨٩٠',
  '𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎',
  '⓪⑧①②③④⑤⑥⑦⑧⑨⓪',
  '0\u200b8\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8\u200b9\u200b0',
  '0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣',
  'nol delapan satu dua tiga empat lima enam tujuh delapan sembilan nol',
  'Nol Delapan Satu Dua, Tiga Empat Lima Enam, Tujuh Delapan Sembilan Nol',
  'kosong delapan satu dua 3456 7890',
  '0812 tiga empat lima enam 7890',
  'nol wolu siji loro telu papat lima enem pitu wolu sanga nol',
  'zero eight one two three four five six seven eight nine zero',
  'noldelapansatudua 3456 7890',
  'Harga Rp 25.000, pesan 0812 3456 7890',
  'P-IRT 2063303010123-28, WA 0812-3456-7890',
  'Buka 08.00-16.00 WIB, 0812-3456-7890',
  'Kantor (0281) 891234, HP 0812-3456-7890',
];

/** None of these holds a mobile number. */
const OTHERS = [
  '',
  'Gula semut organik 250 gr',
  'P-IRT 2063303010123-28',
  'P-IRT No. 206 3303 01 0123 - 28',
  'PIRT 6283303010123-28',
  'NIB 1234567890123',
  'NIB: 8120001234567',
  'NIB 0812345678901',
  'BPOM MD 867012345678',
  'ML 867012345678',
  'Halal ID33110000123450422',
  'Halal MUI 08120012340715',
  'Rp25.000',
  'Rp 812.345.678',
  'Rp85.000 - 90.000 per kg',
  'Harga 85.000 90.000',
  'harga 1.250.000.000',
  '08-12-2026',
  'Panen 08.12.2026 - 10.12.2026',
  '2026-08-12',
  'Buka 08.30 - 12.00',
  'Buka 08.30-12.00, 13.00-16.00',
  'Kantor desa (0281) 891234',
  'Telp. 0281-8912345',
  '+62 281 891234',
  '0274 512345 / 021 5551234',
  '0800 1234 567',
  'Kode pos 53371',
  'Kode desa 33.03.12.2001',
  'NIK 3303121208800001',
  'EAN 8991234567890',
  'Rekening BRI 0812-01-012345-50-7',
  'Ukuran 08, 12, 16, 20, 24 inci',
  'RT 08 RW 12, 5 kg, 10 l',
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh',
  'Delapan bungkus satu dus, dua belas dus satu palet',
  'Stok 8500 bungkus, 1200 dus',
  'SNI 01-3743-1995',
  'lat -7.388123, lon 109.366012',
];

/** A person can tell whether these hold a mobile number; a rule cannot. */
const DOUBTFUL = [
  'stok 08 120 130 140',
  'Ukuran: 081, 234, 567, 890',
  'batch 0812202412',
  'Batch No. 0812202412, kedaluwarsa 12-2027',
  'Kode produksi 081220241200',
  'LOT: 628122024120',
];

describe('a mobile number in a text', () => {
  it.each(WRITTEN)('is found: %s', (text) => {
    expect(findPhones(text).map(({ phone }) => phone)).toEqual([NUMBER]);
    const masked = maskPhones(text);
    expect(holdsPhone(masked)).toBe(false);
    expect(masked).not.toMatch(/3456|tiga empat|7890/);
  });

  it.each(OTHERS)('is no other number: %s', (text) => {
    expect(findPhones(text)).toEqual([]);
    expect(maskPhones(text)).toBe(text);
  });

  it.each(DOUBTFUL)('is asked about where it may be something else, and nothing is masked: %s', (text) => {
    expect([findPhones(text), maskPhones(text)]).toEqual([[], text]);
    expect(findPossiblePhones(text)).toHaveLength(1);
  });

  it.each(OTHERS)('is not asked about where it is surely something else: %s', (text) => {
    expect(findPossiblePhones(text)).toEqual([]);
  });

  it('is found among others: each one, and what stands around them stays', () => {
    const text = 'WA 0812-3456-7890 / 0857 1112 2233\n0878-1111-2222. Rp25.000, P-IRT 2063303010123-28.';
    expect(findPhones(text).map(({ phone }) => phone)).toEqual([NUMBER, '+6285711122233', '+6287811112222']);
    expect(maskPhones(text)).toBe('WA •••••••• / ••••••••\n••••••••. Rp25.000, P-IRT 2063303010123-28.');
    expect(findPhones('0812 3456 7890 0857 1112 2233').map(({ phone }) => phone)).toEqual([NUMBER, '+6285711122233']);
  });

  it.each([
    ['Gula semut, WA 0812-3456-7890', 'Gula semut,'],
    ['Hub: 0812 3456 7890. Kirim tiap Jumat', 'Kirim tiap Jumat'],
    ['Bu Siti (0812-3456-7890)', 'Bu Siti'],
    ['Bu Siti 0812-3456-7890 Bobotsari', 'Bu Siti Bobotsari'],
    ['0812-3456-7890', ''],
    ['Gula kelapa', 'Gula kelapa'],
  ])('is taken out with the word that led to it: %s', (text, rest) => {
    expect(withoutPhones(text)).toBe(rest);
  });

  it('is found however it is spaced, whatever text stands before and behind it', () => {
    const national = fc.stringMatching(/^8[1-35-9]\d{7,10}$/);
    const around = fc.constantFrom('', 'WA ', 'Gula 25rb, ', '(', ' ya', ')', ', terima kasih', '.');
    fc.assert(
      fc.property(
        national,
        fc.constantFrom('', ' ', '-', '.', '\u00a0', ' - '),
        around,
        around,
        (digits, gap, a, b) => {
          const spaced = `0${digits}`.replace(/(\d{4})(?=\d)/g, `$1${gap}`);
          expect(findPhones(a + spaced + b).map(({ phone }) => phone)).toEqual([`+62${digits}`]);
        },
      ),
    );
  });

  it('costs no more in a hostile text', () => {
    for (const part of [
      '0',
      '08',
      '62 ',
      '8-',
      'nol ',
      'delapan',
      '0812 ',
      '1.',
      'o',
      'Rp ',
      'NIB ',
      'stok 1 ',
      'batch ',
      '1 dan ',
      'dan ',
    ]) {
      expect(findPhones(part.repeat(4000 / part.length)).length).toBeLessThan(400);
    }
  });
});

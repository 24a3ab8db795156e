import { expect, test } from 'vitest';
import { priceIn } from '#utils/listing/priceIn.ts';

test.each([
  ['Gula semut kini dijual Rp25.000/kg di balai desa.', 'Rp25.000'],
  ['Tersedia setiap hari.\nHarga: 25 ribu per bungkus', '25 ribu'],
  ['Satu bungkus 25rb saja! Pesan lewat WA.', '25rb'],
  ['Rp25.000 per kg. Ya, hanya Rp25.000!', 'Rp25.000'],
])('"%s" says one price', (text, price) => {
  expect(priceIn(text)).toBe(price);
});

test.each([
  'Dana desa 2026 sebesar 1.200 warga hadir.',
  'Gula 25rb, madu 90rb per botol.\nKopi 40rb.',
  'Hubungi 0812-3456-7890 sejak 2019.',
  '',
])('"%s" says none that can be taken', (text) => {
  expect(priceIn(text)).toBe('');
});

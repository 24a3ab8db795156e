import type { GOODS } from './seed.ts';

/** A product that says all that there is to say, so that its page has every part. */
export const SHOWPIECE: (typeof GOODS)[string][number] = {
  name: 'Gula semut organik',
  price: 25_000,
  unit: 'bungkus',
  packSize: { amount: 250, measure: 'gram' },
  category: 'makanan',
  availability: 'ada',
  description:
    'Gula semut dari nira kelapa pagi hari, dimasak di tungku kayu oleh kelompok ibu-ibu RT 03.\n\nTanpa campuran, tanpa pengawet. Tahan enam bulan di tempat kering. Cocok untuk kopi, jamu, dan kue.',
  pictures: [
    ['gula-semut', '#d9d2c0'],
    ['gula-semut', '#e6d3b3'],
    ['gula-kelapa', '#cfd8c2'],
    ['kopi', '#e3d6c6'],
  ],
  producer: 'Kelompok Nira Lestari',
  flagship: true,
  exchange: { pickup: true, courier: true, cod: true, transfer: true },
  permits: {
    pirt: { number: '2063303010123-28', until: null },
    halal: { number: 'ID33110000123450422', until: '2027-03-31' },
  },
};

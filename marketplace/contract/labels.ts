import type { Availability, Category, PackSize, Unit } from './listing.ts';

/** Indonesian is the first language; both are complete. */
export type Locale = 'id' | 'en';
export const LOCALES = ['id', 'en'] as const;

export const AVAILABILITY_LABELS: Record<Locale, Record<Availability, string>> = {
  id: { ada: 'Ada', terbatas: 'Terbatas', habis: 'Habis', pesan: 'Pesan dulu', musiman: 'Musiman' },
  en: { ada: 'Available', terbatas: 'Limited', habis: 'Sold out', pesan: 'Made to order', musiman: 'Seasonal' },
};

export const CATEGORY_LABELS: Record<Locale, Record<Category, string>> = {
  id: {
    makanan: 'Makanan', minuman: 'Minuman', 'hasil-tani': 'Hasil tani', kerajinan: 'Kerajinan', batik: 'Batik & kain',
    rempah: 'Rempah & jamu', ternak: 'Ternak & ikan', jasa: 'Jasa', lainnya: 'Lainnya',
  },
  en: {
    makanan: 'Food', minuman: 'Drinks', 'hasil-tani': 'Farm produce', kerajinan: 'Crafts', batik: 'Batik & cloth',
    rempah: 'Spices & herbs', ternak: 'Livestock & fish', jasa: 'Services', lainnya: 'Other',
  },
}; // biome-ignore format: two columns of words

/** Units keep their Indonesian word (buyers know it); English adds the number where the word hides one. */
export const UNIT_LABELS: Record<Locale, Record<Unit, string>> = {
  id: {
    kg: 'kg', ons: 'ons (100 g)', gram: 'gram', liter: 'liter', biji: 'biji', bungkus: 'bungkus', botol: 'botol', sak: 'sak', ikat: 'ikat',
    tandan: 'tandan', lusin: 'lusin (12)', kodi: 'kodi (20)', gros: 'gros (144)', rim: 'rim (500)', paket: 'paket',
  },
  en: {
    kg: 'kg', ons: 'ons (100 g)', gram: 'gram', liter: 'litre', biji: 'piece', bungkus: 'pack', botol: 'bottle', sak: 'sack', ikat: 'bunch',
    tandan: 'stem', lusin: 'dozen (12)', kodi: 'score (20)', gros: 'gross (144)', rim: 'ream (500)', paket: 'set',
  },
}; // biome-ignore format: two columns of words

export const MEASURE_LABELS: Record<Locale, Record<PackSize['measure'], string>> = {
  id: { gram: 'g', kg: 'kg', ml: 'ml', liter: 'liter', biji: 'biji' },
  en: { gram: 'g', kg: 'kg', ml: 'ml', liter: 'l', biji: 'pcs' },
};

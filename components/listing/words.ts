import type { Locale } from '#contract';

const id = {
  flagship: 'Unggulan desa',
  verified: 'Terverifikasi',
  noName: 'Nama produk',
  noPrice: 'Harga belum diisi',
  noPhoto: 'Belum ada foto',
  photoOf: (name: string, n: number, all: number) => (all > 1 ? `${name}, foto ${n} dari ${all}` : name),
  photos: 'Foto produk',
  madeBy: 'Pembuat',
  from: 'Asal',
  about: 'Tentang produk ini',
  terms: 'Cara ambil dan bayar',
};

const en: typeof id = {
  flagship: 'Village flagship',
  verified: 'Verified',
  noName: 'Product name',
  noPrice: 'No price yet',
  noPhoto: 'No photo yet',
  photoOf: (name, n, all) => (all > 1 ? `${name}, photo ${n} of ${all}` : name),
  photos: 'Product photos',
  madeBy: 'Made by',
  from: 'From',
  about: 'About this product',
  terms: 'Collecting and paying',
};

/** Words inside the shared views; each surface brings its own words for everything around them. */
export const LISTING_WORDS: Record<Locale, typeof id> = { id, en };

/** What a name is made of. */
export interface NameParts {
  readonly name: string;
  readonly producer: string;
  readonly village: string;
  /** Empty where the unit says it all. */
  readonly size: string;
}

const said = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

/** How officials write names: most plainly, some with praise, in capitals, with the maker or with the village. */
export const HABITS: readonly ((parts: NameParts) => string)[] = [
  ({ name }) => name,
  ({ name }) => name,
  ({ name, size }) => said(name, size),
  ({ name, size }) => said(name, size),
  ({ name, producer, size }) => said(name, producer, size),
  ({ name, producer }) => said(name, producer),
  ({ name, village }) => said(name, village),
  ({ name, village }) => said(name, 'asli', village),
  ({ name }) => said(name, 'murah'),
  ({ name }) => said(name, 'asli'),
  ({ name, size }) => (size === '' ? said(name, 'bagus') : said(name, 'enak', size)),
  ({ name }) => said(name, 'kualitas terbaik'),
  ({ name, size }) => said(name, size).toUpperCase(),
  ({ name }) => name.toUpperCase(),
  ({ name }) => name.toLowerCase(),
];

/** Sizes by unit. */
export const SIZES: Partial<Record<string, readonly string[]>> = {
  bungkus: ['100 g', '200 g', '250 g', '500 gr'],
  kg: ['1 kg', '1kg', '500 g'],
  ons: ['100 g', '1 ons'],
  botol: ['250 ml', '500 ml', '600ml'],
  sak: ['25 kg', '10 kg'],
};

/** Sentences that name other goods than the one that is sold; any description may hold one. */
export const TRAPS: readonly string[] = [
  'Cocok untuk teman minum kopi',
  'Tersedia juga gula semut dan madu',
  'Pengiriman bersama sapu glagah',
  'Bonus teh rosella untuk pembelian banyak',
  'Kemasan besek bambu',
  'Lebih enak dengan sambal bawang',
  'Bukan keripik pabrik',
  'Dikelola kelompok yang juga membuat batik tulis',
  'Sebagian hasil untuk membeli kambing kelompok',
  'Pembeli sering sekalian membeli tempe mendoan',
  'Dibayar bisa tukar beras',
  'Harga murah, barang asli, jual grosir dan eceran',
  'Dekat kebun nanas madu dan durian',
  'Oleh-oleh khas desa, seperti getuk goreng',
  'Warna merah alami',
  'Satu toko dengan jasa jahit',
  'Tidak memakai pupuk kandang ayam',
  'Pelanggan kami pedagang pisang dan kelapa',
  'Hubungi kantor desa pada jam kerja',
  'Dibuat oleh ibu-ibu desa',
  'Dijual setiap hari pasaran Wage',
];

import { CHECKED_LOCALES, type PublicListing } from '#contract';
import { makeView } from '#marketplace/web/view.ts';

export const BASE_URL = 'https://pasar.example';
export const NOW = new Date('2026-11-24T08:45:00.000Z');

export const viewOf = (path = '/', locales = CHECKED_LOCALES) =>
  makeView({ url: BASE_URL + path }, { baseUrl: BASE_URL, locales }, NOW);

export const id = (n: number) => n.toString(36).padStart(16, '0');
export const hash = (n: number) => n.toString(16).padStart(64, '0');

/** One of each kind. */
export const PERMITS = {
  pirt: { number: '2063303010123-28', until: null },
  bpom: { number: 'MD867012345678', until: '2027-06-30' },
  halal: { number: 'ID33110000123450422', until: null },
  nib: { number: '1234567890123', until: null },
};

/** A complete, ordinary listing; `changes` are what a test is about. */
export function listing(changes: Partial<PublicListing> = {}): PublicListing {
  return {
    id: id(1),
    slug: `gula-semut-organik-${id(1)}`,
    name: 'Gula semut organik',
    price: 25_000,
    unit: 'bungkus',
    unitWord: null,
    packSize: { amount: 250, measure: 'gram' },
    availability: 'ada',
    stock: 40,
    category: 'makanan',
    description:
      'Gula semut dari nira kelapa pagi hari, dimasak di tungku kayu oleh kelompok ibu-ibu RT 03.\n\nTanpa campuran, tanpa pengawet. Tahan enam bulan di tempat kering. Cocok untuk kopi, jamu, dan kue.',
    photos: [1, 2, 3].map((n) => ({ hash: hash(n), width: 1280, height: 1280 })),
    producerName: 'Kelompok Nira Lestari',
    flagship: true,
    terms:
      'Ambil di balai desa setiap hari kerja, atau COD sekitar Kecamatan Kertanegara. Bisa dikirim lewat ekspedisi.',
    exchange: { pickup: true, courier: true, cod: true, transfer: true },
    permits: {},
    state: 'live',
    verified: true,
    backlinkUrl: 'https://dagan.desa.id/produk/gula-semut',
    village: {
      id: id(900),
      slug: 'desa-dagan',
      name: 'Desa Dagan',
      district: 'Bobotsari',
      regency: 'Purbalingga',
      siteUrl: 'https://dagan.desa.id',
    },
    lastChecked: null,
    createdAt: '2026-11-20T03:00:00.000Z',
    updatedAt: '2026-11-23T03:00:00.000Z',
    ...changes,
  };
}

const GOODS: Partial<PublicListing>[] = [
  { name: 'Gula kelapa cetak', price: 22_000, unit: 'kg', packSize: null, stock: null },
  {
    name: 'Kopi robusta sangrai lereng Slamet',
    price: 35_000,
    category: 'minuman',
    availability: 'terbatas',
    stock: 6,
  },
  {
    name: 'Batik tulis motif lumbon',
    price: 350_000,
    unit: 'biji',
    packSize: null,
    availability: 'pesan',
    category: 'batik',
  },
  { name: 'Sapu glagah halus', price: 18_000, unit: 'biji', packSize: null, category: 'kerajinan', flagship: false },
  { name: 'Nanas madu', price: 8_000, unit: 'biji', packSize: null, availability: 'habis', category: 'hasil-tani' },
  {
    name: 'Madu hutan',
    price: 75_000,
    unit: 'botol',
    packSize: { amount: 350, measure: 'ml' },
    availability: 'musiman',
  },
  { name: 'Keripik pisang manis', price: 12_000, packSize: { amount: 200, measure: 'gram' }, flagship: false },
];

/** A handful of neighbours' goods in every state. */
export function shelf(): PublicListing[] {
  return GOODS.map((goods, index) => {
    const own = id(index + 10);
    const slug = `${(goods.name ?? '').toLowerCase().replaceAll(' ', '-')}-${own}`;
    const photos = [{ hash: hash(index + 10), width: 1280, height: 1280 }];
    return listing({ id: own, slug, photos, verified: index % 3 !== 1, flagship: index < 2, ...goods });
  });
}

import type { PictureName } from '#stack/pictures.ts';

/** How a product comes in. `paste` and `file` are one list of two products. */
export type Way = 'form' | 'line' | 'paste' | 'file' | 'titip' | 'jual' | 'menu';

/** What a buyer does about it, and with it what the official has to do. */
export type Buying = 'asks' | 'is agreed with' | 'is countered' | 'is declined';

export interface Good {
  name: string;
  way: Way;
  /** In thousands of rupiah. */
  price: number;
  unit: string;
  picture: PictureName;
  buying: Buying;
}

/** Small villages of no regency in particular. */
export const VILLAGES = [
  ...['Kutasari', 'Karangreja', 'Bojongsari', 'Padamara', 'Mrebet', 'Sidanegara'],
  ...['Kalimanah', 'Tamansari', 'Bukateja', 'Kejobong', 'Pengadegan', 'Candinata'],
];

/** The ways that change from village to village: how its list comes in, and its last product. */
const LISTS = ['paste', 'file'] as const;
const LASTS = ['titip', 'jual', 'menu'] as const;

/** The five products of the village with this number (0 for the first), each with the way it comes in. */
export function goodsOf(at: number): Good[] {
  const village = VILLAGES[at] ?? '';
  const list = LISTS[at % LISTS.length] ?? 'paste';
  const last = LASTS[at % LASTS.length] ?? 'titip';
  return [
    { name: 'Gula semut', way: 'form', price: 25, unit: 'bungkus', picture: 'gula-semut', buying: 'is countered' },
    { name: 'Kopi bubuk', way: 'line', price: 30, unit: 'bungkus', picture: 'kopi', buying: 'asks' },
    { name: 'Keripik pisang', way: list, price: 15, unit: 'bungkus', picture: 'keripik', buying: 'is agreed with' },
    { name: 'Madu hutan', way: list, price: 90, unit: 'botol', picture: 'madu', buying: 'is declined' },
    { name: 'Sapu glagah', way: last, price: 18, unit: 'biji', picture: 'sapu-glagah', buying: 'asks' },
  ].map((good) => ({ ...good, name: `${good.name} ${village}` }) as Good);
}

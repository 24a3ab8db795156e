/**
 * What a listing may be chosen from, and how much it may hold. No schema stands here: a page that only draws a form would
 * carry all of them.
 */

/** How a product is counted. Packaging words (bungkus, botol …) carry a seller-written pack size. */
export const UNITS = [
  'kg', 'ons', 'gram', 'liter', 'biji', 'bungkus', 'botol', 'sak', 'ikat', 'tandan', 'lusin', 'kodi', 'gros', 'rim', 'paket',
] as const; // biome-ignore format: one line reads better

/** The most letters of a seller's own word for a unit. */
export const UNIT_WORD_MAX = 20;

export const MEASURES = ['gram', 'kg', 'ml', 'liter', 'biji'] as const;
export const AVAILABILITIES = ['ada', 'terbatas', 'habis', 'pesan', 'musiman'] as const;

export const CATEGORIES = [
  'makanan',
  'minuman',
  'hasil-tani',
  'kerajinan',
  'batik',
  'rempah',
  'ternak',
  'jasa',
  'lainnya',
] as const;

/** How a product may be handed over: fetched in the village, brought to places around it, sent by a courier. */
export const HANDOVERS = ['pickup', 'nearby', 'courier'] as const;
/** How it may be paid: when it is handed over, in cash, by bank transfer, by QRIS. */
export const PAYMENTS = ['cod', 'cash', 'transfer', 'qris'] as const;
export const EXCHANGES = [...HANDOVERS, ...PAYMENTS] as const;
export type ExchangeKind = (typeof EXCHANGES)[number];

/** The kinds that hold, hand-over first. */
export function exchangesOf(exchange: { [K in ExchangeKind]?: boolean | undefined } | undefined): ExchangeKind[] {
  return EXCHANGES.filter((kind) => exchange?.[kind] === true);
}

export const PRICE_MIN = 100;
export const PRICE_MAX = 1_000_000_000;

export const PHOTOS_MAX = 8;
/** The most bytes one photo may have on the wire; the device aims at 150 kB, the rest is tolerance. */
export const PHOTO_BYTES_MAX = 400_000;

/** What stands as a consent's device where the maker has ticked it herself, in the form of "Titip jual". */
export const CONSENT_BY_FORM = 'Titip jual';

export const GOODS = [
  'Gula semut', 'Gula kelapa', 'Gula merah', 'Keripik singkong', 'Keripik pisang', 'Keripik tempe', 'Kopi robusta', 'Kopi arabika',
  'Batik tulis', 'Batik cap', 'Sapu glagah', 'Kapulaga kering', 'Makaroni pedas', 'Blangkon Banyumas', 'Madu hutan', 'Madu klanceng',
  'Knalpot racing', 'Nanas madu', 'Telur asin', 'Emping melinjo', 'Jahe merah bubuk', 'Kunyit asam', 'Tikar pandan', 'Anyaman bambu',
  'Gurame segar', 'Kambing etawa', 'Bawang merah', 'Cabai rawit', 'Beras organik', 'Teh hijau', 'Sirup pala', 'Abon sapi',
  'Dodol durian', 'Wingko babat', 'Tempe mendoan', 'Peyek kacang', 'Kerupuk rambak', 'Susu kambing', 'Minyak kelapa', 'Sabun herbal',
]; // biome-ignore format: one list
export const QUALITIES = [
  'organik', 'asli', 'super', 'premium', 'original', 'kemasan', 'curah', 'murah', 'renyah', 'pedas', 'manis', 'gurih', 'tradisional',
  'halus', 'kasar', 'segar', 'kering', 'pilihan', 'istimewa', 'spesial',
]; // biome-ignore format: one list
export const CATEGORIES = [
  'makanan', 'minuman', 'hasil-tani', 'kerajinan', 'batik', 'rempah', 'ternak', 'jasa', 'lainnya',
] as const; // biome-ignore format: one list
const SYLLABLES = [
  'ka', 'ra', 'ngan', 'wi', 'ja', 'su', 'ma', 'ti', 'lo', 'be', 'du', 'pa', 'gi', 'ro', 'na', 'sa', 'mo', 'yu', 'tri', 'han',
]; // biome-ignore format: one list

let state = 20_261_124;

/**
 * A number from 0 to 1. Every run gets the same numbers in the same order (mulberry32), so that two runs search the
 * same products.
 */
export function chance(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

export function pick<T>(from: readonly T[]): T {
  const picked = from[Math.floor(chance() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** Invented words that stand for names of people and places, and for whatever no dictionary has. */
export function inventedWords(count: number): string[] {
  const word = () => Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(SYLLABLES)).join('');
  return Array.from({ length: count }, word);
}

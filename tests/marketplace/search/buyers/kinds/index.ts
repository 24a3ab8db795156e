import { CATEGORIES, UNITS } from '#contract/choices.ts';
import { BATIK, KERAJINAN } from './kerajinan.ts';
import { MAKANAN } from './makanan.ts';
import { MINUMAN } from './minuman.ts';
import { JASA, LAINNYA, REMPAH, TERNAK } from './others.ts';
import { TANI } from './tani.ts';

export type Category = (typeof CATEGORIES)[number];
export type Unit = (typeof UNITS)[number];

export interface Kind {
  kind: string;
  category: Category;
  names: string[];
  unit: Unit;
  /** In thousands of rupiah, the lowest and the highest. */
  price: [number, number];
  count: number;
  note: string;
}

const TABLES: Record<Category, string> = {
  makanan: MAKANAN,
  minuman: MINUMAN,
  'hasil-tani': TANI,
  kerajinan: KERAJINAN,
  batik: BATIK,
  rempah: REMPAH,
  ternak: TERNAK,
  jasa: JASA,
  lainnya: LAINNYA,
};

function readKind(line: string, category: Category): Kind {
  const [kind = '', names = '', unitWord = '', price = '', count = '', note = ''] = line.split(' | ');
  const [low = 0, high = 0] = price.split('-').map(Number);
  const unit = UNITS.find((known) => known === unitWord);
  if (unit === undefined || !(low > 0 && high > low) || !(Number(count) > 0)) throw new Error(`a bad line: ${line}`);
  return { kind, category, names: names.split('; '), unit, price: [low, high], count: Number(count), note };
}

/** Every kind of the market. */
export const KINDS: readonly Kind[] = CATEGORIES.flatMap((category) =>
  TABLES[category]
    .trim()
    .split('\n')
    .map((line) => readKind(line, category)),
);

import { ANIMALS } from './kinds/animals.ts';
import { CRAFT } from './kinds/craft.ts';
import { DRINK } from './kinds/drink.ts';
import { FARM } from './kinds/farm.ts';
import { FOOD } from './kinds/food.ts';
import { OTHER, SERVICES } from './kinds/other.ts';
import { SPICE } from './kinds/spice.ts';

export const UNITS = [
  ...['kg', 'ons', 'gram', 'liter', 'biji', 'bungkus', 'botol', 'sak', 'ikat', 'tandan', 'lusin', 'kodi', 'gros'],
  ...['rim', 'paket'],
] as const;
export type MarketUnit = (typeof UNITS)[number];

export const CATEGORIES = [
  ...['makanan', 'minuman', 'hasil-tani', 'kerajinan', 'batik', 'rempah', 'ternak', 'jasa', 'lainnya'],
] as const;
export type MarketCategory = (typeof CATEGORIES)[number];

/** A kind of good: what officials call it, what they write about it, and what it costs. */
export interface Kind {
  readonly kind: string;
  readonly category: MarketCategory;
  readonly unit: MarketUnit;
  /** The lowest and the highest price in thousands of rupiah. */
  readonly price: readonly [number, number];
  readonly names: readonly string[];
  readonly about: readonly string[];
  /** The kecamatan that are known for it. */
  readonly home: readonly string[];
  /** How many of it are dealt in each round. */
  readonly share: number;
}

const list = (cell: string): readonly string[] => cell.split(/;\s*/u).filter((one) => one !== '');

/** The columns: kind | unit | thousands of rupiah | names | what is written about it | known for it | share. */
function read(text: string, category: MarketCategory): Kind[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', unit = '', price = '', names = '', about = '', home = '', share = '1'] =
        line.split(/\s*\|\s*/u);
      const [low = 0, high = 0] = price.split('-').map(Number);
      const known = UNITS.find((one) => one === unit);
      if (known === undefined) throw new Error(`${kind} has no such unit: ${unit}`);
      const lists = { names: list(names), about: list(about), home: list(home) };
      return { kind, category, unit: known, price: [low, high] as const, ...lists, share: Number(share) };
    });
}

const isCloth = ({ kind }: Kind): boolean => /batik|blangkon|ecoprint/u.test(kind);

/** Every kind of the market. */
export const KINDS: readonly Kind[] = [
  ...read(FOOD, 'makanan'),
  ...read(DRINK, 'minuman'),
  ...read(FARM, 'hasil-tani'),
  ...read(SPICE, 'rempah'),
  ...read(ANIMALS, 'ternak'),
  ...read(CRAFT, 'kerajinan').map((kind): Kind => (isCloth(kind) ? { ...kind, category: 'batik' } : kind)),
  ...read(SERVICES, 'jasa'),
  ...read(OTHER, 'lainnya'),
];

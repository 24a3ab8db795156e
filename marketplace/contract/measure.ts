import type { Counted, PackSize, Unit } from './listing.ts';

type Measure = Unit | PackSize['measure'];

const GRAMS: Partial<Record<Measure, number>> = { gram: 1, ons: 100, kg: 1000 };
/** Words of sellers that are weights: a ton says itself how much it is. */
const OWN_GRAMS = new Map([
  ['kuintal', 100_000],
  ['ton', 1_000_000],
]);
const LITRES: Partial<Record<Measure, number>> = { ml: 1 / 1000, liter: 1 };
const PIECES: Partial<Record<Measure, number>> = { biji: 1, lusin: 12, kodi: 20, gros: 144 };
const SHEETS: Partial<Record<Measure, number>> = { rim: 500 };

/** How much one unit is: grams, litres, pieces or sheets. */
export interface Size {
  kind: 'mass' | 'volume' | 'pieces' | 'sheets';
  amount: number;
}

/** How much one unit is of what can be compared between sellers; null where the seller does not say it. */
export function sizeOf({ unit, unitWord, packSize }: Counted & { packSize: PackSize | null }): Size | null {
  const measure = packSize?.measure ?? unit;
  const amount = packSize?.amount ?? 1;
  const whole = packSize === null ? OWN_GRAMS.get(unitWord ?? '') : undefined;
  if (whole !== undefined) return { kind: 'mass', amount: whole };
  // What a seller's own word counts ("loyang") is not what the unit counts in whose place it stands.
  if (unitWord && packSize === null) return null;
  const kinds = { mass: GRAMS, volume: LITRES, pieces: PIECES, sheets: SHEETS };
  for (const kind of ['mass', 'volume', 'pieces', 'sheets'] as const) {
    const one = kinds[kind][measure];
    // A ream of packs, whatever is in them, is told by the sheet.
    if (one !== undefined) return { kind: kind === 'pieces' && unit === 'rim' ? 'sheets' : kind, amount: one * amount };
  }
  return null;
}

export const COMPARED = ['kg', 'ons', 'liter', 'piece', 'sheet'] as const;
export type Compared = (typeof COMPARED)[number];

/** By what a size is compared: per ons below a kilogram, per kg from there on; and how many of these it holds. */
export function comparedPer({ kind, amount }: Size): { per: Compared; parts: number } {
  if (kind === 'volume') return { per: 'liter', parts: amount };
  if (kind !== 'mass') return { per: kind === 'pieces' ? 'piece' : 'sheet', parts: amount };
  return amount >= 1000 ? { per: 'kg', parts: amount / 1000 } : { per: 'ons', parts: amount / 100 };
}

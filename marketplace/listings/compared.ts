import { type Compared, comparedPer, sizeOf } from '#contract/measure.ts';
import { type CardRow, packSizeOf } from './public.ts';

/** A price that can be laid beside others of the same `per`. */
export interface Said {
  villageId: string;
  unit: string;
  per: string;
  price: number;
  at: Date;
}

/** Prices are laid beside each other per ons, litre, piece or sheet; of what has no size, per unit. */
export function baseOf(kind: NonNullable<ReturnType<typeof sizeOf>>['kind']): Compared {
  return comparedPer({ kind, amount: 1 }).per;
}

/** The price of a listing as it can be compared; nothing where the seller's own word hides how much it is. */
export function saidIn(row: CardRow): Said[] {
  const packSize = packSizeOf(row);
  const size = sizeOf({ unit: row.unit, unitWord: row.unit_word, packSize });
  if (row.unit_word !== null && size === null) return [];
  const one = { villageId: row.v_id, unit: row.unit, at: row.checked_at };
  if (size === null) return [{ ...one, per: row.unit, price: row.price }];
  return [{ ...one, per: baseOf(size.kind), price: row.price / partsOf(size) }];
}

function partsOf({ kind, amount }: NonNullable<ReturnType<typeof sizeOf>>): number {
  return kind === 'mass' ? amount / 100 : amount;
}

/** By what most villages sell in this unit: "bungkus" is mostly of some grams. */
export function usualPer(said: readonly Said[]): string | null {
  const villages = [...Map.groupBy(said, ({ per }) => per)].map(
    ([per, prices]) => [per, new Set(prices.map(({ villageId }) => villageId)).size] as const,
  );
  return villages.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** The middle one; of an even number, the middle between two. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (index: number) => sorted[index] ?? 0;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
}

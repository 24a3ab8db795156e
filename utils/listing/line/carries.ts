import { carriesPack } from '#utils/listing/unit.ts';
import type { Amount } from './pieces.ts';
import type { SaidUnit } from './words.ts';

/** A kilogram says itself how much it is. */
export function carries(unit: SaidUnit | null, pack: Amount): boolean {
  return (
    unit === null || (carriesPack(unit.unit) && !(unit.unit === 'biji' && pack.measure === 'biji' && pack.amount === 1))
  );
}

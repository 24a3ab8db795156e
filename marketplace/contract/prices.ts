import * as z from 'zod/mini';
import { Id, Timestamp } from './ids.ts';
import { Unit } from './listing.ts';

/** Whoever sells something asks what the same costs in other villages. */
export const PriceQuery = z.object({
  name: z.string().check(z.minLength(3), z.maxLength(80)),
  unit: Unit,
  /** The village that asks: its own prices are left out. */
  village: z.optional(Id),
});
export type PriceQuery = z.infer<typeof PriceQuery>;

export const PriceHint = z.object({
  /** Whole rupiah: the middle one of the villages' prices. */
  price: z.int(),
  /** What the price is of: a measure (kg, ons, liter, piece, sheet) or a unit. What a device does not know it does not show. */
  per: z.string(),
  /** Of how many villages. */
  villages: z.int(),
  /** When the oldest of those prices was last said. */
  since: Timestamp,
});
export type PriceHint = z.infer<typeof PriceHint>;

/** Null where too few villages have said a price of late. */
export const PriceAnswer = z.object({ hint: z.nullable(PriceHint) });

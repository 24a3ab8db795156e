import * as z from 'zod/mini';
import type { ExchangeKind } from './choices.ts';

const said = z.optional(z.boolean());

/**
 * How a product is handed over and paid, by choices that a buyer can compare; `terms` adds the place and what else there
 * is to say. Several may hold. A kind that is absent is not spoken of: what was said of it before stays. A further kind
 * is a further optional member, so that an older device neither stumbles over it nor takes it away.
 */
export const Exchange = z.object({
  pickup: said,
  nearby: said,
  courier: said,
  cod: said,
  cash: said,
  transfer: said,
  qris: said,
} satisfies Record<ExchangeKind, unknown>);
export type Exchange = z.infer<typeof Exchange>;

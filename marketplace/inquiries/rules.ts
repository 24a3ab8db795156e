import type { Floor, ProblemCode } from '#contract';
import { HOUR } from '#contract/time.ts';

/** An offer stands for 48 hours; at exactly 48 h 0 min 0.000 s it is over. Source: PRODUCT.md, bargaining. */
export const OFFER_LIFE = 48 * HOUR;
/** The village is reminded once when something has waited this long. */
export const REMIND_AFTER = 24 * HOUR;
/** Offers per buyer and product, over all bargains in the thread. */
export const OFFERS_MAX = 3;

/** What the bargain depends on but the thread does not hold. It is read in the same transaction as the thread. */
export interface Rules {
  /** Today's price of the listing, whole rupiah per unit. */
  listPrice: number;
  /** The listing can be bought: neither withdrawn nor hidden by an operator. */
  live: boolean;
  stock: number | null;
  /** The hidden floor never leaves the server; see `floor.ts` for what a buyer can learn of it. */
  floor: Floor | null;
  /** What the same buyer (by number) has in other threads about the same product. */
  elsewhere: { offers: number; open: boolean };
}

/** The codes a bargain can be refused with. */
export type RefusalCode = Extract<
  ProblemCode,
  | 'inquiry_state_changed'
  | 'offer_not_higher'
  | 'offer_not_lower'
  | 'offer_above_list_price'
  | 'offers_used_up'
  | 'offer_open'
  | 'listing_gone'
  | 'forbidden'
>;

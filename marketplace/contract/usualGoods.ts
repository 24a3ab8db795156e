import * as z from 'zod/mini';
import { Category, PackSize, Unit } from './listing.ts';
import { knownText } from './text.ts';

/** How many goods are offered at most. */
export const USUAL_MAX = 8;

/** What a village of this regency usually sells: a beginning for a form, never a product. */
export const UsualGoods = z.object({
  name: knownText(80),
  unit: Unit,
  packSize: z.nullable(PackSize),
  category: Category,
  /** Lines that end in a colon wait for an answer; one that nobody answers is not published. */
  description: knownText(4000),
});
export type UsualGoods = z.infer<typeof UsualGoods>;

export const UsualGoodsList = z.object({ goods: z.array(UsualGoods) });

import * as z from 'zod/mini';
import { PackSize, Unit } from '#contract';

/** What a caption and a picture for sharing say of a product. */
export const ShareFacts = z.object({
  name: z.string(),
  price: z.int(),
  unit: Unit,
  unitWord: z.nullable(z.string()),
  packSize: z.nullable(PackSize),
  isSoldOut: z.boolean(),
  /** The village's name. */
  village: z.string(),
  /** The product's lasting address. */
  url: z.string(),
  /** The A4 poster of the marketplace; null where it is too old to make one. */
  posterUrl: z.nullable(z.string()),
  /** data: URL of the first photo; null when it cannot be had now. */
  photo: z.nullable(z.string()),
});
export type ShareFacts = z.infer<typeof ShareFacts>;

/** Why nothing can be shared: what is shared has to be what buyers find there. */
export const ShareRefused = z.object({ why: z.enum(['none', 'hidden', 'village', 'unsent']) });
export const ShareAnswer = z.union([ShareFacts, ShareRefused]);
export type ShareAnswer = z.infer<typeof ShareAnswer>;
